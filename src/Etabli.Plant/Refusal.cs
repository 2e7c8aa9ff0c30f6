namespace Etabli.Plant;

/// <summary>Every way this module can say no (fr: refus).</summary>
public enum Refusal
{
    /// <summary>A family has no name.</summary>
    NameMissing,

    /// <summary>The plant has a family of that name.</summary>
    NameTaken,

    /// <summary>A number is outside what it can be; {0} names it, {1} and {2} are its limits.</summary>
    NumberOutOfRange,

    /// <summary>Breaks take all the presence: no time is left to make anything.</summary>
    NoTimeLeft,

    /// <summary>No line of the table can be kept.</summary>
    NothingToTake,

    /// <summary>No future state was drawn yet.</summary>
    NoFutureYet,

    /// <summary>This import was taken back already.</summary>
    ImportGone,

    /// <summary>Somebody else changed it since it was read.</summary>
    ChangedMeanwhile,
}

namespace Etabli.Studies;

/// <summary>Every way this module can say no (fr: refus).</summary>
public enum Refusal
{
    /// <summary>A study has no title.</summary>
    TitleMissing,

    /// <summary>A text is longer than {0} characters.</summary>
    TextTooLong,

    /// <summary>The period ends before it begins.</summary>
    PeriodUpsideDown,

    /// <summary>A sheet has more than {0} rows.</summary>
    TooManyRows,

    /// <summary>A cell says what its column cannot hold; {0} is the row, {1} the column.</summary>
    CellRefused,

    /// <summary>This kind of study has no such sheet.</summary>
    SheetNotOfThisStudy,

    /// <summary>No row of the table can be kept.</summary>
    NothingToKeep,

    /// <summary>No revision of this number is kept.</summary>
    RevisionUnknown,

    /// <summary>Somebody else changed it since it was read.</summary>
    ChangedMeanwhile,
}

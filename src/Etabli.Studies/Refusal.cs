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

    /// <summary>No column plays the part {0}, which the analysis cannot be without.</summary>
    RoleMissing,

    /// <summary>The column {0} is not there, or does not hold what the part {1} needs.</summary>
    ColumnCannotPlay,

    /// <summary>The choice {0} cannot be {1}.</summary>
    ChoiceRefused,

    /// <summary>The lower tolerance is not under the upper one.</summary>
    ToleranceUpsideDown,

    /// <summary>A point is left out without a reason.</summary>
    ReasonMissing,

    /// <summary>There is nothing to freeze: the chart has no limits yet.</summary>
    NothingToHold,

    /// <summary>Somebody else changed it since it was read.</summary>
    ChangedMeanwhile,

    /// <summary>The shortest cycle is asked for 1 to {0} stations.</summary>
    StationCountRefused,

    /// <summary>The fewest stations are looked for without a takt.</summary>
    TaktMissing,

    /// <summary>A search may take 1 to {0} seconds.</summary>
    TimeLimitRefused,

    /// <summary>The search has no answer to keep.</summary>
    NoAnswer,

    /// <summary>The tasks are no longer those that were balanced.</summary>
    LineChanged,

    /// <summary>Moves are counted from today, and a task has no station of today.</summary>
    TodayMissing,

    /// <summary>A row of the rules of a line says no rule.</summary>
    RuleUnreadable,

    /// <summary>The sheet does not say a line that can be balanced.</summary>
    LineUnreadable,

    /// <summary>Longer than the takt: {0}.</summary>
    TaskAboveTakt,

    /// <summary>Only so many searches may wait for one person: {0}.</summary>
    TooManySearches,

    /// <summary>The operation has no list of tasks.</summary>
    RoutingMissing,

    /// <summary>The study says no time for the task {0}.</summary>
    TaskNotMeasured,
}

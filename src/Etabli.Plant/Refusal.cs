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

    /// <summary>Tasks are of one operation of a family, and other tables of none.</summary>
    OperationNotSaid,

    /// <summary>A cell that its column cannot hold; {0} is the row, {1} the column.</summary>
    CellRefused,

    /// <summary>Two rows have the code {0}.</summary>
    CodeTwice,

    /// <summary>More rows than a table takes; {0} is the most.</summary>
    TooManyRows,

    /// <summary>Tasks wait for each other in a circle; {0} names it.</summary>
    TasksInACircle,

    /// <summary>The station {0} was observed, so it stays.</summary>
    StationInUse,

    /// <summary>A year whose holidays are not known.</summary>
    YearOutOfRange,

    /// <summary>A record has no column, more than {0}, or another number than it had.</summary>
    ColumnsRefused,

    /// <summary>A column has no name, or one that is too long.</summary>
    ColumnNameMissing,

    /// <summary>Two columns have the name {0}.</summary>
    ColumnTwice,

    /// <summary>The column {0} that should tell rows apart is not there.</summary>
    KeyNotAColumn,

    /// <summary>The column that should tell rows apart, {0}, has the same value twice: {1}.</summary>
    KeyTwice,

    /// <summary>The column {0} has a cell that is not what is asked of it: {1}.</summary>
    ColumnHolds,

    /// <summary>This very content was taken already; {0} is who, {1} when.</summary>
    ContentTaken,

    /// <summary>A change has no reason.</summary>
    ReasonMissing,

    /// <summary>Analyses read this record, {0} of them: it stays.</summary>
    RecordInUse,

    /// <summary>The row is there no more.</summary>
    RowGone,

    /// <summary>An access key has no label, or one longer than {0}.</summary>
    AccessKeyUnnamed,

    /// <summary>The last day of an access key, {0}, is past.</summary>
    AccessKeyOver,

    /// <summary>A machine's request has no name, or one longer than {0}.</summary>
    RequestUnnamed,

    /// <summary>Another request had the name {0}.</summary>
    RequestNameTaken,

    /// <summary>What a machine sent is not JSON; {0} is the line, {1} the place in it.</summary>
    NotJson,

    /// <summary>A machine's request has no row.</summary>
    NoRowSaid,

    /// <summary>A machine's request has more than {0} rows.</summary>
    TooManyRowsAtOnce,

    /// <summary>The row {0} of a request is no object.</summary>
    RowNotAnObject,

    /// <summary>The row {0} of a request names a column that the record does not have: {1}.</summary>
    RowColumnUnknown,

    /// <summary>The row {0} of a request names the column {1} twice.</summary>
    RowColumnTwice,

    /// <summary>The row {0} of a request puts a list or an object into the column {1}.</summary>
    RowValueNotSimple,

    /// <summary>Somebody else changed it since it was read.</summary>
    ChangedMeanwhile,
}

namespace Etabli.Application.Studies.Analyses;

/// <summary>Why an analysis has no answer; pages word it and say how to mend it (fr: empêchement).</summary>
public enum AnalysisProblem
{
    /// <summary>No row has a value.</summary>
    NoValue,

    /// <summary>Fewer values than the method needs; {0} is how many there are, {1} how many are needed.</summary>
    TooFew,

    /// <summary>All values are equal.</summary>
    Constant,

    /// <summary>The subgroup {0} has a single value.</summary>
    SubgroupOfOne,

    /// <summary>Subgroups differ in size, which this chart does not take.</summary>
    UnequalSubgroups,

    /// <summary>A count is not a whole number of 0 or more; {0} is the row, {1} what it says.</summary>
    NotACount,

    /// <summary>A share or a rate needs the column of sizes.</summary>
    SizeMissing,

    /// <summary>More nonconforming units than were looked at; {0} is the row.</summary>
    MoreThanSize,

    /// <summary>A size is not above 0; {0} is the row.</summary>
    SizeNotPositive,

    /// <summary>No tolerance was given.</summary>
    NoTolerance,

    /// <summary>Parts, operators and trials are not as many everywhere; {0} names the first cell that is not.</summary>
    NotBalanced,

    /// <summary>A column is no longer of the kind its part needs.</summary>
    ColumnChanged,

    /// <summary>Every point is left out.</summary>
    AllLeftOut,

    /// <summary>A value is not above 0, which the method needs; {0} is the smallest.</summary>
    NotPositive,

    /// <summary>No law of the family chosen fits these values well enough to read its tails.</summary>
    NoTransform,

    /// <summary>Fewer than two groups.</summary>
    OneGroup,

    /// <summary>More groups than can be compared; {0} is how many there are, {1} the most.</summary>
    TooManyGroups,

    /// <summary>The group {0} has a single value.</summary>
    GroupOfOne,

    /// <summary>More values than this analysis takes; {0} is how many there are, {1} the most.</summary>
    TooMany,

    /// <summary>A row does not say its day; {0} is the row.</summary>
    DayMissing,

    /// <summary>A row does not name its part; {0} is the row.</summary>
    PartMissing,

    /// <summary>A row does not name who measured or judged; {0} is the row.</summary>
    OperatorMissing,

    /// <summary>Each part was measured by one operator only, and the method chosen wants each part by each operator.</summary>
    LooksNested,

    /// <summary>The part {0} was measured by several operators, and the method chosen wants it by one only.</summary>
    PartShared,

    /// <summary>Operators have not as many parts, or parts not as many readings; {0} names the first operator or part that differs.</summary>
    NestedNotBalanced,

    /// <summary>Fewer than two operators, two parts of each or two readings of a part; {0}, {1} and {2} are how many there are.</summary>
    NoReplicate,

    /// <summary>Each part was judged once in all: there is nothing to agree with.</summary>
    OneJudgement,

    /// <summary>Nobody said what the part {0} truly is.</summary>
    StandardMissing,

    /// <summary>The part {0} has two different true verdicts.</summary>
    StandardDiffers,

    /// <summary>No reference value was given.</summary>
    NoReference,

    /// <summary>All readings are of one reference value.</summary>
    OneReference,

    /// <summary>Readings lie exactly on a line: nothing is left to test with.</summary>
    ExactLine,

    /// <summary>The column {0} never varies.</summary>
    ConstantColumn,

    /// <summary>One characteristic follows from the others.</summary>
    Singular,

    /// <summary>The category is none of the four; {0} is the row, {1} what it says.</summary>
    UnknownCategory,

    /// <summary>An amount is below 0; {0} is the row, {1} what it says.</summary>
    NegativeAmount,

    /// <summary>All amounts are 0.</summary>
    NoCost,

    /// <summary>The method refuses these numbers; {0} says why, in English.</summary>
    Refused,
}

/// <summary>Why an analysis has no answer, with what is needed to say it.</summary>
internal sealed class NoAnswerException(AnalysisProblem problem, params object[] about) : Exception(problem.ToString())
{
    public AnalysisProblem Problem { get; } = problem;

    public IReadOnlyList<object> About { get; } = about;
}

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

    /// <summary>The method refuses these numbers; {0} says why, in English.</summary>
    Refused,
}

/// <summary>Why an analysis has no answer, with what is needed to say it.</summary>
internal sealed class NoAnswerException(AnalysisProblem problem, params object[] about) : Exception(problem.ToString())
{
    public AnalysisProblem Problem { get; } = problem;

    public IReadOnlyList<object> About { get; } = about;
}

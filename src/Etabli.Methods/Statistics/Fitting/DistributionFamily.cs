namespace Etabli.Methods.Statistics.Fitting;

/// <summary>Families of distributions that measured times are compared with (fr: famille de lois).</summary>
public enum DistributionFamily
{
    /// <summary>Exponential: times between breakdowns that do not age.</summary>
    Exponential,

    /// <summary>Normal.</summary>
    Normal,

    /// <summary>Normal cut at 0.</summary>
    TruncatedNormal,

    /// <summary>Lognormal: what the times of manual work often follow.</summary>
    Lognormal,

    /// <summary>Gamma, Erlang's for a whole shape.</summary>
    Gamma,

    /// <summary>Weibull of two parameters: lives, times to failure.</summary>
    Weibull,

    /// <summary>Lognormal from a least time.</summary>
    ShiftedLognormal,

    /// <summary>Gamma from a least time.</summary>
    ShiftedGamma,

    /// <summary>Weibull from a least time.</summary>
    ShiftedWeibull,

    /// <summary>Triangular: least, most likely, most.</summary>
    Triangular,

    /// <summary>PERT: a beta distribution of least, most likely and most.</summary>
    Pert,

    /// <summary>The sample itself, linear between its values.</summary>
    Empirical,
}

/// <summary>What must be said with a fit (fr: réserve sur l’ajustement).</summary>
public enum FitWarning
{
    /// <summary>Under 20 values: families cannot be told apart. Take lognormal or triangular and carry the doubt on.</summary>
    SmallSample,

    /// <summary>Over 5 % of the values repeat another: they were rounded, and Anderson-Darling and Kolmogorov-Smirnov reject too often.</summary>
    TiesFromRounding,

    /// <summary>Neighbours in time resemble each other: the values are not independent, and every probability is too small.</summary>
    NeighboursAlike,

    /// <summary>Some values are censored: Anderson-Darling and Kolmogorov-Smirnov are not reckoned.</summary>
    Censored,
}

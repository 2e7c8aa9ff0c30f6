namespace Etabli.Methods.Quality;

/// <summary>The books and standards this discipline was read in.</summary>
internal static class QualityBooks
{
    public static readonly Source Iso7870Part2 = new("ISO", "ISO 7870-2, Control charts: Shewhart control charts", 2013);

    public static readonly Source Montgomery = new("Montgomery, D. C.", "Introduction to Statistical Quality Control, Wiley", 2009);

    public static readonly Source Tippett = new("Tippett, L. H. C.", "On the Extreme Individuals and the Range of Samples Taken from a Normal Population, Biometrika 17(3/4)", 1925, "pp. 364–387");

    public static readonly Source Burr = new("Burr, I. W.", "Control Charts for Measurements with Varying Sample Sizes, Journal of Quality Technology 1(3)", 1969, "pp. 163–167");

    public static readonly Source Nelson = new("Nelson, L. S.", "The Shewhart Control Chart: Tests for Special Causes, Journal of Quality Technology 16(4)", 1984, "pp. 237–239");

    public static readonly Source Roberts = new("Roberts, S. W.", "Control Chart Tests Based on Geometric Moving Averages, Technometrics 1(3)", 1959, "pp. 239–250");

    public static readonly Source Page = new("Page, E. S.", "Continuous Inspection Schemes, Biometrika 41(1/2)", 1954, "pp. 100–115");

    public static readonly Source TracyYoungMason = new("Tracy, N. D., Young, J. C. and Mason, R. L.", "Multivariate Control Charts for Individual Observations, Journal of Quality Technology 24(2)", 1992, "pp. 88–95");

    public static readonly Source BrookEvans = new("Brook, D. and Evans, D. A.", "An Approach to the Probability Distribution of CUSUM Run Length, Biometrika 59(3)", 1972, "pp. 539–549");

    public static readonly Source Crowder = new("Crowder, S. V.", "A Simple Method for Studying Run-Length Distributions of Exponentially Weighted Moving Average Charts, Technometrics 29(4)", 1987, "pp. 401–407");

    public static readonly Source ChampWoodall = new("Champ, C. W. and Woodall, W. H.", "Exact Results for Shewhart Control Charts with Supplementary Runs Rules, Technometrics 29(4)", 1987, "pp. 393–399");

    public static readonly Source Samuel = new("Samuel, T. R., Pignatiello, J. J. and Calvin, J. A.", "Identifying the Time of a Step Change with X̄ Control Charts, Quality Engineering 10(3)", 1998, "pp. 521–527");

    public static readonly Source Iso22514Part2 = new("ISO", "ISO 22514-2, Process capability and performance of time-dependent process models", 2017);

    public static readonly Source Bissell = new("Bissell, A. F.", "How Reliable is Your Capability Index?, Journal of the Royal Statistical Society C 39(3)", 1990, "pp. 331–340");

    public static readonly Source Boyles = new("Boyles, R. A.", "The Taguchi Capability Index, Journal of Quality Technology 23(1)", 1991, "pp. 17–26");

    public static readonly Source Clements = new("Clements, J. A.", "Process Capability Calculations for Non-Normal Distributions, Quality Progress 22(9)", 1989, "pp. 95–100");

    public static readonly Source BoxCox = new("Box, G. E. P. and Cox, D. R.", "An Analysis of Transformations, Journal of the Royal Statistical Society B 26(2)", 1964, "pp. 211–252");

    public static readonly Source SlifkerShapiro = new("Slifker, J. F. and Shapiro, S. S.", "The Johnson System: Selection and Parameter Estimation, Technometrics 22(2)", 1980, "pp. 239–246");

    public static readonly Source Aiag = new("AIAG", "Measurement Systems Analysis, 4th edition", 2010);

    public static readonly Source Satterthwaite = new("Satterthwaite, F. E.", "An Approximate Distribution of Estimates of Variance Components, Biometrics Bulletin 2(6)", 1946, "pp. 110–114");

    public static readonly Source Cohen = new("Cohen, J.", "A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20(1)", 1960, "pp. 37–46");

    public static readonly Source Fleiss = new("Fleiss, J. L.", "Measuring Nominal Scale Agreement among Many Raters, Psychological Bulletin 76(5)", 1971, "pp. 378–382");

    public static readonly Source ClopperPearson = new("Clopper, C. J. and Pearson, E. S.", "The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial, Biometrika 26(4)", 1934, "pp. 404–413");

    public static readonly Source Feigenbaum = new("Feigenbaum, A. V.", "Total Quality Control, Harvard Business Review 34(6)", 1956, "pp. 93–101");
}

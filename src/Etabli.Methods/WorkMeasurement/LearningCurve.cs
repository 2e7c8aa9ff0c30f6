namespace Etabli.Methods.WorkMeasurement;

/// <summary>What falls by the same part each time the number made doubles (fr: modèle d’apprentissage).</summary>
public enum LearningModel
{
    /// <summary>The average of all made so far (fr: moyenne cumulée, Wright).</summary>
    Wright,

    /// <summary>The time of the unit itself (fr: temps unitaire, Crawford).</summary>
    Crawford,
}

/// <summary>How the time of a piece falls as people learn it (fr: courbe d’apprentissage).</summary>
/// <param name="First">a: time of the first unit, in any unit. Range: above 0.</param>
/// <param name="Rate">r: what is left when the number doubles; 0.8 for 80 %. Range: above 0.5, up to 1.</param>
/// <param name="Model">What falls: the average or the unit.</param>
/// <remarks>
/// With b = log₂ r: Wright ȳₙ = a·nᵇ, total a·n¹⁺ᵇ, unit n a·(n¹⁺ᵇ − (n − 1)¹⁺ᵇ); Crawford yₙ = a·nᵇ, total the sum. The same rate is not the same curve in both. At 50 % or below the total of Wright
/// would stop growing, which no work does.
/// Sources: Wright, T. P., Factors Affecting the Cost of Airplanes, Journal of the Aeronautical Sciences 3, 1936; Crawford, J. R., Learning Curve, Ship Curve, Ratios, Related Data, Lockheed, 1944.
/// </remarks>
/// <example>
/// <code>
/// new LearningCurve(100, 0.85, LearningModel.Crawford).Unit(125); // 32.2365
/// new LearningCurve(100, 0.85, LearningModel.Wright).Total(125); // 4029.559
/// </code>
/// </example>
public sealed record LearningCurve(double First, double Rate, LearningModel Model)
{
    /// <summary>Terms of the sum that are added one by one; beyond, its expansion is exact to the last digits.</summary>
    private const long Summed = 1_000;

    /// <summary>a, checked.</summary>
    public double First { get; } = Argument.Positive(First, nameof(First));

    /// <summary>r, checked.</summary>
    public double Rate { get; } = Rate is > 0.5 and <= 1 ? Rate : throw new ArgumentOutOfRangeException(nameof(Rate), Rate, "Expected a rate above 0.5, up to 1.");

    /// <summary>b = log₂ r, from −1 to 0.</summary>
    public double Exponent => Math.Log2(Rate);

    /// <summary>Time of the n-th unit.</summary>
    /// <param name="n">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is below 1.</exception>
    public double Unit(long n) => Model == LearningModel.Crawford
        ? First * Math.Pow(Argument.Positive(n, nameof(n)), Exponent)
        : n == 1 ? First : First * Math.Pow(Argument.Positive(n, nameof(n)), 1 + Exponent) * -Fall(n);

    /// <summary>Time of the first n units together.</summary>
    /// <param name="n">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is below 1.</exception>
    /// <remarks>O(1) beyond the first thousand terms, by the Euler-Maclaurin expansion.</remarks>
    public double Total(long n)
    {
        Argument.Positive(n, nameof(n));
        if (Model == LearningModel.Wright)
        {
            return First * Math.Pow(n, 1 + Exponent);
        }

        var sum = 0.0;
        for (var i = Math.Min(n, Summed); i >= 1; i--)
        {
            sum += Math.Pow(i, Exponent);
        }

        return First * (n <= Summed ? sum : sum + Beyond(n));
    }

    /// <summary>Average time of the first n units.</summary>
    /// <param name="n">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is below 1.</exception>
    public double Average(long n) => Total(n) / n;

    /// <summary>The first unit whose time is at most a goal: the standard time, say; null when it is never reached.</summary>
    /// <param name="goal">In the unit of a. Range: above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The goal is not above 0.</exception>
    /// <remarks>By bisection, as times fall; looked for up to 10¹² units.</remarks>
    public long? UnitsUntil(double goal)
    {
        Argument.Positive(goal, nameof(goal));
        if (Unit(1) <= goal)
        {
            return 1;
        }

        var (low, high) = (1L, 1_000_000_000_000L);
        if (Unit(high) > goal)
        {
            return null;
        }

        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            (low, high) = Unit(middle) <= goal ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <summary>The rate two measured times say.</summary>
    /// <param name="first">Number of the first unit, or how many the first average is of. From 1.</param>
    /// <param name="firstTime">Its time. Range: above 0.</param>
    /// <param name="second">The later one, above the first.</param>
    /// <param name="secondTime">Its time, in the same unit. Range: above 0.</param>
    /// <returns>r = 2^(log(y₂/y₁) / log(n₂/n₁)); above 1 when times grow.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number out of its range.</exception>
    public static double RateBetween(long first, double firstTime, long second, double secondTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(second, Argument.Positive(first, nameof(first)), nameof(second));
        return Math.Pow(2, Math.Log(Argument.Positive(secondTime, nameof(secondTime)) / Argument.Positive(firstTime, nameof(firstTime))) / Math.Log((double)second / first));
    }

    /// <summary>((n − 1)/n)^(1 + b) − 1; by series for a large n, where the difference would lose its digits.</summary>
    private double Fall(long n)
    {
        var x = 1.0 / n;
        if (n < Summed)
        {
            return Math.Pow(1 - x, 1 + Exponent) - 1;
        }

        var y = -(1 + Exponent) * x * (1 + x * (1.0 / 2 + x * (1.0 / 3 + x * (1.0 / 4 + x / 5))));
        return y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4 * (1 + y / 5))));
    }

    /// <summary>Sum of iᵇ from the thousand and first to n.</summary>
    private double Beyond(long n)
    {
        var (b, m) = (Exponent, (double)Summed);
        double Integral(double x) => Math.Pow(x, b + 1) / (b + 1);
        double Corrections(double x) => Math.Pow(x, b) / 2 + b * Math.Pow(x, b - 1) / 12 - b * (b - 1) * (b - 2) * Math.Pow(x, b - 3) / 720;
        return Integral(n) - Integral(m) + Corrections(n) - Corrections(m);
    }
}

using Etabli.Methods.Statistics.Distributions;
using Etabli.Methods.Statistics.Hypotheses;

namespace Etabli.Methods.Statistics.Regression;

/// <summary>Least squares of one quantity on others: a line, a polynomial, several columns (fr: régression linéaire).</summary>
/// <remarks>
/// Householder's QR in double-double (32 digits); the certified sets of NIST are met to 9 digits and more. A design that is rank-deficient is refused and its column named.
/// Source: Draper, N. R. and Smith, H., Applied Regression Analysis, 3rd ed., 1998.
/// </remarks>
/// <example>
/// <code>
/// var line = LinearRegression.Line([1, 2, 3, 4], [2.1, 3.9, 6.2, 7.8], name: "load");
/// line["load"].Value; // 1.94
/// line.Predict([5]).Value; // 9.85
/// </code>
/// </example>
public sealed class LinearRegression
{
    /// <summary>Name of the intercept among the coefficients.</summary>
    public const string Constant = "constant";

    /// <summary>Most columns of a design.</summary>
    public const int MostColumns = 100;

    private static readonly Source Draper = new("Draper, N. R. and Smith, H.", "Applied Regression Analysis, 3rd ed.", 1998);
    private static readonly Formula RSquaredFormula = new("coefficient of determination", "R² = 1 − SS_residual / SS_total", Draper);
    private static readonly Formula AdjustedFormula = new("adjusted coefficient of determination", "R²_adj = 1 − (SS_residual / (n − p)) / (SS_total / df_total)", Draper);
    private static readonly Formula DurbinWatsonFormula = new("Durbin-Watson statistic", "d = Σ(eᵢ − eᵢ₋₁)² / Σeᵢ²", new("Durbin, J. and Watson, G. S.", "Testing for Serial Correlation in Least Squares Regression, Biometrika 37, pp. 409–428", 1950));
    private static readonly Formula DeviationFormula = new("residual standard deviation", "s = √(SS_residual / (n − p))", Draper);

    private readonly HouseholderQr qr;
    private readonly int? degree;
    private readonly bool constant;
    private readonly (double Low, double High)[] ranges;

    private LinearRegression(HouseholderQr qr, DoubleDouble[][] columns, double[] y, IReadOnlyList<string> names, bool constant, int? degree, (double Low, double High)[] ranges, double level)
    {
        (this.qr, this.constant, this.degree, this.ranges) = (qr, constant, degree, ranges);
        Level = level;
        Count = y.Length;
        Freedom = y.Length - names.Count;
        var fitted = new DoubleDouble[y.Length];
        var leverages = new double[y.Length];
        var row = new DoubleDouble[columns.Length];
        var (residuals, mean) = (DoubleDouble.Zero, DoubleDouble.Sum(y) / y.Length);
        var (total, regression) = (DoubleDouble.Zero, DoubleDouble.Zero);
        for (var i = 0; i < y.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                row[j] = columns[j][i];
            }

            fitted[i] = qr.At(row);
            leverages[i] = Math.Clamp(qr.Leverage(row), 0, 1);
            var (off, from, gained) = (y[i] - fitted[i], constant ? y[i] - mean : y[i], constant ? fitted[i] - mean : fitted[i]);
            residuals += off * off;
            total += from * from;
            regression += gained * gained;
        }

        // Residuals no larger than the last bit of y are the rounding of y itself.
        var largest = y.Max(Math.Abs) * 2.3e-16;
        IsExact = residuals.Value <= y.Length * largest * largest;
        var squares = IsExact ? 0 : residuals.Value;
        var s = Math.Sqrt(squares / Freedom);
        var above = names.Count - (constant ? 1 : 0);
        var between = IsExact ? total.Value : regression.Value;
        Table = new(Listed.Of(above > 0
            ? [AnovaLine.Against("regression", above, between, Freedom, squares), new("residual", Freedom, squares), new("total", Freedom + above, total.Value)]
            : new AnovaLine[] { new("residual", Freedom, squares), new("total", Freedom, total.Value) }));
        ResidualDeviation = DeviationFormula.Gives(s, Units.OfMeasure, SquaresTerm(squares), FreedomTerm(Freedom));
        RSquared = Determination(RSquaredFormula, squares, total.Value, 1);
        AdjustedRSquared = Determination(AdjustedFormula, squares, total.Value, (Freedom + above) / (double)Freedom);
        var errors = qr.InverseDiagonal();
        var t = StudentDistribution.UpperQuantile((1 - level) / 2, Freedom);
        Coefficients = Listed.Of(names.Select((name, j) => Named(name, qr.Coefficients[j].Value, s * Math.Sqrt(errors[j]), t)));
        Points = Listed.Of(y.Select((value, i) => Point(fitted[i].Value, (value - fitted[i]).Value, leverages[i], s, names.Count)));
        DurbinWatson = WatsonOf(squares);
    }

    /// <summary>n: how many values.</summary>
    public int Count { get; }

    /// <summary>n − p: degrees of freedom of the residual.</summary>
    public int Freedom { get; }

    /// <summary>Level of the intervals.</summary>
    public double Level { get; }

    /// <summary>True when the fit passes through every value, to the rounding of y: no error can then be read, and t, p and intervals are null.</summary>
    public bool IsExact { get; }

    /// <summary>Coefficients, the constant first where there is one.</summary>
    public IReadOnlyList<Coefficient> Coefficients { get; }

    /// <summary>Lines "regression", "residual" and "total"; about the mean, or about 0 without constant.</summary>
    public AnovaTable Table { get; }

    /// <summary>s: standard deviation of the residuals, in the unit of y.</summary>
    public Explained<double> ResidualDeviation { get; }

    /// <summary>R²: share of the variation explained; about 0 without constant. A gap when y does not vary.</summary>
    public Explained<double> RSquared { get; }

    /// <summary>R² that a useless column does not raise. A gap when y does not vary.</summary>
    public Explained<double> AdjustedRSquared { get; }

    /// <summary>Durbin and Watson's d, near 2 when residuals follow no order, near 0 when neighbours are alike. A gap when the fit is exact.</summary>
    public Explained<double> DurbinWatson { get; }

    /// <summary>Each value against its fit, in the order given.</summary>
    public IReadOnlyList<RegressionPoint> Points { get; }

    /// <summary>The coefficient of a column.</summary>
    /// <param name="name">Its name; <see cref="Constant"/> for the intercept.</param>
    /// <exception cref="ArgumentException">No column has the name.</exception>
    public Coefficient this[string name] => Coefficients.FirstOrDefault(c => c.Name == name) ?? throw new ArgumentException($"No coefficient is named '{name}'; expected one of {string.Join(", ", Coefficients.Select(c => c.Name))}.", nameof(name));

    /// <summary>A line: y on one column.</summary>
    /// <param name="x">The column.</param>
    /// <param name="y">What is explained; as many values.</param>
    /// <param name="name">Name of the column.</param>
    /// <param name="withConstant">False to force the line through 0.</param>
    /// <param name="level">Level of the intervals. Range: above 0 and below 1.</param>
    /// <exception cref="ArgumentException">Lists of different length, no more values than coefficients, or x does not vary.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or the level is not a share.</exception>
    /// <remarks>O(n). Source: Draper and Smith, 1998.</remarks>
    public static LinearRegression Line(ReadOnlySpan<double> x, ReadOnlySpan<double> y, string name = "x", bool withConstant = true, double level = 0.95) =>
        Multiple([x.ToArray()], y, [name], withConstant, level);

    /// <summary>y on several columns.</summary>
    /// <param name="columns">The columns, each of as many values as y.</param>
    /// <param name="y">What is explained.</param>
    /// <param name="names">Names of the columns; x1, x2… when null.</param>
    /// <param name="withConstant">False for a fit without intercept.</param>
    /// <param name="level">Level of the intervals. Range: above 0 and below 1.</param>
    /// <exception cref="ArgumentException">Lists of different length, no more values than coefficients, a name twice, or a column that is a mixture of the ones before it: it is named.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, there are more than <see cref="MostColumns"/> columns, or the level is not a share.</exception>
    /// <remarks>O(n·p²) in double-double. Source: Draper and Smith, 1998.</remarks>
    public static LinearRegression Multiple(IReadOnlyList<double[]> columns, ReadOnlySpan<double> y, IReadOnlyList<string>? names = null, bool withConstant = true, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns.Count, MostColumns, nameof(columns));
        names ??= [.. Enumerable.Range(1, columns.Count).Select(i => $"x{i}")];
        if (names.Count != columns.Count || names.Append(Constant).Distinct(StringComparer.Ordinal).Count() != names.Count + 1)
        {
            throw new ArgumentException($"names holds {names.Count}; expected {columns.Count} different ones, none '{Constant}'.", nameof(names));
        }

        var values = Sample.Of(y, 2, nameof(y));
        var design = new List<DoubleDouble[]>();
        if (withConstant)
        {
            design.Add([.. Enumerable.Repeat(new DoubleDouble(1), values.Length)]);
        }

        foreach (var column in columns)
        {
            MustMatch(column, values, nameof(columns));
            design.Add(Array.ConvertAll(Sample.Of(column, 2, nameof(columns)), v => new DoubleDouble(v)));
        }

        // Columns come as doubles: what is left of a mixture is their last bit.
        return Of(design, values, [.. withConstant ? [Constant] : Array.Empty<string>(), .. names], withConstant, null, [.. columns.Select(c => (c.Min(), c.Max()))], 1e-14, level);
    }

    /// <summary>y on the powers of one column.</summary>
    /// <param name="x">The column.</param>
    /// <param name="y">What is explained; as many values.</param>
    /// <param name="degree">Highest power. Range: 1 to 20.</param>
    /// <param name="level">Level of the intervals. Range: above 0 and below 1.</param>
    /// <returns>Coefficients named "constant", "x", "x^2"…</returns>
    /// <exception cref="ArgumentException">Lists of different length, no more values than coefficients, or no more distinct x than the degree.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, the degree is not from 1 to 20, a power goes beyond 1E+75, or the level is not a share.</exception>
    /// <remarks>O(n·d²) in double-double, powers too. A high degree describes and does not foresee. Source: Draper and Smith, 1998.</remarks>
    public static LinearRegression Polynomial(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int degree, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, 20);
        var (from, values) = (Sample.Of(x, 2, nameof(x)), Sample.Of(y, 2, nameof(y)));
        MustMatch(from, values, nameof(x));
        var rows = Array.ConvertAll(from, v => Powers(v, degree));
        Sample.MustBeUsable(Array.ConvertAll(rows, r => Math.Abs(r[degree].Value)).Max(), nameof(x));
        var design = Enumerable.Range(0, degree + 1).Select(j => Array.ConvertAll(rows, r => r[j]));
        var names = Enumerable.Range(0, degree + 1).Select(j => j switch { 0 => Constant, 1 => "x", _ => $"x^{j}" });
        return Of([.. design], values, [.. names], true, degree, [(from.Min(), from.Max())], 1e-24, level);
    }

    /// <summary>What is expected at a point, with its bands.</summary>
    /// <param name="at">Value of each column, in their order, without the constant; for a polynomial x alone.</param>
    /// <exception cref="ArgumentException">Not one value a column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    /// <remarks>O(p²). When the fit is exact both bands close on the value. Source: Draper and Smith, 1998, section 3.1.</remarks>
    public Prediction Predict(ReadOnlySpan<double> at)
    {
        if (at.Length != ranges.Length)
        {
            throw new ArgumentException($"at holds {at.Length} values; expected {ranges.Length}, one a column.", nameof(at));
        }

        var point = Sample.Of(at, 1, nameof(at));
        var row = degree is { } d ? Powers(point[0], d) : [.. constant ? [1] : Array.Empty<DoubleDouble>(), .. point.Select(v => new DoubleDouble(v))];
        var (value, s, leverage) = (qr.At(row).Value, ResidualDeviation.Known, qr.Leverage(row));
        Sample.MustBeUsable(value, nameof(at));
        var t = StudentDistribution.UpperQuantile((1 - Level) / 2, Freedom);
        var (mean, single) = (t * s * Math.Sqrt(leverage), t * s * Math.Sqrt(1 + leverage));
        return new(value, new(value - mean, value + mean, Level), new(value - single, value + single, Level), point.Where((v, i) => v < ranges[i].Low || v > ranges[i].High).Any());
    }

    private static LinearRegression Of(List<DoubleDouble[]> design, double[] y, IReadOnlyList<string> names, bool constant, int? degree, (double Low, double High)[] ranges, double least, double level)
    {
        Sample.Share(level, nameof(level));
        if (design.Count == 0)
        {
            throw new ArgumentException("There is no column; expected at least one, or a constant.", nameof(design));
        }

        Sample.MustHold(y.Length, design.Count + 1, nameof(y));
        DoubleDouble[][] columns = [.. design];
        return new(HouseholderQr.Fit(columns, y, names, least), columns, y, names, constant, degree, ranges, level);
    }

    private static DoubleDouble[] Powers(double x, int degree)
    {
        var powers = new DoubleDouble[degree + 1];
        powers[0] = 1;
        for (var i = 1; i <= degree; i++)
        {
            powers[i] = powers[i - 1] * x;
        }

        return powers;
    }

    private static void MustMatch(double[] column, double[] y, string name)
    {
        if (column.Length != y.Length)
        {
            throw new ArgumentException($"A column holds {column.Length} values; expected {y.Length}, as y.", name);
        }
    }

    private Coefficient Named(string name, double value, double error, double t)
    {
        var statistic = value / error;
        return double.IsFinite(statistic)
            ? new(name, value, error, statistic, StudentDistribution.Beyond(statistic, Freedom), new ConfidenceInterval(value - t * error, value + t * error, Level))
            : new(name, value, 0, null, null, null);
    }

    private static RegressionPoint Point(double fitted, double residual, double leverage, double s, int parameters)
    {
        var left = 1 - leverage;
        var standardised = residual / (s * Math.Sqrt(left));
        var cook = standardised * standardised * leverage / left / parameters;
        return s > 0 && left > 1e-10 && double.IsFinite(cook) ? new(fitted, residual, leverage, standardised, cook) : new(fitted, residual, leverage, null, null);
    }

    private static Term SquaresTerm(double squares) => new("SS_residual", "squares of residuals", squares, Units.OfMeasure);

    private static Term FreedomTerm(int freedom) => new("n − p", "degrees of freedom", freedom, Units.Ratio);

    private Explained<double> Determination(Formula formula, double squares, double total, double scale)
    {
        Term[] terms = [SquaresTerm(squares), new("SS_total", "total squares", total, Units.OfMeasure), FreedomTerm(Freedom)];
        return total > 0 ? formula.Gives(1 - squares / total * scale, Units.Ratio, terms) : formula.Lacks<double>(Units.Ratio, [new("", "variation of y", GapKind.Impossible)], terms);
    }

    private Explained<double> WatsonOf(double squares)
    {
        if (squares == 0)
        {
            return DurbinWatsonFormula.Lacks<double>(Units.Ratio, [new("", "residuals", GapKind.Impossible)], SquaresTerm(squares));
        }

        var sum = 0.0;
        for (var i = 1; i < Points.Count; i++)
        {
            var step = Points[i].Residual - Points[i - 1].Residual;
            sum += step * step;
        }

        return DurbinWatsonFormula.Gives(sum / squares, Units.Ratio, SquaresTerm(squares));
    }
}

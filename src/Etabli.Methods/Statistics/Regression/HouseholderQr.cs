using System.Globalization;

namespace Etabli.Methods.Statistics.Regression;

/// <summary>Least squares by Householder's reflections, in double-double: columns as ill-set as Filip's keep 9 digits and more.</summary>
/// <remarks>Source: Golub, G. H. and Van Loan, C. F., Matrix Computations, 4th ed., 2013, section 5.3.</remarks>
internal sealed class HouseholderQr
{
    private readonly DoubleDouble[][] triangle;

    private HouseholderQr(DoubleDouble[][] triangle, DoubleDouble[] coefficients) => (this.triangle, Coefficients) = (triangle, coefficients);

    public DoubleDouble[] Coefficients { get; }

    /// <summary>Fits y on columns, each of n values.</summary>
    /// <param name="columns">The design, column by column; copied.</param>
    /// <param name="y">What is explained.</param>
    /// <param name="names">Names of the columns, to name one that says nothing new.</param>
    /// <param name="least">A column of which less than this share is left, once the earlier ones are taken out, is a mixture of them.</param>
    /// <exception cref="ArgumentException">A column is a mixture of the earlier ones.</exception>
    public static HouseholderQr Fit(DoubleDouble[][] columns, double[] y, IReadOnlyList<string> names, double least)
    {
        var (p, n) = (columns.Length, y.Length);
        var work = Array.ConvertAll(columns, c => (DoubleDouble[])c.Clone());
        var right = Array.ConvertAll(y, v => new DoubleDouble(v));
        var diagonal = new DoubleDouble[p];
        for (var j = 0; j < p; j++)
        {
            var column = work[j];
            var whole = Norm(columns[j], 0);
            var left = Norm(column, j);
            if (!(left.Value > least * whole.Value))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The column '{names[j]}' is a mixture of the columns before it; expected columns that each say something new."), nameof(columns));
            }

            diagonal[j] = column[j].Hi > 0 ? -left : left;

            // v = x − diagonal·e₁; H = I − v·vᵀ / (vᵀv / 2).
            column[j] -= diagonal[j];
            var half = -(diagonal[j] * column[j]);
            for (var k = j + 1; k < p; k++)
            {
                Reflect(column, work[k], j, half);
            }

            Reflect(column, right, j, half);
        }

        var triangle = new DoubleDouble[p][];
        for (var i = 0; i < p; i++)
        {
            triangle[i] = new DoubleDouble[p];
            triangle[i][i] = diagonal[i];
            for (var k = i + 1; k < p; k++)
            {
                triangle[i][k] = work[k][i];
            }
        }

        var coefficients = new DoubleDouble[p];
        for (var i = p - 1; i >= 0; i--)
        {
            var sum = right[i];
            for (var k = i + 1; k < p; k++)
            {
                sum -= triangle[i][k] * coefficients[k];
            }

            coefficients[i] = sum / triangle[i][i];
        }

        return new(triangle, coefficients);
    }

    /// <summary>xᵀ(XᵀX)⁻¹x: how far a row of the design stands from the others.</summary>
    public double Leverage(ReadOnlySpan<DoubleDouble> row)
    {
        var p = triangle.Length;
        var solved = new DoubleDouble[p];
        var sum = DoubleDouble.Zero;
        for (var i = 0; i < p; i++)
        {
            var value = row[i];
            for (var k = 0; k < i; k++)
            {
                value -= triangle[k][i] * solved[k];
            }

            solved[i] = value / triangle[i][i];
            sum += solved[i] * solved[i];
        }

        return sum.Value;
    }

    /// <summary>Diagonal of (XᵀX)⁻¹.</summary>
    public double[] InverseDiagonal()
    {
        var p = triangle.Length;
        var sums = new double[p];
        for (var c = 0; c < p; c++)
        {
            // Column c of R⁻¹, from the diagonal up; row i of R⁻¹ gathers over the columns.
            var solved = new DoubleDouble[p];
            for (var i = c; i >= 0; i--)
            {
                var value = i == c ? new DoubleDouble(1) : DoubleDouble.Zero;
                for (var k = i + 1; k <= c; k++)
                {
                    value -= triangle[i][k] * solved[k];
                }

                solved[i] = value / triangle[i][i];
                sums[i] += (solved[i] * solved[i]).Value;
            }
        }

        return sums;
    }

    /// <summary>Value of the fit on a row of the design.</summary>
    public DoubleDouble At(ReadOnlySpan<DoubleDouble> row)
    {
        var sum = DoubleDouble.Zero;
        for (var i = 0; i < Coefficients.Length; i++)
        {
            sum += row[i] * Coefficients[i];
        }

        return sum;
    }

    private static DoubleDouble Norm(DoubleDouble[] column, int from)
    {
        var largest = 0.0;
        for (var i = from; i < column.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(column[i].Hi));
        }

        if (largest == 0)
        {
            return DoubleDouble.Zero;
        }

        // A power of two, so that scaling rounds nothing.
        var scale = Math.ScaleB(1, -Math.ILogB(largest));
        var sum = DoubleDouble.Zero;
        for (var i = from; i < column.Length; i++)
        {
            var value = new DoubleDouble(column[i].Hi * scale, column[i].Lo * scale);
            sum += value * value;
        }

        var root = DoubleDouble.Sqrt(sum);
        return new(root.Hi / scale, root.Lo / scale);
    }

    private static void Reflect(DoubleDouble[] mirror, DoubleDouble[] column, int from, DoubleDouble half)
    {
        var sum = DoubleDouble.Zero;
        for (var i = from; i < column.Length; i++)
        {
            sum += mirror[i] * column[i];
        }

        var factor = sum / half;
        for (var i = from; i < column.Length; i++)
        {
            column[i] -= mirror[i] * factor;
        }
    }
}

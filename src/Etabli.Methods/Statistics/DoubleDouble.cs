namespace Etabli.Methods.Statistics;

/// <summary>A number of about 32 digits, kept as the sum of two doubles: what sums and least squares are reckoned in when 16 digits are not enough.</summary>
/// <remarks>Source: Dekker, T. J., A Floating-Point Technique for Extending the Available Precision, Numerische Mathematik 18, 1971, pp. 224–242.</remarks>
internal readonly record struct DoubleDouble(double Hi, double Lo = 0)
{
    public static DoubleDouble Zero => default;

    public double Value => Hi + Lo;

    public static implicit operator DoubleDouble(double value) => new(value);

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.Hi, -a.Lo);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var (high, low) = TwoSum(a.Hi, b.Hi);
        var (small, rest) = TwoSum(a.Lo, b.Lo);
        (high, low) = QuickSum(high, low + small);
        (high, low) = QuickSum(high, low + rest);
        return new(high, low);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var high = a.Hi * b.Hi;
        var low = Math.FusedMultiplyAdd(a.Hi, b.Hi, -high) + (a.Hi * b.Lo + a.Lo * b.Hi);
        var (sum, rest) = QuickSum(high, low);
        return new(sum, rest);
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        var first = a.Hi / b.Hi;
        var left = a - b * first;
        var second = left.Hi / b.Hi;
        left -= b * second;
        var (high, low) = QuickSum(first, second);
        return new DoubleDouble(high, low) + left.Hi / b.Hi;
    }

    public static DoubleDouble Sqrt(DoubleDouble a)
    {
        if (a.Hi <= 0)
        {
            return Zero;
        }

        var root = Math.Sqrt(a.Hi);
        var near = new DoubleDouble(root);
        return near + (a - near * near) / (2 * root);
    }

    /// <summary>The sum of values, each exact.</summary>
    public static DoubleDouble Sum(ReadOnlySpan<double> values)
    {
        var sum = Zero;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static (double Sum, double Left) TwoSum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return (sum, a - (sum - part) + (b - part));
    }

    private static (double Sum, double Left) QuickSum(double large, double small)
    {
        var sum = large + small;
        return (sum, small - (sum - large));
    }
}

using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Etabli.Methods.Quality;

/// <summary>The same reading when all points share their levels and none is left out: sixty-four points a word, a run of signs found by shifts.</summary>
internal sealed partial class RuleReading
{
    /// <summary>Points of a word.</summary>
    private const int Points = 64;

    /// <summary>Longest run a word and the one before can tell.</summary>
    private const int LongestRun = Points;

    private enum Sign64
    {
        Above,
        Below,
        Up,
        Down,
        AboveTwo,
        BelowTwo,
        AboveOne,
        BelowOne,
        Within,
        Beyond,
        OverUpper,
        UnderLower,
        Turn,
    }

    private int Longest => new[] { rules.SameSide, rules.Trend, rules.Alternating, rules.HuggingCentre, rules.AvoidingCentre }.Max(k => k ?? 0);

    private void ReadWords(double[] values, double centre, double sigma, double lower, double upper, byte[] broken)
    {
        Span<ulong> now = stackalloc ulong[(int)Sign64.Turn + 1];
        Span<ulong> before = stackalloc ulong[now.Length];
        for (var start = 0; start < values.Length; start += Points)
        {
            now.Clear();
            var count = Math.Min(Points, values.Length - start);
            if (start > 0 && count == Points && Vector256.IsHardwareAccelerated)
            {
                Compare(values.AsSpan(start - 1, Points + 1), centre, sigma, lower, upper, now);
            }
            else
            {
                for (var j = 0; j < count; j++)
                {
                    Compare(values[start + j], start + j > 0 ? values[start + j - 1] : double.NaN, centre, sigma, lower, upper, j, now);
                }
            }

            // A turn: a step against the one before.
            now[(int)Sign64.Turn] = (now[(int)Sign64.Up] & Before(Sign64.Down, 1, now, before)) | (now[(int)Sign64.Down] & Before(Sign64.Up, 1, now, before));
            if (rules.BeyondLimits)
            {
                Runs(Sign64.OverUpper, 1, 1, ChartRule.BeyondLimits, 1, start, now, before, broken);
                Runs(Sign64.UnderLower, 1, 1, ChartRule.BeyondLimits, -1, start, now, before, broken);
            }

            // Steps and turns are between points: a run of them holds one point, or two, more.
            Runs(Sign64.Above, sameSide, sameSide, ChartRule.SameSide, 1, start, now, before, broken);
            Runs(Sign64.Below, sameSide, sameSide, ChartRule.SameSide, -1, start, now, before, broken);
            Runs(Sign64.Up, trend - 1, trend, ChartRule.Trend, 1, start, now, before, broken);
            Runs(Sign64.Down, trend - 1, trend, ChartRule.Trend, -1, start, now, before, broken);
            Runs(Sign64.Turn, alternating - 2, alternating, ChartRule.Alternating, 0, start, now, before, broken);
            Among(Sign64.AboveTwo, two, ChartRule.BeyondTwoSigmas, 1, start, now, before, broken);
            Among(Sign64.BelowTwo, two, ChartRule.BeyondTwoSigmas, -1, start, now, before, broken);
            Among(Sign64.AboveOne, one, ChartRule.BeyondOneSigma, 1, start, now, before, broken);
            Among(Sign64.BelowOne, one, ChartRule.BeyondOneSigma, -1, start, now, before, broken);
            Runs(Sign64.Within, hugs, hugs, ChartRule.HuggingCentre, 0, start, now, before, broken);
            Runs(Sign64.Beyond, avoids, avoids, ChartRule.AvoidingCentre, 0, start, now, before, broken);
            now.CopyTo(before);
        }
    }

    /// <summary>Signs of one point, at its place of the word.</summary>
    private static void Compare(double value, double previous, double centre, double sigma, double lower, double upper, int place, Span<ulong> now)
    {
        var (away, step) = (value - centre, value - previous);
        var distance = Math.Abs(away);
        Set(Sign64.Above, away > 0, now);
        Set(Sign64.Below, away < 0, now);
        Set(Sign64.Up, step > 0, now);
        Set(Sign64.Down, step < 0, now);
        Set(Sign64.AboveTwo, away > 2 * sigma, now);
        Set(Sign64.BelowTwo, away < -2 * sigma, now);
        Set(Sign64.AboveOne, away > sigma, now);
        Set(Sign64.BelowOne, away < -sigma, now);
        Set(Sign64.Within, distance < sigma, now);
        Set(Sign64.Beyond, distance > sigma, now);
        Set(Sign64.OverUpper, value > upper, now);
        Set(Sign64.UnderLower, value < lower, now);

        void Set(Sign64 sign, bool holds, Span<ulong> word) => word[(int)sign] |= (holds ? 1UL : 0) << place;
    }

    /// <summary>Signs of sixty-four points, four at a time.</summary>
    /// <param name="values">The point before, then the sixty-four.</param>
    private static void Compare(ReadOnlySpan<double> values, double centre, double sigma, double lower, double upper, Span<ulong> now)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var (middle, single, twice, low, high) = (Vector256.Create(centre), Vector256.Create(sigma), Vector256.Create(2 * sigma), Vector256.Create(lower), Vector256.Create(upper));
        for (var j = 0; j < Points; j += Vector256<double>.Count)
        {
            var value = Vector256.LoadUnsafe(ref first, (nuint)j + 1);
            var (away, step) = (value - middle, value - Vector256.LoadUnsafe(ref first, (nuint)j));
            var distance = Vector256.Abs(away);
            now[(int)Sign64.Above] |= (ulong)Vector256.GreaterThan(away, Vector256<double>.Zero).ExtractMostSignificantBits() << j;
            now[(int)Sign64.Below] |= (ulong)Vector256.LessThan(away, Vector256<double>.Zero).ExtractMostSignificantBits() << j;
            now[(int)Sign64.Up] |= (ulong)Vector256.GreaterThan(step, Vector256<double>.Zero).ExtractMostSignificantBits() << j;
            now[(int)Sign64.Down] |= (ulong)Vector256.LessThan(step, Vector256<double>.Zero).ExtractMostSignificantBits() << j;
            now[(int)Sign64.AboveTwo] |= (ulong)Vector256.GreaterThan(away, twice).ExtractMostSignificantBits() << j;
            now[(int)Sign64.BelowTwo] |= (ulong)Vector256.LessThan(away, -twice).ExtractMostSignificantBits() << j;
            now[(int)Sign64.AboveOne] |= (ulong)Vector256.GreaterThan(away, single).ExtractMostSignificantBits() << j;
            now[(int)Sign64.BelowOne] |= (ulong)Vector256.LessThan(away, -single).ExtractMostSignificantBits() << j;
            now[(int)Sign64.Within] |= (ulong)Vector256.LessThan(distance, single).ExtractMostSignificantBits() << j;
            now[(int)Sign64.Beyond] |= (ulong)Vector256.GreaterThan(distance, single).ExtractMostSignificantBits() << j;
            now[(int)Sign64.OverUpper] |= (ulong)Vector256.GreaterThan(value, high).ExtractMostSignificantBits() << j;
            now[(int)Sign64.UnderLower] |= (ulong)Vector256.LessThan(value, low).ExtractMostSignificantBits() << j;
        }
    }

    /// <summary>The word as it stood some points before.</summary>
    private static ulong Before(Sign64 sign, int by, ReadOnlySpan<ulong> now, ReadOnlySpan<ulong> before) => (now[(int)sign] << by) | (before[(int)sign] >> (Points - by));

    /// <summary>Points that end so many signs in a row.</summary>
    private void Runs(Sign64 sign, int signs, int points, ChartRule rule, int towards, int start, ReadOnlySpan<ulong> now, ReadOnlySpan<ulong> before, byte[] broken)
    {
        if (signs > LongestRun || now[(int)sign] == 0)
        {
            return;
        }

        var row = new UInt128(now[(int)sign], before[(int)sign]);
        var told = 1;
        while (told < signs)
        {
            var more = Math.Min(told, signs - told);
            row &= row << more;
            told += more;
        }

        for (var ends = unchecked((ulong)(row >> Points)); ends != 0; ends &= ends - 1)
        {
            var i = start + BitOperations.TrailingZeroCount(ends);
            broken[i] |= (byte)Sign(rule, towards, i - points + 1, i, i - 1);
        }
    }

    /// <summary>Points of that sign that are enough among the last ones.</summary>
    private void Among(Sign64 sign, (int Points, uint Window) asked, ChartRule rule, int towards, int start, ReadOnlySpan<ulong> now, ReadOnlySpan<ulong> before, byte[] broken)
    {
        if (asked.Window == 0)
        {
            return;
        }

        var among = BitOperations.PopCount(asked.Window);
        var row = new UInt128(now[(int)sign], before[(int)sign]);
        for (var left = now[(int)sign]; left != 0; left &= left - 1)
        {
            var j = BitOperations.TrailingZeroCount(left);
            var seen = unchecked((uint)(row >> (Points + j - among + 1))) & asked.Window;
            if (BitOperations.PopCount(seen) >= asked.Points)
            {
                var first = start + j - among + 1 + BitOperations.TrailingZeroCount(seen);
                broken[start + j] |= (byte)Sign(rule, towards, first, start + j, first);
            }
        }
    }
}

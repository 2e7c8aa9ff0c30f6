using System.Numerics;

namespace Etabli.Methods.Quality;

/// <summary>The Markov chain of what run rules remember.</summary>
internal static class RuleChain
{
    private const int MostStates = 4000;

    /// <summary>Memory between two points: which of the last ones were beyond, on each side, and the run on one side (signed).</summary>
    private readonly record struct Memory(uint AboveTwo, uint BelowTwo, uint AboveOne, uint BelowOne, int Run);

    public static double MeanRunLength(RunRules rules, double shift)
    {
        if ((rules.Trend ?? rules.Alternating ?? rules.HuggingCentre ?? rules.AvoidingCentre) is not null)
        {
            throw new ArgumentException("Rules 3, 4, 7 and 8 have no run length here; expected rules among 1, 2, 5 and 6.", nameof(rules));
        }

        if (rules is { BeyondLimits: false, SameSide: null, BeyondTwoSigmas: null, BeyondOneSigma: null })
        {
            throw new ArgumentException("No rule is on: the chart never signals.", nameof(rules));
        }

        // Bands from low to high, cut at −3, −2, −1, 0, 1, 2, 3.
        var bands = new double[8];
        for (var b = 0; b < 8; b++)
        {
            bands[b] = (b == 0 ? 1 : Tails.Normal(b - 4 - shift)) - (b == 7 ? 0 : Tails.Normal(b - 3 - shift));
        }

        var places = new Dictionary<Memory, int> { [default] = 0 };
        var states = new List<Memory> { default };
        var moves = new List<(int From, int To, double Share)>();
        for (var at = 0; at < states.Count; at++)
        {
            for (var b = 0; b < 8; b++)
            {
                if (After(states[at], b, rules) is not { } next)
                {
                    continue;
                }

                if (!places.TryGetValue(next, out var place))
                {
                    place = places[next] = states.Count;
                    states.Add(next);
                    if (states.Count > MostStates)
                    {
                        throw new ArgumentException($"These rules remember more than {MostStates} states; expected shorter runs.", nameof(rules));
                    }
                }

                moves.Add((at, place, bands[b]));
            }
        }

        var system = new double[states.Count, states.Count];
        foreach (var (from, to, share) in moves)
        {
            system[from, to] -= share;
        }

        for (var i = 0; i < states.Count; i++)
        {
            system[i, i] += 1;
        }

        return LinearSystem.Solve(system, [.. Enumerable.Repeat(1.0, states.Count)])[0];
    }

    /// <summary>Memory after a point in a band; null when it signals.</summary>
    private static Memory? After(Memory memory, int band, RunRules rules)
    {
        var (aboveTwo, belowTwo, aboveOne, belowOne) = (memory.AboveTwo, memory.BelowTwo, memory.AboveOne, memory.BelowOne);
        var signals = rules.BeyondLimits && band is 0 or 7;
        signals |= rules.BeyondTwoSigmas is { } two && (Remember(ref aboveTwo, band >= 6, two) | Remember(ref belowTwo, band <= 1, two));
        signals |= rules.BeyondOneSigma is { } one && (Remember(ref aboveOne, band >= 5, one) | Remember(ref belowOne, band <= 2, one));
        var run = 0;
        if (rules.SameSide is { } length)
        {
            var side = band >= 4 ? 1 : -1;
            run = Math.Sign(memory.Run) == side ? memory.Run + side : side;
            signals |= Math.Abs(run) >= length;
        }

        return signals ? null : new(aboveTwo, belowTwo, aboveOne, belowOne, run);
    }

    /// <summary>Takes a point in, keeps the last Among − 1, and says whether the rule is broken.</summary>
    private static bool Remember(ref uint memory, bool beyond, PointsAmong asked)
    {
        var seen = unchecked(memory << 1) | (beyond ? 1u : 0);
        memory = asked.Among == 1 ? 0 : seen & ((1u << (asked.Among - 1)) - 1);
        return beyond && BitOperations.PopCount(seen) >= asked.Points;
    }
}

using Etabli.Methods.Quality;

namespace Etabli.Methods.Tests.Quality;

/// <summary>Rules read sixty-four points at a time say what the rules read point by point say.</summary>
public sealed class RuleReadingTests
{
    [Fact]
    public void Words_of_points_and_single_points_tell_the_same_runs_and_the_same_signs()
    {
        var random = new Random(20261127);
        for (var turn = 0; turn < 3_000; turn++)
        {
            var rules = new RunRules
            {
                BeyondLimits = random.Next(2) == 0,
                SameSide = Maybe(2, 12),
                Trend = Maybe(2, 9),
                Alternating = Maybe(3, 16),
                BeyondTwoSigmas = random.Next(2) == 0 ? null : Some(),
                BeyondOneSigma = random.Next(2) == 0 ? null : Some(),
                HuggingCentre = Maybe(2, 66),
                AvoidingCentre = Maybe(2, 10),
            };
            var values = Values(random.Next(1, 400));
            Same(rules, values);
        }

        int? Maybe(int from, int to) => random.Next(3) == 0 ? null : random.Next(from, to);

        PointsAmong Some()
        {
            var among = random.Next(2, 33);
            return new(random.Next(1, among + 1), among);
        }

        // Rounded values lie on lines and repeat themselves; drifts and steps make long runs.
        double[] Values(int count)
        {
            var (drift, digits) = (random.NextDouble() < 0.3 ? (random.NextDouble() - 0.5) / 10 : 0, random.Next(0, 3));
            return [.. Enumerable.Range(0, count).Select(i => Math.Round(drift * i + (i / 70 % 2 == 0 ? 1 : 0.2) * (random.NextDouble() + random.NextDouble() - 1) * 4, digits))];
        }
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(129)]
    public void A_run_across_the_end_of_a_word_is_one_run(int count)
    {
        double[] rising = [.. Enumerable.Range(0, count).Select(i => (double)i)];
        Same(RunRules.Nelson, rising);
        double[] alternating = [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 1.5 : -1.5)];
        Same(RunRules.Nelson, alternating);
    }

    private static void Same(RunRules rules, double[] values)
    {
        const double centre = 0.1, sigma = 1;
        var (words, points) = (new byte[values.Length], new byte[values.Length]);
        var fast = new RuleReading(rules, 3).Read(values, new([centre], [sigma], [centre - 3 * sigma], [centre + 3 * sigma]), null, words);
        var slow = new RuleReading(rules, 3).Read(values, new(Each(centre), [sigma], [centre - 3 * sigma], [centre + 3 * sigma]), null, points);
        Assert.Equal(slow, fast);
        Assert.Equal(points, words);

        // Two levels at least: one alone would be read by words.
        double[] Each(double level) => [.. Enumerable.Repeat(level, Math.Max(2, values.Length))];
    }
}

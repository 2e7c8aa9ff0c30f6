using System.CommandLine;
using Etabli.Cli.Measures;
using Etabli.Methods;
using Etabli.Methods.Statistics;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Verbs;

/// <summary>sample-size: how many to measure.</summary>
internal static class SampleSizeVerbs
{
    public static Command Make() => new("sample-size", Speech.Say("SampleSize")) { Mean(), Proportion(), StudentTest(), Proportions(), Deviation() };

    private static Command Mean()
    {
        var (deviation, margin, level) = (Number("--deviation", "SampleSize.DeviationExpected").Needed(), Number("--margin", "SampleSize.Margin").Needed(), Number("--confidence", "Reckoning.Confidence"));
        return new Command("mean", Speech.Say("SampleSize.mean")) { deviation, margin, level }.Reckons(parsed =>
            Sheet(SampleSize.ForMean(Positive(parsed.GetValue(deviation), 1, "--deviation"), Positive(parsed.GetValue(margin), 1, "--margin"), Share(parsed.GetValue(level), 0.95, "--confidence"))));
    }

    private static Command Proportion()
    {
        var (margin, share, level) = (Number("--margin", "SampleSize.Margin").Needed(), Number("--share", "SampleSize.Share"), Number("--confidence", "Reckoning.Confidence"));
        return new Command("proportion", Speech.Say("SampleSize.proportion")) { margin, share, level }.Reckons(parsed =>
            Sheet(SampleSize.ForShare(Share(parsed.GetValue(margin), 0.05, "--margin"), Share(parsed.GetValue(share), 0.5, "--share"), Share(parsed.GetValue(level), 0.95, "--confidence"))));
    }

    private static Command StudentTest()
    {
        var (difference, deviation, power) = (Number("--difference", "SampleSize.Difference").Needed(), Number("--deviation", "SampleSize.DeviationExpected").Needed(), Number("--power", "SampleSize.Power"));
        var (design, side, risk) = (OneOf("--design", "SampleSize.Design", "two-samples", "one-sample"), Side(), Number("--risk", "Test.Risk"));
        return new Command("t", Speech.Say("SampleSize.t")) { difference, deviation, power, design, side, risk }.Reckons(parsed =>
            Sheet(SampleSize.ForTTest(
                Positive(parsed.GetValue(difference), 1, "--difference"),
                Positive(parsed.GetValue(deviation), 1, "--deviation"),
                Share(parsed.GetValue(power), 0.8, "--power"),
                parsed.GetValue(design) == "one-sample" ? TestDesign.OneSample : TestDesign.TwoSamples,
                Of(parsed.GetValue(side)!),
                Share(parsed.GetValue(risk), 0.05, "--risk"))));
    }

    private static Command Proportions()
    {
        var (first, second, power) = (Number("--first", "SampleSize.First").Needed(), Number("--second", "SampleSize.Second").Needed(), Number("--power", "SampleSize.Power"));
        var (side, risk) = (Side(), Number("--risk", "Test.Risk"));
        return new Command("proportions", Speech.Say("SampleSize.proportions")) { first, second, power, side, risk }.Reckons(parsed =>
            Sheet(SampleSize.ForTwoShares(Share(parsed.GetValue(first), 0.5, "--first"), Share(parsed.GetValue(second), 0.5, "--second"), Share(parsed.GetValue(power), 0.8, "--power"), Of(parsed.GetValue(side)!), Share(parsed.GetValue(risk), 0.05, "--risk"))));
    }

    private static Command Deviation()
    {
        var (ratio, power, risk) = (Number("--ratio", "SampleSize.Ratio").Needed(), Number("--power", "SampleSize.Power"), Number("--risk", "Test.Risk"));
        return new Command("deviation", Speech.Say("SampleSize.deviation")) { ratio, power, risk }.Reckons(parsed =>
            Sheet(SampleSize.ForDeviation(Positive(parsed.GetValue(ratio), 1, "--ratio"), Share(parsed.GetValue(power), 0.8, "--power"), Share(parsed.GetValue(risk), 0.05, "--risk"))));
    }

    private static Answer Sheet(Explained<long> size) => size.IsKnown
        ? Answer.Done(new { size = Told.Of(size) }, [.. new Grid().Row(Speech.Say("SampleSize.Size"), Told.Say(size), size.Because.Formula.Symbols).Lines()])
        : new(ExitCode.Refused, new { size = Told.Of(size) }, Speech.Say("NoResult", Told.Lacking(size.Because)));
}

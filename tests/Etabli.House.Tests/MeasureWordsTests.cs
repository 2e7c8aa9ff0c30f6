using System.Text.RegularExpressions;
using System.Xml.Linq;
using Etabli.Application.Studies.Analyses;
using Etabli.Methods.Performance;
using Etabli.Methods.Quality;
using Etabli.Methods.Statistics.Fitting;
using Etabli.Studies.Analyses;

namespace Etabli.House.Tests;

/// <summary>What the analyses and the formulas name has its words: a page builds the key, so only a test sees that one is missing.</summary>
public sealed partial class MeasureWordsTests
{
    private static readonly HashSet<string> Analyses = Keys("AnalysisWords");

    [Fact]
    public void Every_term_a_formula_names_has_its_word()
    {
        var named = Repository.Files(".cs").Where(f => f.StartsWith("src/Etabli.Methods/", StringComparison.Ordinal))
            .SelectMany(f => Term().Matches(Repository.Read(f)).Select(m => m.Groups[1].Value)).Where(n => !n.Contains('{', StringComparison.Ordinal) && !n.Contains('=', StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(named.Count > 60, $"only {named.Count} terms found");
        Assert.Empty(named.Select(n => "Term." + n.Replace(' ', '-')).Except(Keys("TermWords")));
    }

    [Fact]
    public void Every_kind_of_analysis_its_parts_and_its_choices_have_their_words()
    {
        var kinds = Enum.GetValues<AnalysisKind>();
        Expect(kinds.SelectMany(k => new[] { $"Kind.{k}", $"What.{k}", $"Help.{k}" }));
        Expect(kinds.SelectMany(k => AnalysisForm.Of(k).Roles).SelectMany(r => new[] { $"Role.{r.Key}", $"RoleHelp.{r.Key}" }));
        Expect(kinds.SelectMany(k => AnalysisForm.Of(k).Choices).SelectMany(c => c.Choices.Select(o => $"Option.{o.Key}").Append($"Choice.{c.Key}")));
        Expect(Enum.GetNames<AnalysisProblem>().Select(p => $"Problem.{p}"));
    }

    [Fact]
    public void Every_sign_of_a_chart_every_loss_and_every_law_has_its_words()
    {
        Expect(Enum.GetNames<ChartStatistic>().Select(s => $"Statistic.{s}"));
        Expect(Enum.GetValues<ChartRule>().Where(r => r != ChartRule.None).SelectMany(r => new[] { $"Rule.{r}", $"Rule.Spread.{r}" }));
        Expect(Enum.GetNames<ChartLimitation>().Concat(Enum.GetNames<CapabilityLimitation>()).Select(l => $"Limitation.{l}"));
        Expect(Enum.GetNames<StopClass>().Concat(["rhythm", "quality"]).Select(l => $"Loss.{l}"));
        Expect(Enum.GetNames<TrsInconsistency>().Select(i => $"Inconsistent.{i}"));
        Expect(Enum.GetNames<ChangeoverReading>().Select(c => $"ChangeoversAre.{c}"));
        Expect(Enum.GetNames<DistributionFamily>().Select(f => $"Law.{f}"));
        Expect(Enum.GetNames<FitWarning>().Select(w => $"Warning.{w}"));
    }

    private static void Expect(IEnumerable<string> keys) => Assert.Empty(keys.Distinct().Except(Analyses));

    private static HashSet<string> Keys(string words) =>
        [.. XDocument.Parse(Repository.Read($"src/Etabli.Web/Words/{words}.fr.resx")).Root!.Elements("data").Select(d => d.Attribute("name")!.Value)];

    [GeneratedRegex("""(?:new Term|Term)\(\s*"[^"]{1,14}",\s*"([^"]+)",""")]
    private static partial Regex Term();
}

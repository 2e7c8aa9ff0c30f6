using System.Reflection;
using System.Text.RegularExpressions;

namespace Etabli.House.Tests;

public partial class GlossaryTests
{
    [Fact]
    public void Every_word_of_the_trade_is_in_the_glossary()
    {
        var glossary = Words();
        var missing = TradeTypes().Where(t => !glossary.Contains(t.Name.Split('`')[0])).Select(t => t.FullName);
        Assert.Empty(missing);
    }

    [Fact]
    public void A_word_that_is_not_in_the_glossary_is_caught() => Assert.DoesNotContain("StrangerToTheTrade", Words());

    [Fact]
    public void Every_word_of_the_glossary_has_its_french()
    {
        var rows = Rows().ToList();
        Assert.True(rows.Count > 60);
        Assert.All(rows, r => Assert.NotEqual("", r.French));
    }

    /// <summary>Public types of the rooms that speak of the trade; a type nested in another is part of its word.</summary>
    private static IEnumerable<Type> TradeTypes() => new[] { "Etabli.Methods", "Etabli.People", "Etabli.Plant", "Etabli.Certification", "Etabli.Improvement", "Etabli.Studies" }
        .SelectMany(room => Assembly.Load(room).GetExportedTypes())
        .Where(t => !t.IsNested && !t.Name.EndsWith("Id", StringComparison.Ordinal) && t.Name is not ("Refusal" or "RefusalException" or "IIdentifier"));

    private static HashSet<string> Words() => [.. Rows().SelectMany(r => Code().Matches(r.Code).Select(m => m.Groups[1].Value.Split('.')[0]))];

    private static IEnumerable<(string French, string Code)> Rows() => Repository.Read("docs/glossary.md").Split('\n')
        .Where(l => l.StartsWith('|') && l.Contains('`', StringComparison.Ordinal))
        .Select(l => l.Split('|'))
        .Where(c => c.Length >= 4)
        .Select(c => (c[1].Trim(), c[2]));

    [GeneratedRegex("`([A-Za-z.]+)`")]
    private static partial Regex Code();
}

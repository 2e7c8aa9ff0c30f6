using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Etabli.People.Persons;

namespace Etabli.House.Tests;

public partial class WordsTests
{
    public static TheoryData<string> FrenchFiles => [.. Repository.Files(".resx").Where(f => f.EndsWith(".fr.resx", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(FrenchFiles))]
    public void Every_sentence_is_said_in_both_languages_with_the_same_blanks(string file)
    {
        var french = Read(file);
        var english = Read(file.Replace(".fr.resx", ".en.resx", StringComparison.Ordinal));
        Assert.Equal(french.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, words) in french)
        {
            Assert.False(string.IsNullOrWhiteSpace(words), $"{key} is empty in French");
            Assert.False(string.IsNullOrWhiteSpace(english[key]), $"{key} is empty in English");
            Assert.True(Blanks(words).SetEquals(Blanks(english[key])), $"{file}: {key} has not the same blanks in both languages");
        }
    }

    [Theory]
    [MemberData(nameof(FrenchFiles))]
    public void No_key_is_said_twice(string file)
    {
        foreach (var one in new[] { file, file.Replace(".fr.resx", ".en.resx", StringComparison.Ordinal) })
        {
            var names = XDocument.Parse(Repository.Read(one)).Root!.Elements("data").Select(d => d.Attribute("name")!.Value).ToList();
            Assert.Equal(names.Distinct().Count(), names.Count);
        }
    }

    [Theory]
    [MemberData(nameof(FrenchFiles))]
    public void French_is_written_with_its_own_apostrophe_and_spaces(string file) =>
        Assert.Empty(Read(file).Where(w => Straight().IsMatch(w.Value) || BareColon().IsMatch(w.Value)).Select(w => $"{w.Key}: {w.Value}"));

    [Fact]
    public void Every_refusal_has_its_sentence_in_both_languages()
    {
        var refusals = new[] { "Etabli.People", "Etabli.Plant", "Etabli.Certification", "Etabli.Improvement", "Etabli.Studies", "Etabli.Application" }
            .SelectMany(room => Assembly.Load(room).GetExportedTypes())
            .Where(t => t.IsEnum && t.Name == "Refusal")
            .SelectMany(t => Enum.GetNames(t).Select(n => $"{t.Namespace!["Etabli.".Length..]}.{n}"))
            .ToList();
        Assert.NotEmpty(refusals);
        Assert.Empty(refusals.Except(Read("src/Etabli.Web/Words/Refusals.fr.resx").Keys));
        Assert.Empty(refusals.Except(Read("src/Etabli.Web/Words/Refusals.en.resx").Keys));
    }

    [Fact]
    public void Every_role_has_its_name() => Assert.Empty(Enum.GetNames<Role>().Except(Read("src/Etabli.Web/Words/RoleWords.fr.resx").Keys));

    [Fact]
    public void Every_act_of_the_journal_has_its_sentence()
    {
        var acts = Repository.Files(".cs").Where(f => f.StartsWith("src/Etabli.Application", StringComparison.Ordinal))
            .SelectMany(f => Noted().Matches(Repository.Read(f)).Select(m => m.Groups[1].Value)).Append("access.refused").Distinct().ToList();
        Assert.NotEmpty(acts);
        Assert.Empty(acts.Except(Read("src/Etabli.Web/Words/JournalWords.fr.resx").Keys));
    }

    [Fact]
    public void Every_word_a_page_asks_for_is_in_its_file()
    {
        var missing = new List<string>();
        foreach (var page in Repository.Files(".razor", ".cs").Where(f => f.StartsWith("src/Etabli.Web", StringComparison.Ordinal)))
        {
            var text = Repository.Read(page);
            foreach (Match use in Localizer().Matches(text))
            {
                var (area, name) = (use.Groups[1].Value, use.Groups[2].Value);
                var file = $"src/Etabli.Web/Words/{area}.fr.resx";
                if (!File.Exists(Path.Combine(Repository.Root, file)))
                {
                    missing.Add($"{page}: no file for {area}");
                    continue;
                }

                var known = Read(file).Keys.ToHashSet();
                missing.AddRange(Regex.Matches(text, $@"\b{name}\[""([A-Za-z0-9_.-]+)""[\],]").Select(m => m.Groups[1].Value)
                    .Where(k => !known.Contains(k)).Select(k => $"{page}: {area} has no '{k}'"));
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void A_gesture_has_its_capability_in_the_module()
    {
        string[] ownRooms = ["Hosting", "Journal", "Files", "Live", "Operation", "Printing", "Search"];
        var orphans = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src/Etabli.Application"))
            .Where(d => !ownRooms.Contains(Path.GetFileName(d)) && Path.GetFileName(d) is not ("bin" or "obj"))
            .SelectMany(Directory.EnumerateDirectories)
            .Select(d => Path.GetRelativePath(Path.Combine(Repository.Root, "src/Etabli.Application"), d))
            .Where(c => !Directory.Exists(Path.Combine(Repository.Root, "src", "Etabli." + c)));
        Assert.Empty(orphans);
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Parse(Repository.Read(file)).Root!.Elements("data")
        .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    private static HashSet<string> Blanks(string words) => [.. Blank().Matches(words).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\p{L}'\p{L}")]
    private static partial Regex Straight();

    [GeneratedRegex(@"(?<=\p{L}) [:;?!](\s|$)")]
    private static partial Regex BareColon();

    [GeneratedRegex(@"\.Note\(\s*""([a-z.-]+)""")]
    private static partial Regex Noted();

    [GeneratedRegex(@"IStringLocalizer<(\w+)>\s+(\w+)")]
    private static partial Regex Localizer();
}

using System.Text.RegularExpressions;

namespace Etabli.House.Tests;

public partial class TidyTests
{
    [Fact]
    public void No_file_of_ours_is_longer_than_600_lines()
    {
        var long_ = Repository.Files(".cs", ".razor", ".ts", ".css", ".sql")
            .Select(f => (File: f, Lines: Repository.Read(f).Count(c => c == '\n')))
            .Where(f => f.Lines > 600 && !Path.GetFileName(f.File).StartsWith("kit", StringComparison.Ordinal))
            .Select(f => $"{f.File}: {f.Lines}");
        Assert.Empty(long_);
    }

    [Fact]
    public void The_median_file_of_code_is_at_most_100_lines()
    {
        var lines = Repository.Files(".cs").Where(f => f.StartsWith("src", StringComparison.Ordinal)).Select(f => Repository.Read(f).Count(c => c == '\n')).Order().ToList();
        Assert.InRange(lines[lines.Count / 2], 1, 100);
    }

    [Fact]
    public void No_folder_hides_its_subject()
    {
        string[] hiding = ["Helpers", "Services", "Managers", "Utils", "Common", "Misc", "Shared"];
        Assert.Empty(Repository.Files(".cs", ".razor", ".ts").SelectMany(f => f.Split('/')[..^1]).Distinct().Intersect(hiding));
    }

    [Fact]
    public void No_type_is_named_after_a_pattern()
    {
        var named = Repository.Files(".cs", ".razor")
            .SelectMany(f => Types().Matches(Repository.Read(f)).Select(m => (File: f, Name: m.Groups[1].Value)))
            .Where(t => PatternWord().IsMatch(t.Name));
        Assert.Empty(named);
    }

    [Fact]
    public void At_most_20_names_stand_at_the_root()
    {
        var names = Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName)
            .Where(n => !n!.StartsWith('.') && n is not ("artifacts" or "TestResults"));
        Assert.InRange(names.Count(), 1, 20);
    }

    [Fact]
    public void No_lock_file_of_the_browser_part_names_where_a_package_came_from()
    {
        var locks = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "package-lock.json", SearchOption.AllDirectories).Where(f => !f.Contains("node_modules", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(locks);
        Assert.All(locks, f => Assert.DoesNotContain("\"resolved\"", File.ReadAllText(f), StringComparison.Ordinal));
    }

    [Fact]
    public void No_test_is_skipped_or_waits_for_luck()
    {
        var lucky = Repository.Files(".cs").Where(f => f.StartsWith("tests", StringComparison.Ordinal) && !f.EndsWith("TidyTests.cs", StringComparison.Ordinal))
            .Where(f => Luck().IsMatch(Repository.Read(f)));
        Assert.Empty(lucky);
    }

    [GeneratedRegex(@"(?:class|record|struct|interface|enum)\s+([A-Z]\w*)")]
    private static partial Regex Types();

    [GeneratedRegex("(Manager|Service|Helper|Dto|Impl|Info|Entity|Util|Utils)$")]
    private static partial Regex PatternWord();

    [GeneratedRegex(@"Skip\s*=\s*""|Thread\.Sleep|Task\.Delay\(\s*\d")]
    private static partial Regex Luck();
}

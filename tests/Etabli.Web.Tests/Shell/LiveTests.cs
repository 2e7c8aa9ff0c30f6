using System.Text.RegularExpressions;

namespace Etabli.Web.Tests.Shell;

/// <summary>A page that says it is live listens to an address that answers.</summary>
public sealed partial class LiveTests
{
    [Fact]
    public void Every_live_topic_is_an_object_or_a_document_being_made()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Etabli.slnx")))
        {
            root = root.Parent!;
        }

        var topics = Directory.EnumerateFiles(Path.Combine(root.FullName, "src/Etabli.Web"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(f => Topic().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Where(t => t != "@Live")
            .ToList();
        Assert.NotEmpty(topics);
        Assert.DoesNotContain(topics, t => !Known().IsMatch(t));
    }

    [GeneratedRegex("""(?:data-live|\bLive)="(@\(\$"[^"]*"\)|[^"]*)""")]
    private static partial Regex Topic();

    [GeneratedRegex("""^@(?:\w+|\(\$"impression-\{[\w.]+\}"\))$""")]
    private static partial Regex Known();
}

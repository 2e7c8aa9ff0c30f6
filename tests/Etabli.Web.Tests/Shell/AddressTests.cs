using System.Text.RegularExpressions;
using System.Xml.Linq;
using Etabli.Web.Tests.Security;

namespace Etabli.Web.Tests.Shell;

/// <summary>A line of what waits, or of a search, leads to a page that exists.</summary>
public sealed partial class AddressTests
{
    private static readonly Func<string, Guid, Guid, string> Of = typeof(Program).Assembly.GetType("Etabli.Web.Home.ThingAddress", throwOnError: true)!
        .GetMethod("Of", [typeof(string), typeof(Guid), typeof(Guid)])!.CreateDelegate<Func<string, Guid, Guid, string>>();

    public static TheoryData<string> Kinds => [.. Words().Select(k => Kind().Match(k)).Where(m => m.Success && m.Groups[1].Value is not ("invitation" or "person")).Select(m => m.Groups[1].Value).Distinct()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_thing_that_waits_or_was_found_has_its_page(string kind)
    {
        var address = Of(kind, Guid.NewGuid(), Guid.NewGuid());
        Assert.NotEqual("/", address);
        Assert.Contains(Routes.All, r => Regex.IsMatch(address, "^" + Blank().Replace(Regex.Escape(r.Template).Replace("\\{", "{", StringComparison.Ordinal), "[^/]+") + "$"));
    }

    private static IEnumerable<string> Words()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Etabli.slnx")))
        {
            folder = folder.Parent!;
        }

        return XDocument.Load(Path.Combine(folder.FullName, "src/Etabli.Web/Words/HomeWords.fr.resx")).Root!.Elements("data").Select(d => d.Attribute("name")!.Value);
    }

    [GeneratedRegex("^(?:Say|Found)-(.+)$")]
    private static partial Regex Kind();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Blank();
}

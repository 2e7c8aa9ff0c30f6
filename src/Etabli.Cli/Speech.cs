using System.Globalization;
using System.Resources;
using Etabli.People;

namespace Etabli.Cli;

/// <summary>The words of the terminal, in the reader's language: French unless their system speaks English.</summary>
internal static class Speech
{
    private static readonly string[] Asked = ["LC_ALL", "LC_MESSAGES", "LANG"];
    private static readonly ResourceManager Words = new("Etabli.Cli.Words.CliWords", typeof(Speech).Assembly);
    private static readonly ResourceManager Terms = new("Etabli.Cli.Words.TermWords", typeof(Speech).Assembly);
    private static readonly ResourceManager Refusals = new("Etabli.Cli.Words.Refusals", typeof(Speech).Assembly);

    /// <summary>Takes LC_ALL, LC_MESSAGES or LANG; a system that says nothing is spoken to in French.</summary>
    public static void Choose()
    {
        var said = Asked.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "";
        var culture = CultureInfo.GetCultureInfo(said.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "fr");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
    }

    public static string Say(string key, params object[] about)
    {
        var words = Find(Words, key) ?? key;
        return about.Length == 0 ? words : string.Format(CultureInfo.CurrentCulture, words, about);
    }

    /// <summary>
    /// A term of a formula, or a gap, by its English key; the key itself when no language has it. The terminal's own words
    /// come first: a gap stands there at the end of the sentence "no result", as its reason.
    /// </summary>
    public static string Term(string key) => Find(Words, $"Term.{key.Replace(' ', '-')}") ?? Find(Terms, $"Term.{key.Replace(' ', '-')}") ?? key;

    public static string Say(RefusalException refused)
    {
        object[] about = [.. refused.About.Select(a => a is Enum word ? Find(Refusals, $"{word.GetType().Name}.{word}") ?? word.ToString() : a)];
        return Find(Refusals, refused.Key) is { } words ? string.Format(CultureInfo.CurrentCulture, words, about) : refused.Key;
    }

    private static string? Find(ResourceManager words, string key)
    {
        try
        {
            return words.GetString(key, CultureInfo.CurrentUICulture);
        }
        catch (MissingManifestResourceException)
        {
            // A key that no language has: there is no neutral language to fall back on.
            return null;
        }
    }
}

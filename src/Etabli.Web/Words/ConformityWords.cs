using System.Globalization;
using Etabli.Certification.Juries;
using Etabli.Web.Shell;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Words;

/// <summary>One sentence for each rule before the jury and each finding on its composition; the key is "R05.Waived", "Composition.NotBalanced".</summary>
public sealed class ConformityWords
{
    /// <summary>What a rule's line says to the reader.</summary>
    public static string Sentence(ConformityLine line, IStringLocalizer<ConformityWords> words, Tell tell)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(words);
        return words[$"{line.Rule}.{line.Words}", Said(line.About, words, tell)];
    }

    /// <summary>What a finding on the composition says to the reader, with how to mend it.</summary>
    public static string Sentence(CompositionFinding finding, IStringLocalizer<ConformityWords> words, Tell tell)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(words);
        return words[$"Composition.{finding.Words}", Said(finding.About, words, tell)];
    }

    private static object[] Said(IReadOnlyList<object> about, IStringLocalizer<ConformityWords> words, Tell tell)
    {
        ArgumentNullException.ThrowIfNull(tell);
        return [.. about.Select(a => a switch
        {
            DateOnly day => tell.Day(day),
            DateTimeOffset at => tell.Day(at),
            int or long or decimal => tell.Number(Convert.ToDecimal(a, CultureInfo.InvariantCulture)),
            Enum word when words[$"{word.GetType().Name}.{word}"] is { ResourceNotFound: false } said => said.Value,
            _ => a,
        })];
    }
}

using System.Globalization;
using Etabli.People;
using Etabli.Web.Shell;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Words;

/// <summary>The sentences of every refusal, by key "Module.Value".</summary>
public sealed class Refusals
{
    /// <summary>The sentence of a refusal, its dates and numbers said as the reader does.</summary>
    public static string Sentence(RefusalException refused, IStringLocalizer<Refusals> sentences, Tell tell)
    {
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(tell);
        object[] about = [.. refused.About.Select(a => a switch
        {
            DateOnly day => tell.Day(day),
            DateTimeOffset at => tell.DayTime(at),
            decimal number => tell.Number(number),
            int or long => tell.Number(Convert.ToDecimal(a, CultureInfo.InvariantCulture)),
            Enum word when sentences[$"{word.GetType().Name}.{word}"] is { ResourceNotFound: false } said => said.Value,
            _ => a,
        })];
        return sentences[refused.Key, about];
    }
}

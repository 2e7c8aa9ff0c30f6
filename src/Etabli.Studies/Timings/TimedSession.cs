using System.Globalization;
using Etabli.People;
using Etabli.Studies.Sheets;

namespace Etabli.Studies.Timings;

/// <summary>One time of a session, as the watch or the film gave it (fr: temps relevé).</summary>
/// <param name="Element">Code of the element; not read for a foreign one.</param>
/// <param name="Label">What the element, or what happened, is called.</param>
/// <param name="Cycle">Which cycle of the session, from 1.</param>
/// <param name="Seconds">The time. Range: above 0.</param>
/// <param name="Rating">The pace judged, on the study's scale; null when nobody judged it.</param>
/// <param name="LeftOutBecause">Why it is left out; null when it counts.</param>
/// <param name="IsForeign">Whether it is not part of the work.</param>
/// <param name="PerCycle">How often the element comes in a cycle; null when nobody said.</param>
public sealed record TimedMark(string Element, string Label, int Cycle, decimal Seconds, decimal? Rating = null, string? LeftOutBecause = null, bool IsForeign = false, decimal? PerCycle = null);

/// <summary>Times taken in one go at a station (fr: séance de chronométrage).</summary>
/// <param name="Marks">Its times, in the order they were taken.</param>
public sealed record TimedSession(IReadOnlyList<TimedMark> Marks)
{
    /// <summary>Most times of one session.</summary>
    public const int Most = 5_000;

    private static readonly SheetForm Form = SheetForm.Of(SheetKind.Timings);

    /// <summary>
    /// The rows that come behind those a sheet has: cycles go on counting, an element keeps the label it has there, what happened and is not
    /// the work has a code of its own, the same for the same words. No row that is there changes.
    /// </summary>
    /// <exception cref="RefusalException">Nothing, too much, a cycle that is none, a time left out without its reason.</exception>
    public IReadOnlyList<IReadOnlyList<string>> RowsAfter(IReadOnlyList<IReadOnlyList<string>> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        if (Marks.Count == 0)
        {
            throw new RefusalException(Refusal.NothingToKeep);
        }

        if (Marks.Count > Most)
        {
            throw new RefusalException(Refusal.TooManyRows, Most);
        }

        var (element, label, cycle, foreign) = (Form.At("Element"), Form.At("ElementLabel"), Form.At("Cycle"), Form.At("ForeignElement"));
        var done = kept.Select(r => int.Parse(r[cycle], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
        var strange = kept.Where(r => r[foreign] == "Yes").GroupBy(r => r[element], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(r => r[label]).FirstOrDefault(l => l.Length > 0) ?? "", StringComparer.Ordinal);
        var taken = kept.Select(r => r[element]).Concat(Marks.Where(m => !m.IsForeign).Select(m => m.Element)).ToHashSet(StringComparer.Ordinal);
        var said = kept.GroupBy(r => r[element], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(r => r[label]).FirstOrDefault(l => l.Length > 0), StringComparer.Ordinal);
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = new List<IReadOnlyList<string>>();
        for (var i = 0; i < Marks.Count; i++)
        {
            var mark = Marks[i];
            if (mark.Cycle is < 1 or > Most)
            {
                throw new RefusalException(Refusal.CellRefused, i + 1, "Cycle");
            }

            if (mark.LeftOutBecause is { } why && string.IsNullOrWhiteSpace(why))
            {
                throw new RefusalException(Refusal.ReasonMissing);
            }

            var code = mark.IsForeign ? Foreign(mark.Label.Trim()) : Own(mark.Element);
            var row = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Element"] = code,
                ["Cycle"] = (done + mark.Cycle).ToString(CultureInfo.InvariantCulture),
                ["ElementLabel"] = said.GetValueOrDefault(code) ?? mark.Label.Trim(),
                ["ObservedTime"] = Written(mark.Seconds),
                ["Rating"] = mark.Rating is { } judged ? Written(judged) : "",
                ["LeftOut"] = mark.LeftOutBecause is null ? "" : "Yes",
                ["WhyOut"] = mark.LeftOutBecause?.Trim() ?? "",
                ["PerCycle"] = mark.PerCycle is { } often ? Written(often) : "",
                ["ForeignElement"] = mark.IsForeign ? "Yes" : "",
            };
            rows.Add([.. Form.Columns.Select(c => row.GetValueOrDefault(c.Key, ""))]);
        }

        return rows;

        // A code that somebody meanwhile gave to something foreign would make the whole element foreign.
        string Own(string code) => !strange.ContainsKey(code) ? code : renamed.TryGetValue(code, out var other) ? other : renamed[code] = Free(code.Length > 16 ? code[..16] : code, 2, "-");

        string Foreign(string words)
        {
            var known = strange.FirstOrDefault(s => string.Equals(s.Value, words, StringComparison.OrdinalIgnoreCase)).Key;
            if (known is null)
            {
                known = Free("X", 1, "");
                strange[known] = words;
            }

            return known;
        }

        string Free(string stem, int from, string between)
        {
            var number = from;
            while (!taken.Add($"{stem}{between}{number.ToString(CultureInfo.InvariantCulture)}"))
            {
                number++;
            }

            return $"{stem}{between}{number.ToString(CultureInfo.InvariantCulture)}";
        }
    }

    private static string Written(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}

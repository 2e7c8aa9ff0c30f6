using System.Globalization;

namespace Etabli.Application.Studies.Analyses;

/// <summary>Values subgroup after subgroup, each subgroup with its name and its moment (fr: sous-groupes).</summary>
/// <param name="Values">Flat.</param>
/// <param name="Sizes">Values in each.</param>
/// <param name="Names">Name of each: what the column of subgroups says, or the number of its first row.</param>
/// <param name="Moments">Day or moment of its first row, as it is kept; empty when no column says it.</param>
/// <param name="Left">Values after the last whole subgroup of a fixed size: not read.</param>
public sealed record SubgroupedSeries(double[] Values, int[] Sizes, string[] Names, string[] Moments, int Left)
{
    /// <summary>The size when all have the same; 0 otherwise.</summary>
    public int Size => Sizes.Length > 0 && Array.TrueForAll(Sizes, s => s == Sizes[0]) ? Sizes[0] : 0;

    /// <summary>By the column of subgroups when there is one, else so many values each.</summary>
    internal static SubgroupedSeries Of(MeasuredSeries series, int? size)
    {
        var moments = series.Texts.GetValueOrDefault("Moment");
        string Moment(int i) => moments is null ? "" : moments[i];
        if (series.Texts.GetValueOrDefault("Subgroup") is { } named)
        {
            // Subgroups stand in the order they begin; a name that comes again later still names one subgroup.
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            var (members, firsts) = (new List<List<double>>(), new List<int>());
            for (var i = 0; i < named.Length; i++)
            {
                if (!places.TryGetValue(named[i], out var at))
                {
                    places[named[i]] = at = members.Count;
                    members.Add([]);
                    firsts.Add(i);
                }

                members[at].Add(series.Values[i]);
            }

            return new([.. members.SelectMany(m => m)], [.. members.Select(m => m.Count)], [.. firsts.Select(i => named[i])], [.. firsts.Select(Moment)], 0);
        }

        var each = size is > 1 ? size.Value : 1;
        var whole = series.Values.Length / each;
        return new(
            series.Values[..(whole * each)], [.. Enumerable.Repeat(each, whole)],
            [.. Enumerable.Range(0, whole).Select(i => series.Rows[i * each].ToString(CultureInfo.InvariantCulture))], [.. Enumerable.Range(0, whole).Select(i => Moment(i * each))], series.Values.Length - whole * each);
    }
}

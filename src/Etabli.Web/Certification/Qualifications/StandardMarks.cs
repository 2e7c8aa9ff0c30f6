using Etabli.Certification.Qualifications;

namespace Etabli.Web.Certification.Qualifications;

/// <summary>Where the repairs and the source's faults of a standard belong: beside the text they speak of.</summary>
public sealed class StandardMarks(StandardContent content)
{
    /// <summary>Numbers (from 0) of the repairs that name this place: "C5-MOY-1", "blocks", "A1".</summary>
    public IEnumerable<int> Repairs(params string[] places) => Named(content.Repairs.Select(r => r.Where), places);

    /// <summary>Numbers (from 0) of the source's faults that name this place.</summary>
    public IEnumerable<int> Defects(params string[] places) => Named(content.SourceDefects.Select(d => d.Where), places);

    private static IEnumerable<int> Named(IEnumerable<string> wheres, string[] places) => wheres.Index()
        .Where(w => places.Any(p => Words(w.Item).Contains(p, StringComparer.OrdinalIgnoreCase))).Select(w => w.Index);

    private static string[] Words(string where) => where.Split([' ', ',', '/', '§'], StringSplitOptions.RemoveEmptyEntries);
}

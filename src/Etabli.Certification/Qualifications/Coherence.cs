using System.Globalization;
using System.Text.RegularExpressions;

namespace Etabli.Certification.Qualifications;

/// <summary>What a schema cannot say: how the parts of a standard must agree with each other.</summary>
internal static partial class Coherence
{
    private static readonly Dictionary<string, Heading> Headings = new()
    {
        ["METH"] = Heading.Methods,
        ["MOY"] = Heading.Means,
        ["REL"] = Heading.Relations,
        ["CONT"] = Heading.Constraints,
        ["RES"] = Heading.Results,
    };

    public static IReadOnlyList<StandardFault> Check(StandardWire wire)
    {
        var faults = new List<StandardFault>();
        Unique(wire.Blocks.Select(b => b.Id), "$.blocks", faults);
        Unique(wire.Competences.Select(c => c.Id), "$.competences", faults);
        Unique(wire.Activities.Select(a => a.Id), "$.activities", faults);
        Unique(wire.Sources.Select(s => s.Id), "$.sources", faults);
        Unique(wire.Modalities.Select(m => m.Id.ToString()), "$.modalities", faults);
        Unique(wire.Headings.Select(h => h.Id.ToString()), "$.headings", faults);
        Unique(wire.AccessRoutes.Select(r => r.Id.ToString()), "$.accessRoutes", faults);
        Partition(wire, faults);
        Criteria(wire, faults);
        Modes(wire.ModalityRule, "$.modalityRule", wire, faults);
        foreach (var (i, competence) in wire.Competences.Index())
        {
            if (competence.Modalities is { } rule)
            {
                Modes(rule, Path("$.competences[{0}].modalities", i), wire, faults);
            }
        }

        if (wire.Certification.Validity is { } validity && validity.To < validity.From)
        {
            faults.Add(new("$.certification.validity.to", "ends-before-it-starts"));
        }

        return faults;
    }

    private static void Partition(StandardWire wire, List<StandardFault> faults)
    {
        var known = wire.Competences.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var placed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, block) in wire.Blocks.Index())
        {
            foreach (var (j, competence) in block.Competences.Index())
            {
                if (!known.Contains(competence))
                {
                    faults.Add(new(Path("$.blocks[{0}].competences[{1}]", i, j), "competence-unknown", competence));
                }
                else if (!placed.Add(competence))
                {
                    faults.Add(new(Path("$.blocks[{0}].competences[{1}]", i, j), "competence-in-two-blocks", competence));
                }
            }
        }

        foreach (var (i, competence) in wire.Competences.Index())
        {
            if (!placed.Contains(competence.Id))
            {
                faults.Add(new(Path("$.competences[{0}].id", i), "competence-in-no-block", competence.Id));
            }
        }
    }

    private static void Criteria(StandardWire wire, List<StandardFault> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, competence) in wire.Competences.Index())
        {
            foreach (var (j, criterion) in competence.Criteria.Index())
            {
                var path = Path("$.competences[{0}].criteria[{1}]", i, j);
                if (!seen.Add(criterion.Id))
                {
                    faults.Add(new($"{path}.id", "duplicate", criterion.Id));
                }

                if (!criterion.Id.StartsWith(competence.Id + "-", StringComparison.Ordinal))
                {
                    faults.Add(new($"{path}.id", "criterion-prefix", competence.Id));
                }

                var said = Headings.TryGetValue(Letters().Match(criterion.Id).Groups[1].Value, out var heading) ? heading : (Heading?)null;
                if (said != criterion.Heading)
                {
                    faults.Add(new($"{path}.heading", "criterion-heading", criterion.Id));
                }
            }

            Status(wire.Status, competence, Path("$.competences[{0}].criteria", i), faults);
        }
    }

    private static void Status(CriteriaStatus status, Competence competence, string path, List<StandardFault> faults)
    {
        switch (status)
        {
            case CriteriaStatus.Complete:
                foreach (var heading in Enum.GetValues<Heading>().Where(h => competence.Criteria.All(k => k.Heading != h)))
                {
                    faults.Add(new(path, "heading-missing", heading.ToString()));
                }

                break;
            case CriteriaStatus.CompleteWithoutHeadings when competence.Criteria.Count == 0:
                faults.Add(new(path, "criteria-missing", competence.Id));
                break;
            case CriteriaStatus.AbsentFromSources when competence.Criteria.Count > 0:
                faults.Add(new(path, "criteria-unexpected", competence.Id));
                break;
            default:
                break;
        }
    }

    private static void Modes(ModeRule rule, string path, StandardWire wire, List<StandardFault> faults)
    {
        var described = wire.Modalities.Select(m => m.Id).ToHashSet();
        Defined(rule.AnyOf, $"{path}.anyOf", described, faults);
        Defined(rule.AllOf, $"{path}.allOf", described, faults);
        Within(rule.Preferred, $"{path}.preferred", rule.AnyOf, faults);
        Within(rule.Exceptional, $"{path}.exceptional", rule.AnyOf, faults);
        foreach (var (i, mode) in rule.AnyOf.Index())
        {
            if (mode == AssessmentMode.CompanyOpinion)
            {
                faults.Add(new(Path(path + ".anyOf[{0}]", i), "opinion-completes-others"));
            }
        }
    }

    private static void Defined(IReadOnlyList<AssessmentMode> modes, string path, HashSet<AssessmentMode> described, List<StandardFault> faults)
    {
        foreach (var (i, mode) in modes.Index())
        {
            if (!described.Contains(mode))
            {
                faults.Add(new(Path(path + "[{0}]", i), "mode-not-described", mode.ToString()));
            }
        }
    }

    private static void Within(IReadOnlyList<AssessmentMode> modes, string path, IReadOnlyList<AssessmentMode> all, List<StandardFault> faults)
    {
        foreach (var (i, mode) in modes.Index())
        {
            if (!all.Contains(mode))
            {
                faults.Add(new(Path(path + "[{0}]", i), "mode-not-possible", mode.ToString()));
            }
        }
    }

    private static void Unique(IEnumerable<string> ids, string path, List<StandardFault> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, id) in ids.Index())
        {
            if (!seen.Add(id))
            {
                faults.Add(new(Path(path + "[{0}].id", i), "duplicate", id));
            }
        }
    }

    private static string Path(string format, params object[] indexes) => string.Format(CultureInfo.InvariantCulture, format, indexes);

    [GeneratedRegex("^C[0-9]+-([A-Z]+)")]
    private static partial Regex Letters();
}

using System.Globalization;
using System.Text.Json;

namespace Etabli.Certification.Qualifications;

/// <summary>Reads a standard's file: everything it says, or everything that is wrong with it (fr: lecture du référentiel).</summary>
public static class StandardFile
{
    /// <summary>Longest text accepted, in characters; the largest real standard is under 50,000.</summary>
    public const int LongestText = 5_000_000;

    private static readonly Lazy<SchemaChecker> Schema = new(() =>
        new SchemaChecker(JsonDocument.Parse(Resource.Read("standard-schema.json")).RootElement));

    /// <summary>Reads any text. Never throws: garbage is a fault like another.</summary>
    public static StandardReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > LongestText)
        {
            return Faulty(new StandardFault("$", "too-long", LongestText.ToString(CultureInfo.InvariantCulture)));
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var faults = Schema.Value.Check(document.RootElement);
            if (faults.Count > 0)
            {
                return new(null, faults);
            }

            var wire = document.RootElement.Deserialize<StandardWire>(StandardWire.Options)!;
            faults = Coherence.Check(wire);
            return faults.Count > 0 ? new(null, faults) : new(Content(wire), []);
        }
        catch (JsonException broken)
        {
            return Faulty(new StandardFault(broken.Path is { Length: > 0 } path ? path : "$", "json", Where(broken)));
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // Half a surrogate pair, a number no double holds: legal JSON that no text or number can carry.
            return Faulty(new StandardFault("$", "json", broken.GetType().Name));
        }
    }

    /// <summary>Whether every criterion named as a counterpart exists in the succeeding standard.</summary>
    public static IReadOnlyList<StandardFault> CheckCorrespondence(StandardContent old, StandardContent successor)
    {
        var known = successor.Competences.SelectMany(c => c.Criteria).Select(k => k.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from competence in old.Competences.Index()
               from criterion in competence.Item.Criteria.Index()
               from target in criterion.Item.CorrespondsTo.Index()
               where !known.Contains(target.Item)
               select new StandardFault(
                   string.Create(CultureInfo.InvariantCulture, $"$.competences[{competence.Index}].criteria[{criterion.Index}].correspondsTo[{target.Index}]"),
                   "corresponds-to-unknown",
                   target.Item),
        ];
    }

    private static StandardContent Content(StandardWire wire) => new()
    {
        Slug = wire.Id,
        Sources = wire.Sources,
        Qualification = wire.Certification,
        AccessRoutes = wire.AccessRoutes.Count > 0 ? new(wire.AccessRoutes, false) : new(CommonFrame.AccessRoutes, true),
        AccessProcess = wire.AccessProcess is { } process ? new(process, false) : new(CommonFrame.AccessProcess, true),
        Jury = wire.Jury is { } jury ? new(jury, false) : new(CommonFrame.Jury, true),
        Objective = wire.Objective,
        Activities = wire.Activities,
        Blocks = wire.Blocks,
        Headings = wire.Headings,
        CriteriaStatus = wire.Status,
        Competences = wire.Competences,
        Modes = wire.Modalities,
        ModeRule = wire.ModalityRule,
        Admissibility = wire.Admissibility is { } condition ? new(condition, false) : new(CommonFrame.Admissibility, true),
        Organisation = wire.EvaluationOrganisation,
        Repairs = wire.Repairs,
        SourceDefects = wire.SourceDefects,
    };

    private static StandardReading Faulty(StandardFault fault) => new(null, [fault]);

    private static string? Where(JsonException broken) => broken.LineNumber is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"{line + 1}:{(broken.BytePositionInLine ?? 0) + 1}")
        : null;
}

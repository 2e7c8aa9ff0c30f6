using System.Text.Json;
using Etabli.Application.Improvement;
using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Juries;
using Etabli.Certification.Qualifications;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Juries;

/// <summary>
/// What the frozen copies themselves show, read without their pictures: competences served, axes, whether each action has
/// its label, deliverable and date (rules R33, R34).
/// </summary>
internal sealed record WorkOnRecord(IReadOnlySet<string> Served, WorkFacts Facts)
{
    internal static async Task<WorkOnRecord> Of(EtabliDb db, DossierId dossier, StandardContent standard, CancellationToken stop)
    {
        var pieces = await db.Evidence.AsNoTracking().Where(e => e.Dossier == dossier && e.UnlinkedAt == null)
            .Select(e => new { e.Source.Kind, Source = e.Source.Id, e.Criteria, e.FrozenAt, Plan = e.Source.Kind == ArtefactKinds.ActionPlan ? e.FrozenJson : null }).ToListAsync(stop);
        var axes = pieces.Where(p => p.Kind == ArtefactKinds.Axis && p.FrozenAt is not null).Select(p => p.Source).Distinct().Count();
        var actions = pieces.Where(p => p.Plan is not null).OrderBy(p => p.FrozenAt).LastOrDefault()?.Plan is { } plan ? Actions(plan) : [];
        return new(DecisionInputs.ServedBy(standard, pieces.SelectMany(p => p.Criteria)), new(
            Axes: axes == 0 ? null : axes,
            Actions: actions.Count == 0 ? null : actions.Count,
            IncompleteActions: actions.Count == 0 ? null : actions.Count(a => Lacks(a, "label") || Lacks(a, "deliverable") || Lacks(a, "due"))));
    }

    private static List<JsonElement> Actions(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("actions", out var actions) && actions.ValueKind == JsonValueKind.Array
            ? [.. actions.EnumerateArray().Select(a => a.Clone())]
            : [];
    }

    private static bool Lacks(JsonElement action, string field) =>
        !action.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null || string.IsNullOrWhiteSpace(value.ToString());
}

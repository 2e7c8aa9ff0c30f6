using System.Text.Json;
using Etabli.Application.Improvement;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Juries;

namespace Etabli.Application.Certification.Juries;

/// <summary>What the frozen copies themselves show: how many axes, whether each action has its label, deliverable and date (rules R33, R34).</summary>
internal static class WorkOnRecord
{
    internal static WorkFacts Of(IReadOnlyCollection<Evidence> evidence)
    {
        var counted = evidence.Where(e => e.Counts && e.FrozenJson is not null).ToList();
        var axes = counted.Where(e => e.Source.Kind == ArtefactKinds.Axis).Select(e => e.Source.Id).Distinct().Count();
        var actions = counted.Where(e => e.Source.Kind == ArtefactKinds.ActionPlan).OrderBy(e => e.FrozenAt).LastOrDefault() is { } plan ? Actions(plan.FrozenJson!) : [];
        return new(
            Axes: axes == 0 ? null : axes,
            Actions: actions.Count == 0 ? null : actions.Count,
            IncompleteActions: actions.Count == 0 ? null : actions.Count(a => Lacks(a, "label") || Lacks(a, "deliverable") || Lacks(a, "due")));
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

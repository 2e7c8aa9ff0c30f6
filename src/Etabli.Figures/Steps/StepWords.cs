using Etabli.Figures.Ink;

namespace Etabli.Figures.Steps;

internal sealed record StepWords(
    string Title,
    string Nothing,
    string None,
    string ObjectOne,
    string ObjectMany,
    string Criteria,
    string Current,
    string Reading,
    IReadOnlyDictionary<StepState, string> States)
{
    internal static StepWords In(Language language) => language == Language.English ? English : French;

    private static StepWords French { get; } = new(
        "Étapes du projet",
        "Ce projet n’a pas encore d’étape.",
        "aucun objet",
        "objet",
        "objets",
        "critères",
        "Étape en cours",
        "{0} étapes faites sur {1}.",
        new Dictionary<StepState, string>
        {
            [StepState.Empty] = "vide",
            [StepState.Started] = "entamée",
            [StepState.Current] = "en cours",
            [StepState.Done] = "faite",
        });

    private static StepWords English { get; } = new(
        "Project steps",
        "This project has no step yet.",
        "no item",
        "item",
        "items",
        "criteria",
        "Current step",
        "{0} steps done out of {1}.",
        new Dictionary<StepState, string>
        {
            [StepState.Empty] = "empty",
            [StepState.Started] = "started",
            [StepState.Current] = "current",
            [StepState.Done] = "done",
        });
}

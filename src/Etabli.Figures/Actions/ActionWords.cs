using Etabli.Figures.Ink;

namespace Etabli.Figures.Actions;

internal sealed record ActionWords(
    string Number,
    string Label,
    string Deliverable,
    string Owner,
    string Due,
    string State,
    string Effect,
    string ClosedOn,
    string AbandonedOn,
    string NotMeasured,
    string Nothing,
    string ActionOne,
    string ActionMany,
    IReadOnlyDictionary<ActionState, string> States,
    IReadOnlyDictionary<ActionState, string> Plurals)
{
    internal static ActionWords In(Language language) => language == Language.English ? English : French;

    private static ActionWords French { get; } = new(
        "N°",
        "Action",
        "Livrable",
        "Pilote",
        "Attendue le",
        "État",
        "Efficacité",
        "le",
        "le",
        "à mesurer",
        "Aucune action. Ajoutez la première : un libellé, un livrable, un pilote, une date.",
        "action",
        "actions",
        new Dictionary<ActionState, string>
        {
            [ActionState.ToDo] = "à faire",
            [ActionState.InProgress] = "en cours",
            [ActionState.Late] = "en retard",
            [ActionState.Done] = "soldée",
            [ActionState.Verified] = "efficace",
            [ActionState.Ineffective] = "inefficace",
            [ActionState.Abandoned] = "abandonnée",
        },
        new Dictionary<ActionState, string>
        {
            [ActionState.ToDo] = "à faire",
            [ActionState.InProgress] = "en cours",
            [ActionState.Late] = "en retard",
            [ActionState.Done] = "soldées",
            [ActionState.Verified] = "efficaces",
            [ActionState.Ineffective] = "inefficaces",
            [ActionState.Abandoned] = "abandonnées",
        });

    private static ActionWords English { get; } = new(
        "No.",
        "Action",
        "Deliverable",
        "Owner",
        "Due",
        "State",
        "Effectiveness",
        "on",
        "on",
        "to be measured",
        "No action. Add the first one: a label, a deliverable, an owner, a date.",
        "action",
        "actions",
        new Dictionary<ActionState, string>
        {
            [ActionState.ToDo] = "to do",
            [ActionState.InProgress] = "in progress",
            [ActionState.Late] = "late",
            [ActionState.Done] = "closed",
            [ActionState.Verified] = "effective",
            [ActionState.Ineffective] = "ineffective",
            [ActionState.Abandoned] = "given up",
        },
        new Dictionary<ActionState, string>
        {
            [ActionState.ToDo] = "to do",
            [ActionState.InProgress] = "in progress",
            [ActionState.Late] = "late",
            [ActionState.Done] = "closed",
            [ActionState.Verified] = "effective",
            [ActionState.Ineffective] = "ineffective",
            [ActionState.Abandoned] = "given up",
        });
}

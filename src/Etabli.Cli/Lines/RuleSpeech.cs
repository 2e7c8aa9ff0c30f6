using Etabli.Cli.Measures;
using Etabli.Methods.Balancing;
using Etabli.Methods.Balancing.Ruled;

namespace Etabli.Cli.Lines;

/// <summary>Rules, and what a balance breaks of them, as sentences.</summary>
internal static class RuleSpeech
{
    public static string Of(LineRule rule, AssemblyLine line) => rule switch
    {
        StationRule of => Speech.Say(of.IsForbidden ? "Rule.NotAt" : "Rule.At", Tasks(line, of.Tasks), string.Join(", ", of.Stations.Order().Select(s => s + 1))),
        TogetherRule of => Speech.Say("Rule.Together", Tasks(line, of.Tasks)),
        ApartRule of => Speech.Say("Rule.Apart", Tasks(line, of.Tasks)),
        DistanceRule of => Speech.Say("Rule.Distance", line.Tasks[of.First].Id, line.Tasks[of.Second].Id, of.Least),
        BudgetRule of => Speech.Say("Rule.Budget", of.Name, Told.Say(of.Most)),
        EquipmentRule of => Speech.Say("Rule.Equipment", of.Name, Tasks(line, of.Tasks), of.Most),
        _ => "",
    };

    public static string Of(RuleBreach breach, RuledLine ruled, int units)
    {
        string Task(int? at) => at is { } i && i < ruled.Line.Tasks.Count ? ruled.Line.Tasks[i].Id : "";
        var isTime = breach.Kind is RuleBreachKind.TooMuchWork or RuleBreachKind.TooMuchOfModel;
        string Value(double? value) => value is { } v ? Told.Say(isTime ? v / units : v) : "";
        return Speech.Say($"Breach.{breach.Kind}", Task(breach.Task), Task(breach.Other), (breach.Station ?? 0) + 1, Value(breach.Value), Value(breach.Limit),
            breach.Rule is { } rule ? Of(ruled.Setting.Rules[rule], ruled.Line) : breach.Model is { } model ? ruled.Setting.Models[model].Name : "");
    }

    private static string Tasks(AssemblyLine line, IReadOnlyList<int> tasks) => string.Join(", ", tasks.Select(t => line.Tasks[t].Id));
}

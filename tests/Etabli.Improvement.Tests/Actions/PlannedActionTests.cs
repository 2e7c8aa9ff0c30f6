using Etabli.Improvement.Actions;
using Etabli.People;

namespace Etabli.Improvement.Tests.Actions;

public sealed class PlannedActionTests
{
    private static readonly DateOnly Twelfth = new(2026, 1, 12);

    [Theory]
    [InlineData("", "chariot en service", Refusal.ActionLabelMissing)]
    [InlineData("Fabriquer le chariot", "  ", Refusal.ActionDeliverableMissing)]
    public void An_action_without_label_or_deliverable_is_refused(string label, string deliverable, Refusal expected)
    {
        var wording = Cast.Chariot() with { Label = label, Deliverable = deliverable };
        var no = Assert.Throws<RefusalException>(() => Cast.NewAction(Twelfth).Word(wording));
        Assert.Equal(expected, no.Refusal);
    }

    [Fact]
    public void An_action_without_owner_is_refused()
    {
        var no = Assert.Throws<RefusalException>(() => Cast.NewAction(Twelfth).Word(Cast.Chariot() with { Owner = default }));
        Assert.Equal(Refusal.ActionOwnerMissing, no.Refusal);
    }

    [Fact]
    public void An_action_is_late_the_day_after_it_was_due_and_not_before()
    {
        var action = Cast.NewAction(Twelfth);
        Assert.Equal(ActionState.ToDo, action.StateOn(Twelfth));
        Assert.Equal(ActionState.Late, action.StateOn(Twelfth.AddDays(1)));
        Assert.Equal(11, action.DaysLateOn(Cast.Today));
    }

    [Fact]
    public void An_action_under_way_can_be_late_too()
    {
        var action = Cast.NewAction(Twelfth);
        action.Start(new(2026, 1, 5));
        Assert.Equal(ActionState.UnderWay, action.StateOn(Twelfth));
        Assert.Equal(ActionState.Late, action.StateOn(Cast.Today));
    }

    [Fact]
    public void A_closed_action_is_never_late_but_remembers_by_how_much_it_was()
    {
        var action = Cast.NewAction(Twelfth);
        action.Close(new(2026, 1, 15), Effectiveness.MeasuredAs("recherches d’outil 14 → 3 par équipe"));
        Assert.Equal(ActionState.Closed, action.StateOn(Cast.Today));
        Assert.Equal(3, action.DaysLateOn(Cast.Today));
    }

    [Fact]
    public void Moving_a_due_date_needs_a_reason_and_keeps_the_old_date()
    {
        var action = Cast.NewAction(Twelfth);
        var no = Assert.Throws<RefusalException>(() => action.Postpone(new(2026, 1, 30), " ", Cast.Clean, Cast.Evening));
        Assert.Equal(Refusal.PostponeReasonMissing, no.Refusal);

        action.Postpone(new(2026, 1, 30), "Tôle livrée en retard", Cast.Clean, Cast.Evening);
        action.Postpone(new(2026, 2, 6), "Essai reporté par l’équipe B", Cast.Clean, Cast.Evening);
        Assert.Equal(new DateOnly(2026, 2, 6), action.Due);
        Assert.Equal(Twelfth, action.FirstDue);
        Assert.Equal([Twelfth, new DateOnly(2026, 1, 30)], action.DueChanges.Select(c => c.From));
    }

    [Fact]
    public void Moving_a_due_date_to_itself_is_refused()
    {
        var no = Assert.Throws<RefusalException>(() => Cast.NewAction(Twelfth).Postpone(Twelfth, "rien", Cast.Clean, Cast.Evening));
        Assert.Equal(Refusal.DueDateUnchanged, no.Refusal);
    }

    [Fact]
    public void Effectiveness_said_to_be_measured_has_words()
    {
        var no = Assert.Throws<RefusalException>(() => Effectiveness.MeasuredAs(""));
        Assert.Equal(Refusal.EffectivenessMissing, no.Refusal);
    }

    [Fact]
    public void An_action_may_close_unmeasured_and_be_measured_later()
    {
        var action = Cast.NewAction(Twelfth);
        action.Close(Twelfth, Effectiveness.NotYetMeasured("après 20 jours de production"));
        Assert.False(action.EffectivenessMeasured);
        action.NoteEffectiveness(Effectiveness.MeasuredAs("14 → 3"));
        Assert.True(action.EffectivenessMeasured);
    }

    [Fact]
    public void Effectiveness_is_not_noted_on_an_action_still_open()
    {
        var no = Assert.Throws<RefusalException>(() => Cast.NewAction(Twelfth).NoteEffectiveness(Effectiveness.MeasuredAs("14 → 3")));
        Assert.Equal(Refusal.ActionNotClosed, no.Refusal);
    }

    [Fact]
    public void A_closed_action_is_neither_reworded_nor_postponed_nor_closed_again()
    {
        var action = Cast.NewAction(Twelfth);
        action.Close(Twelfth, Effectiveness.NotYetMeasured());
        Assert.Equal(Refusal.ActionClosed, Assert.Throws<RefusalException>(() => action.Word(Cast.Chariot())).Refusal);
        Assert.Equal(Refusal.ActionClosed, Assert.Throws<RefusalException>(() => action.Postpone(Cast.Today, "plus tard", Cast.Clean, Cast.Evening)).Refusal);
        Assert.Equal(Refusal.ActionClosed, Assert.Throws<RefusalException>(() => action.Close(Cast.Today, Effectiveness.NotYetMeasured())).Refusal);
    }
}

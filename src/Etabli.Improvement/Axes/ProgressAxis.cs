using Etabli.People;

namespace Etabli.Improvement.Axes;

/// <summary>
/// A direction the project takes, with its starting point, its target, its day and what is at stake
/// (fr: axe de progrès).
/// </summary>
public sealed class ProgressAxis
{
    /// <summary>Fewest priority axes the référentiel asks for (rule R33, capacité C2).</summary>
    public const int FewestForAssessment = 3;

    private ProgressAxis()
    {
        Code = Label = InitialSituation = Target = MeasuredBy = Stake = Risk = Constraint = "";
    }

    public ProgressAxis(ProgressAxisId id, ProjectId project, OrganisationId organisation, string code, AxisWording wording, PersonId author, DateTimeOffset at)
        : this()
    {
        Id = id;
        Project = project;
        Organisation = organisation;
        Code = Wording.Required(code, Refusal.CodeMissing, 20);
        Author = author;
        SetAt = at;
        Word(wording);
    }

    public ProgressAxisId Id { get; private set; }

    public ProjectId Project { get; private set; }

    public OrganisationId Organisation { get; private set; }

    /// <summary>Short name in the project: X1.</summary>
    public string Code { get; private set; }

    public string Label { get; private set; }

    /// <summary>Where it starts from, with figures.</summary>
    public string InitialSituation { get; private set; }

    public string Target { get; private set; }

    public DateOnly Due { get; private set; }

    /// <summary>Codes of the indicators that tell whether it is reached, separated by blanks: "K08 K06".</summary>
    public string MeasuredBy { get; private set; }

    public string Stake { get; private set; }

    public string Risk { get; private set; }

    public string Constraint { get; private set; }

    public PersonId Author { get; private set; }

    public DateTimeOffset SetAt { get; private set; }

    /// <exception cref="RefusalException">No label, starting point, target or stake.</exception>
    public void Word(AxisWording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        Label = Wording.Required(wording.Label, Refusal.TitleMissing);
        InitialSituation = Wording.Required(wording.InitialSituation, Refusal.InitialSituationMissing, 1_000);
        Target = Wording.Required(wording.Target, Refusal.TargetMissing, 1_000);
        Due = wording.Due;
        MeasuredBy = Wording.Optional(wording.MeasuredBy);
        Stake = Wording.Required(wording.Stake, Refusal.StakeMissing, 1_000);
        Risk = Wording.Optional(wording.Risk, 1_000);
        Constraint = Wording.Optional(wording.Constraint, 1_000);
    }
}

/// <summary>What an axis says of itself (fr: énoncé de l’axe).</summary>
public sealed record AxisWording(string Label, string InitialSituation, string Target, DateOnly Due, string MeasuredBy, string Stake, string Risk = "", string Constraint = "");

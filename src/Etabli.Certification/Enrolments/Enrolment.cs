using Etabli.Certification.Qualifications;
using Etabli.People.Organisations;

namespace Etabli.Certification.Enrolments;

/// <summary>Who enrols, where, for what, by which way (fr: inscription préalable).</summary>
public sealed record Enrolment
{
    public required Candidate Candidate { get; init; }

    /// <summary>fr: UIMM territoriale, centre d'examen.</summary>
    public required NamedOrganisation Centre { get; init; }

    /// <summary>Where the enrolment is made: two territories may be closed (rule R06).</summary>
    public Territory Territory { get; init; } = Territory.MainlandFrance;

    public NamedOrganisation? Company { get; init; }

    public NamedOrganisation? TrainingProvider { get; init; }

    public required AccessRoute Route { get; init; }

    /// <summary>Blocks aimed at; empty means all that are not carried over (rule R03).</summary>
    public IReadOnlyList<string> Blocks { get; init; } = [];

    public IReadOnlyList<CarriedOverBlock> CarriedOver { get; init; } = [];

    public NamedPerson? Tutor { get; init; }

    /// <summary>The day the enrolment counts from, in the centre's calendar.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The dossier this one goes on from, after a non-admission (rule R53).</summary>
    public DossierId? Previous { get; init; }

    /// <summary>The blocks really aimed at, in the standard's order.</summary>
    public IReadOnlyList<string> Targets(StandardContent standard)
    {
        var wanted = Blocks.Count > 0
            ? Blocks.ToHashSet(StringComparer.Ordinal)
            : standard.Blocks.Select(b => b.Id).Except(CarriedOver.Select(c => c.Block)).ToHashSet(StringComparer.Ordinal);
        return [.. standard.Blocks.Select(b => b.Id).Where(wanted.Contains)];
    }
}

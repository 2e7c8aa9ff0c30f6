using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People;

namespace Etabli.Certification.Dossiers;

public sealed partial class Dossier
{
    private List<PlannedModes> modes = [];
    private List<ModesAgreement> agreements = [];

    /// <summary>Modes foreseen for each competence aimed at (rules R10 to R14).</summary>
    public IReadOnlyList<PlannedModes> Modes => modes;

    public DateTimeOffset? ModesDefinedAt { get; private set; }

    public PersonId? ModesDefinedBy { get; private set; }

    public IReadOnlyList<ModesAgreement> ModesAgreements => agreements;

    public ModesTransmission? Transmission { get; private set; }

    /// <summary>Whose agreement the file of modes needs: the company's, else the candidate's (rule R11).</summary>
    public ModesParty Signatory => Company is null ? ModesParty.Candidate : ModesParty.Company;

    /// <summary>Modes foreseen for one competence; empty when none.</summary>
    public IReadOnlyList<AssessmentMode> ModesOf(string competence) => modes.FirstOrDefault(m => m.Competence == competence)?.Modes ?? [];

    /// <summary>
    /// The exam centre defines the modes. A new definition takes the agreements back: they bore on another plan.
    /// </summary>
    /// <exception cref="RefusalException">Transmitted already, or a competence lacks a mode, or a mode is not foreseen or not justified.</exception>
    public void DefineModes(StandardContent standard, IReadOnlyList<PlannedModes> plan, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(plan);
        MustBeOpen();
        MustNotBeTransmitted();
        var chosen = new List<PlannedModes>();
        foreach (var competence in Competences(standard))
        {
            chosen.Add(Chosen(competence.Id, standard.RuleFor(competence.Id), plan.FirstOrDefault(p => p.Competence == competence.Id)));
        }

        foreach (var foreign in plan.Where(p => chosen.All(c => c.Competence != p.Competence)))
        {
            throw new RefusalException(Refusal.CompetenceNotTargeted, foreign.Competence);
        }

        modes = chosen;
        agreements = [];
        ModesDefinedAt = at;
        ModesDefinedBy = by;
    }

    /// <summary>One party agrees, dated (rules R10, R11).</summary>
    /// <exception cref="RefusalException">Nothing to agree to yet, transmitted already, or it is not this party that signs.</exception>
    public void AgreeModes(ModesParty party, NamedPerson by, DateTimeOffset at)
    {
        MustBeOpen();
        MustHaveModes();
        MustNotBeTransmitted();
        var signs = party == ModesParty.TrainingProvider ? TrainingProvider is not null : party == Signatory;
        if (!signs)
        {
            throw new RefusalException(Refusal.PartyDoesNotSign, party, Signatory);
        }

        if (agreements.All(a => a.Party != party))
        {
            agreements = [.. agreements, new(party, by, at)];
        }
    }

    /// <summary>Whose agreement is still missing.</summary>
    public IReadOnlyList<ModesParty> MissingAgreements()
    {
        List<ModesParty> needed = TrainingProvider is null ? [Signatory] : [Signatory, ModesParty.TrainingProvider];
        return [.. needed.Where(p => agreements.All(a => a.Party != p))];
    }

    /// <summary>The file of modes goes to the resource centre (rule R12).</summary>
    /// <exception cref="RefusalException">No modes, an agreement is missing, or it went already.</exception>
    public void TransmitModes(NamedOrganisation resourceCentre, PersonId by, DateTimeOffset at)
    {
        MustBeOpen();
        MustHaveModes();
        MustNotBeTransmitted();
        if (MissingAgreements() is [var missing, ..])
        {
            throw new RefusalException(Refusal.AgreementMissing, missing);
        }

        Transmission = new(resourceCentre, by, at, null, null);
    }

    /// <summary>The resource centre says it has it.</summary>
    /// <exception cref="RefusalException">Nothing was transmitted.</exception>
    public void AcknowledgeTransmission(PersonId by, DateTimeOffset at)
    {
        var sent = Transmission ?? throw new RefusalException(Refusal.ModesNotTransmitted);
        if (sent.AcknowledgedAt is null)
        {
            Transmission = sent with { AcknowledgedBy = by, AcknowledgedAt = at };
        }
    }

    private PlannedModes Chosen(string competence, ModeRule rule, PlannedModes? plan)
    {
        var wanted = plan?.Modes.Distinct().ToList() ?? [];

        // In a VAE the portfolio and its interview are the assessment; a mode may be added, none must (gap 5).
        if (wanted.Count == 0 && !IsVae)
        {
            throw new RefusalException(Refusal.ModeMissing, competence);
        }

        foreach (var mode in wanted.Where(m => !rule.AnyOf.Contains(m)))
        {
            throw new RefusalException(Refusal.ModeNotForeseen, competence, mode);
        }

        var why = Wording.Optional(plan?.Justification);
        if (wanted.Any(rule.Exceptional.Contains) && (why?.Length ?? 0) < Waiver.ShortestReason)
        {
            throw new RefusalException(Refusal.ExceptionalModeNeedsReason, competence, Waiver.ShortestReason);
        }

        return new(competence, wanted, why);
    }

    private void MustHaveModes()
    {
        if (ModesDefinedAt is null)
        {
            throw new RefusalException(Refusal.ModesNotDefined);
        }
    }

    private void MustNotBeTransmitted()
    {
        if (Transmission is { } sent)
        {
            throw new RefusalException(Refusal.ModesAlreadyTransmitted, sent.At);
        }
    }
}

using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;

namespace Etabli.Certification.Juries;

/// <summary>How a rule was kept on a dossier (fr: conforme, dérogation, alerte, manquement).</summary>
public enum ConformityStatus
{
    /// <summary>fr: conforme.</summary>
    Conform,

    /// <summary>Departed from, with a reason on record (fr: dérogation).</summary>
    Waived,

    /// <summary>The jury should know (fr: alerte).</summary>
    Alert,

    /// <summary>Not kept (fr: manquement).</summary>
    Breach,
}

/// <summary>One rule before the jury, for one candidate (fr: ligne de conformité).</summary>
/// <param name="Rule">R01…R70; CI for a conflict of interest.</param>
/// <param name="Words">Key of the sentence; with the rule it is found as "R05.Waived".</param>
/// <param name="About">What the sentence names.</param>
public sealed record ConformityLine(string Rule, ConformityStatus Status, string Words, IReadOnlyList<object> About);

/// <summary>What the linked work itself shows; null where nothing linked can tell (fr: faits tirés des preuves).</summary>
/// <param name="Axes">How many prioritised progress axes (rule R33).</param>
/// <param name="Actions">How many actions the plan has.</param>
/// <param name="IncompleteActions">Actions that lack a label, a deliverable or an expected date (rule R34).</param>
/// <param name="LeadsTeamMember">The candidate is line manager of somebody of the project team (rule R70).</param>
public sealed record WorkFacts(int? Axes = null, int? Actions = null, int? IncompleteActions = null, bool? LeadsTeamMember = null);

/// <summary>Everything the conformity of one candidate is read from (fr: éléments de conformité).</summary>
/// <param name="Served">Competences that evidence speaks for: <see cref="DecisionInputs.Served"/>.</param>
public sealed record ConformityCase(
    Dossier Dossier,
    Assessment? Assessment,
    StandardContent Standard,
    IReadOnlySet<string> Served,
    IReadOnlyList<Seat> Seats,
    WorkFacts Work,
    ConflictSettings? Conflicts = null);

using Etabli.People;

namespace Etabli.Certification;

/// <summary>Identifies one version of a certification standard (fr: référentiel, version).</summary>
public readonly record struct StandardId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a dossier (fr: dossier d'évaluation).</summary>
public readonly record struct DossierId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a piece of evidence (fr: élément de preuve).</summary>
public readonly record struct EvidenceId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies the text of one competence in a candidate's report (fr: section du rapport).</summary>
public readonly record struct ReportSectionId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies the assessment of one dossier (fr: évaluation).</summary>
public readonly record struct AssessmentId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies one saying of one assessor on one criterion (fr: constat).</summary>
public readonly record struct FindingId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies one sitting of the commission (fr: séance d'évaluation).</summary>
public readonly record struct SittingId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a session of a joint jury (fr: séance de jury).</summary>
public readonly record struct JurySessionId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies the deliberation of one jury on one dossier (fr: délibération).</summary>
public readonly record struct DeliberationId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies an entry of the register (fr: inscription au registre).</summary>
public readonly record struct RegisterEntryId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

namespace Etabli.People.Organisations;

/// <summary>What an organisation is in the certification and in the plant.</summary>
public enum OrganisationKind
{
    /// <summary>A company with its workshop (fr: entreprise).</summary>
    Plant,

    /// <summary>Prepares candidates (fr: organisme de formation).</summary>
    TrainingProvider,

    /// <summary>Enrols, convenes, issues (fr: UIMM territoriale, centre d'examen).</summary>
    ExamCentre,

    /// <summary>Receives the files of assessment modes (fr: UIMM centre de ressources).</summary>
    ResourceCentre,

    /// <summary>Awards through its joint technical group (fr: branche, groupe technique paritaire).</summary>
    Branch,
}

/// <summary>A company or institution that takes part (fr: organisation).</summary>
public sealed class Organisation
{
    private Organisation()
    {
        Name = "";
    }

    public Organisation(OrganisationId id, OrganisationKind kind, string name, string? siret = null, Territory territory = Territory.MainlandFrance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Id = id;
        Kind = kind;
        Name = name.Trim();
        Siret = siret;
        Territory = territory;
    }

    public OrganisationId Id { get; private set; }

    public OrganisationKind Kind { get; private set; }

    public string Name { get; private set; }

    /// <summary>French establishment number, 14 digits, when there is one.</summary>
    public string? Siret { get; private set; }

    public Territory Territory { get; private set; }
}

/// <summary>Where an organisation is; some certifications are not open everywhere (rule R06).</summary>
public enum Territory
{
    MainlandFrance,
    Overseas,
    NewCaledonia,
    FrenchPolynesia,
}

namespace Etabli.Certification.Qualifications;

/// <summary>A code with its words, as NSF, ROME and agreements have (fr: code et libellé).</summary>
public sealed record CodedLabel
{
    public string Code { get; init; } = "";

    public string Label { get; init; } = "";
}

/// <summary>Registration in the national repertory (fr: enregistrement au RNCP).</summary>
public sealed record RncpRegistration
{
    public string? Code { get; init; }

    /// <summary>Null when the source does not say; that is not a no.</summary>
    public bool? Registered { get; init; }
}

/// <summary>The days between which enrolment is open (fr: durée de validité de l'enregistrement).</summary>
public sealed record Validity
{
    public DateOnly From { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly To { get; init; }

    public int? Years { get; init; }

    public bool Covers(DateOnly day) => day >= From && day <= To;
}

/// <summary>How long an acquired part stays acquired (fr: validité des composantes acquises).</summary>
public sealed record ComponentsValidity
{
    public bool Unlimited { get; init; }

    public string? Text { get; init; }
}

/// <summary>Who answers for the qualification (fr: autorité responsable).</summary>
public sealed record ResponsibleAuthority
{
    public string Name { get; init; } = "";

    public string Signatory { get; init; } = "";

    public string? CertificationPlace { get; init; }

    public string? PreparationPlaces { get; init; }
}

/// <summary>A text the qualification rests on (fr: base légale).</summary>
public sealed record LegalText
{
    public string Type { get; init; } = "";

    public string Date { get; init; } = "";

    public string? PublishedOn { get; init; }

    public string? Publication { get; init; }

    public string Text { get; init; } = "";
}

/// <summary>Whether a territory apart is open (fr: accessibilité d'un territoire).</summary>
public sealed record TerritoryOpening
{
    /// <summary>"nouvelle_caledonie" or "polynesie_francaise".</summary>
    public string Id { get; init; } = "";

    public bool Open { get; init; }
}

/// <summary>A figure printed in the source (fr: donnée statistique).</summary>
public sealed record Statistic
{
    public string Measure { get; init; } = "";

    public double Value { get; init; }

    public string? Text { get; init; }
}

/// <summary>The thing one obtains: title, numbers, registration, validity (fr: certification professionnelle).</summary>
public sealed record Qualification
{
    /// <summary>CQPM, CQPI, CCPM, TITRE or DIPLOME.</summary>
    public string Kind { get; init; } = "";

    public string Title { get; init; } = "";

    public string? ReferentielTitle { get; init; }

    public string ShortTitle { get; init; } = "";

    public string? CqpmNumber { get; init; }

    /// <summary>Opaque text: its digits are not dates.</summary>
    public string? GtpNumber { get; init; }

    public string? Category { get; init; }

    public string? CategoryNote { get; init; }

    public RncpRegistration Rncp { get; init; } = new();

    public ResponsibleAuthority? Authority { get; init; }

    public IReadOnlyList<CodedLabel> Conventions { get; init; } = [];

    public IReadOnlyList<CodedLabel> Nsf { get; init; } = [];

    public IReadOnlyList<CodedLabel> Formacodes { get; init; } = [];

    public int? Level { get; init; }

    public IReadOnlyList<CodedLabel> Rome { get; init; } = [];

    public IReadOnlyList<string> Jobs { get; init; } = [];

    public string? Sector { get; init; }

    public IReadOnlyList<LegalText> LegalBasis { get; init; } = [];

    /// <summary>Null when the source gives none: enrolment is then not bounded.</summary>
    public Validity? Validity { get; init; }

    public ComponentsValidity? ComponentsValidity { get; init; }

    public IReadOnlyList<TerritoryOpening> Territories { get; init; } = [];

    public string? TerritoriesNote { get; init; }

    public IReadOnlyList<Statistic> Statistics { get; init; } = [];

    public IReadOnlyList<string> OtherSources { get; init; } = [];

    public IReadOnlyList<string> History { get; init; } = [];

    public string? Successor { get; init; }

    public string? Predecessor { get; init; }
}

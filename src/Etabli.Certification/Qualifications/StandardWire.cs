using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etabli.Certification.Qualifications;

/// <summary>The file's shape, field by field; read only after the schema agreed.</summary>
internal sealed record StandardWire
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public string Id { get; init; } = "";

    public IReadOnlyList<StandardSource> Sources { get; init; } = [];

    public Qualification Certification { get; init; } = new();

    public IReadOnlyList<AccessRouteOpening> AccessRoutes { get; init; } = [];

    public AccessProcess? AccessProcess { get; init; }

    public JuryText? Jury { get; init; }

    public Objective Objective { get; init; } = new();

    public IReadOnlyList<Activity> Activities { get; init; } = [];

    public IReadOnlyList<CompetenceBlock> Blocks { get; init; } = [];

    public IReadOnlyList<HeadingLabel> Headings { get; init; } = [];

    public string CriteriaStatus { get; init; } = "";

    public IReadOnlyList<Competence> Competences { get; init; } = [];

    public IReadOnlyList<ModeDescription> Modalities { get; init; } = [];

    public ModeRule ModalityRule { get; init; } = new();

    public AdmissibilityCondition? Admissibility { get; init; }

    public IReadOnlyList<OrganisationText> EvaluationOrganisation { get; init; } = [];

    public IReadOnlyList<Repair> Repairs { get; init; } = [];

    public IReadOnlyList<SourceDefect> SourceDefects { get; init; } = [];

    public CriteriaStatus Status => CriteriaStatus switch
    {
        "complete" => Qualifications.CriteriaStatus.Complete,
        "complete_without_headings" => Qualifications.CriteriaStatus.CompleteWithoutHeadings,
        _ => Qualifications.CriteriaStatus.AbsentFromSources,
    };
}

using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Certification.Dossiers;

/// <summary>Where a piece of evidence comes from (fr: origine de la preuve).</summary>
/// <param name="Kind">What it is: observation, action plan, indicator, minutes, file…</param>
/// <param name="Id">Its identity in the module it lives in.</param>
/// <param name="Step">Step of the project, 1 to 9; null outside a project.</param>
public sealed record EvidenceSource(string Kind, Guid Id, string Title, int? Step, NamedPerson Author, DateTimeOffset MadeAt)
{
    // Storage fills the properties one by one: it cannot pass the author, itself a whole, to the constructor.
    private EvidenceSource()
        : this("", Guid.Empty, "", null, null!, default)
    {
    }
}

/// <summary>Something of the work that speaks for criteria of the standard (fr: élément de preuve).</summary>
public sealed class Evidence
{
    private List<string> criteria = [];
    private List<FrozenFile> files = [];
    private List<FileId> previewFiles = [];

    private Evidence()
    {
        Source = null!;
    }

    private Evidence(EvidenceId id, DossierId dossier, EvidenceSource source, IReadOnlyList<string> criteria, PersonId by, DateTimeOffset at)
    {
        Id = id;
        Dossier = dossier;
        Source = source;
        this.criteria = [.. criteria];
        LinkedBy = by;
        LinkedAt = at;
    }

    public EvidenceId Id { get; private set; }

    public DossierId Dossier { get; private set; }

    public EvidenceSource Source { get; private set; }

    /// <summary>Criteria it speaks for.</summary>
    public IReadOnlyList<string> Criteria => criteria;

    public PersonId LinkedBy { get; private set; }

    public DateTimeOffset LinkedAt { get; private set; }

    public PersonId? UnlinkedBy { get; private set; }

    public DateTimeOffset? UnlinkedAt { get; private set; }

    /// <summary>When the copy was taken; from then on nothing changes it.</summary>
    public DateTimeOffset? FrozenAt { get; private set; }

    public string? FrozenJson { get; private set; }

    public string? FrozenSvg { get; private set; }

    public IReadOnlyList<FrozenFile> FrozenFiles => files;

    public string? Sha256 { get; private set; }

    /// <summary>The picture as it was when linked, to see the report before it is handed in; gone once frozen.</summary>
    public string? PreviewSvg { get; private set; }

    public IReadOnlyList<FileId> PreviewFiles => previewFiles;

    public bool Counts => UnlinkedAt is null;

    /// <summary>Links something of the work to criteria.</summary>
    /// <exception cref="RefusalException">The dossier is closed, or a criterion is not among those aimed at, or none is named.</exception>
    public static Evidence Link(EvidenceId id, Dossier dossier, StandardContent standard, EvidenceSource source, IReadOnlyList<string> criteria, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        dossier.MustTakeEvidence(at);
        return new(id, dossier.Id, source, Checked(dossier, standard, criteria), by, at);
    }

    /// <summary>Keeps the picture of the day for the draft of the report.</summary>
    /// <exception cref="RefusalException">Frozen.</exception>
    public void Preview(string? svg, IReadOnlyList<FileId> shown)
    {
        MustNotBeFrozen();
        PreviewSvg = svg;
        previewFiles = [.. shown];
    }

    /// <summary>Changes which criteria it speaks for; the copy, once taken, stays the same.</summary>
    /// <exception cref="RefusalException">Unlinked, frozen, or a criterion is foreign.</exception>
    public void Serve(Dossier dossier, StandardContent standard, IReadOnlyList<string> served, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        dossier.MustTakeEvidence(at);
        MustNotBeFrozen();
        criteria = Checked(dossier, standard, served);
    }

    /// <summary>Takes the link back; the row stays, dated.</summary>
    /// <exception cref="RefusalException">Frozen: what was handed in cannot be taken back.</exception>
    public void Unlink(PersonId by, DateTimeOffset at)
    {
        MustNotBeFrozen();
        UnlinkedBy ??= by;
        UnlinkedAt ??= at;
    }

    /// <summary>Takes the copy the commission and the jury will see. A second freezing changes nothing.</summary>
    /// <exception cref="RefusalException">The link was taken back.</exception>
    public void Freeze(FrozenContent content, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (UnlinkedAt is not null)
        {
            throw new RefusalException(Refusal.EvidenceUnlinked);
        }

        if (FrozenAt is not null)
        {
            return;
        }

        FrozenJson = content.Json;
        FrozenSvg = content.Svg;
        files = [.. content.Files];
        Sha256 = content.Sha256;
        FrozenAt = at;
        PreviewSvg = null;
        previewFiles = [];
    }

    /// <summary>Whether the copy is still the one that was frozen.</summary>
    public bool IsIntact() => FrozenAt is null || Sha256 == FrozenContent.Hash(
        Source.Kind, Source.Id, Source.Title, Source.Author.Name, Source.MadeAt, FrozenJson!, FrozenSvg, files);

    private static List<string> Checked(Dossier dossier, StandardContent standard, IReadOnlyList<string> criteria)
    {
        if (criteria.Count == 0)
        {
            throw new RefusalException(Refusal.NoCriterionNamed);
        }

        foreach (var criterion in criteria)
        {
            if (standard.CompetenceOf(criterion) is not { } competence || !dossier.Targets(standard, competence.Id))
            {
                throw new RefusalException(Refusal.CriterionForeign, criterion);
            }
        }

        return [.. criteria.Distinct()];
    }

    private void MustNotBeFrozen()
    {
        if (FrozenAt is { } at)
        {
            throw new RefusalException(Refusal.EvidenceFrozen, at);
        }
    }
}

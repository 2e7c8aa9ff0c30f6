using Etabli.People;

namespace Etabli.Certification.Dossiers;

/// <summary>An earlier state of a section's text (fr: version de section).</summary>
public sealed record SectionVersion(int Number, string Text, PersonId By, DateTimeOffset At);

/// <summary>What the candidate writes about one competence in the report (fr: section du rapport du candidat).</summary>
public sealed class ReportSection
{
    /// <summary>Writings of one author within this span are one version: typing is not history.</summary>
    public static readonly TimeSpan OneSitting = TimeSpan.FromMinutes(10);

    private List<SectionVersion> earlier = [];

    private ReportSection()
    {
        Competence = Text = "";
    }

    public ReportSection(ReportSectionId id, DossierId dossier, string competence)
        : this()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(competence);
        Id = id;
        Dossier = dossier;
        Competence = competence;
    }

    public ReportSectionId Id { get; private set; }

    public DossierId Dossier { get; private set; }

    public string Competence { get; private set; }

    public string Text { get; private set; }

    /// <summary>Counts the writings; 0 when nothing was ever written.</summary>
    public int Number { get; private set; }

    public DateTimeOffset? WrittenAt { get; private set; }

    public PersonId? WrittenBy { get; private set; }

    public IReadOnlyList<SectionVersion> Earlier => earlier;

    /// <summary>Writes the text over the version the author saw.</summary>
    /// <exception cref="RefusalException">Somebody wrote meanwhile: the author must see it first.</exception>
    public void Write(string text, int seen, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (seen != Number)
        {
            throw new RefusalException(Refusal.SectionChangedMeanwhile, Number);
        }

        if (text == Text)
        {
            return;
        }

        var sameSitting = WrittenBy == by && at - (earlier.Count == 0 ? DateTimeOffset.MinValue : earlier[^1].At) < OneSitting;
        if (WrittenAt is { } before && !sameSitting)
        {
            earlier = [.. earlier, new(Number, Text, WrittenBy!.Value, before)];
        }

        Text = text;
        Number++;
        WrittenAt = at;
        WrittenBy = by;
    }
}

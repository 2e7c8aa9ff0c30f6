using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;

namespace Etabli.Certification.Juries;

/// <summary>How grave each conflict is held; null switches a check off. The sources ask none of them (fr: réglages des conflits d'intérêts).</summary>
public sealed record ConflictSettings
{
    /// <summary>A juror who assessed the candidate.</summary>
    public Gravity? JurorAssessed { get; init; } = Gravity.Breach;

    /// <summary>A juror from the candidate's company.</summary>
    public Gravity? JurorFromCompany { get; init; } = Gravity.Alert;

    /// <summary>An assessor from the candidate's company.</summary>
    public Gravity? AssessorFromCompany { get; init; } = Gravity.Alert;

    /// <summary>The tutor sits in the commission.</summary>
    public Gravity? TutorAssesses { get; init; } = Gravity.Breach;
}

/// <summary>Somebody too near to judge freely (fr: conflit d'intérêts).</summary>
public sealed record Conflict(string Words, Gravity Gravity, string Person);

/// <summary>Looks, dossier by dossier, at who judges whom (fr: contrôle des conflits d'intérêts).</summary>
public static class ConflictsOfInterest
{
    public static IReadOnlyList<Conflict> Of(Dossier dossier, Assessment? assessment, IReadOnlyList<Seat> seats, ConflictSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(seats);
        settings ??= new();
        var members = assessment?.Members ?? [];
        var company = dossier.Company?.Id;
        var found = new List<Conflict>();
        Add(found, "JurorAssessed", settings.JurorAssessed, seats.Where(s => members.Any(m => m.Person.Id == s.Person.Id)).Select(s => s.Person.Name));
        Add(found, "JurorFromCompany", settings.JurorFromCompany, seats.Where(s => company is not null && s.Employer == company).Select(s => s.Person.Name));
        Add(found, "AssessorFromCompany", settings.AssessorFromCompany, members.Where(m => company is not null && m.Organisation.Id == company).Select(m => m.Person.Name));
        Add(found, "TutorAssesses", settings.TutorAssesses, members.Where(m => m.Person.Id == dossier.Tutor?.Id).Select(m => m.Person.Name));
        Add(found, "CandidateSits", Gravity.Breach, seats.Where(s => s.Person.Id == dossier.Candidate.Person).Select(s => s.Person.Name));
        return found;
    }

    private static void Add(List<Conflict> found, string words, Gravity? gravity, IEnumerable<string> persons)
    {
        if (gravity is { } held)
        {
            found.AddRange(persons.Select(p => new Conflict(words, held, p)));
        }
    }
}

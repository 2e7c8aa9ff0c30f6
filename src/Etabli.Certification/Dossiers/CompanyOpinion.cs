using Etabli.Certification.Enrolments;
using Etabli.People.Persons;

namespace Etabli.Certification.Dossiers;

/// <summary>What one opinion bears on (fr: objet de l'avis).</summary>
public enum OpinionSubject
{
    /// <summary>fr: activité.</summary>
    Activity,

    /// <summary>fr: compétence.</summary>
    Competence,

    /// <summary>fr: critère.</summary>
    Criterion,
}

/// <summary>
/// What the company says, named and dated. It completes the assessment; it is not a vote (fr: avis de l'entreprise).
/// </summary>
/// <param name="Id">Identity of this saying; a later one on the same subject stands beside it.</param>
/// <param name="Subject">What kind of thing it bears on.</param>
/// <param name="Target">Code of the activity, competence or criterion.</param>
public sealed record CompanyOpinion(
    Guid Id, OpinionSubject Subject, string Target, bool Favourable, string Comment, NamedPerson Author, Role AuthorRole, DateTimeOffset At);

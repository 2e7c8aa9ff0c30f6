using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Persons;

namespace Etabli.Certification.Dossiers;

public sealed partial class Dossier
{
    private readonly List<CompanyOpinion> opinions = [];

    /// <summary>Everything the company said; on one subject the latest counts and none is erased.</summary>
    public IReadOnlyList<CompanyOpinion> CompanyOpinions => opinions;

    /// <summary>
    /// Records what the company says, on the basis the standard gives (rules R20, R21). It must come before the
    /// commission closes (R23).
    /// </summary>
    /// <exception cref="RefusalException">The author may not speak for the company, or the subject is not what this standard asks about.</exception>
    public CompanyOpinion GiveCompanyOpinion(
        Guid id, StandardContent standard, OpinionSubject subject, string target, bool favourable, string comment, NamedPerson author, Role role, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(author);
        MustBeOpen();
        MustFollowEnrolment(at);
        if (opinions.FirstOrDefault(o => o.Id == id) is { } same)
        {
            return same;
        }

        if (Company is null)
        {
            throw new RefusalException(Refusal.NoCompanyToSpeak);
        }

        if (role is not (Role.Tutor or Role.LineManager or Role.FunctionalManager) || author.Id == Candidate.Person)
        {
            throw new RefusalException(Refusal.OpinionRoleNotAllowed, role);
        }

        MustBeAsked(standard, subject, target);
        var opinion = new CompanyOpinion(id, subject, target, favourable, Wording.Reason(comment), author, role, at);
        opinions.Add(opinion);
        return opinion;
    }

    /// <summary>The latest opinion on one subject.</summary>
    public CompanyOpinion? OpinionOn(OpinionSubject subject, string target) =>
        opinions.Where(o => o.Subject == subject && o.Target == target).MaxBy(o => o.At);

    /// <summary>
    /// Whether the company has spoken for a competence. On the basis of activities, which no standard ties to
    /// competences, one opinion on an activity speaks for all.
    /// </summary>
    public bool HasOpinionFor(StandardContent standard, string competence) => standard.RuleFor(competence).OpinionBasis switch
    {
        CompanyOpinionBasis.Activities => opinions.Any(o => o.Subject == OpinionSubject.Activity),
        CompanyOpinionBasis.Competences => opinions.Any(o => o.Subject == OpinionSubject.Competence && o.Target == competence),
        _ => opinions.Any(o => (o.Subject == OpinionSubject.Competence && o.Target == competence)
            || (o.Subject == OpinionSubject.Criterion && standard.CompetenceOf(o.Target)?.Id == competence)),
    };

    /// <summary>Whether the opinion is asked at all on this dossier: not on an exempt route, not when waived (rule R22).</summary>
    public bool NeedsOpinionFor(StandardContent standard, string competence) =>
        !standard.RuleFor(competence).OpinionExemptOn(Route) && !Waived("R22");

    private void MustBeAsked(StandardContent standard, OpinionSubject subject, string target)
    {
        var known = subject switch
        {
            OpinionSubject.Activity => standard.ModeRule.OpinionBasis == CompanyOpinionBasis.Activities
                && standard.Activities.Any(a => a.Id == target),
            OpinionSubject.Competence => Targets(standard, target)
                && standard.RuleFor(target).OpinionBasis is CompanyOpinionBasis.Competences or CompanyOpinionBasis.CompetencesOrCriteria,
            _ => standard.CompetenceOf(target) is { } competence && Targets(standard, competence.Id)
                && standard.RuleFor(competence.Id).OpinionBasis == CompanyOpinionBasis.CompetencesOrCriteria,
        };
        if (!known)
        {
            throw new RefusalException(Refusal.OpinionSubjectNotAsked, subject, target);
        }
    }
}

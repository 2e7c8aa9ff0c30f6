using Etabli.Application.Certification.Dossiers;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;

namespace Etabli.Web.Certification.Dossiers;

/// <summary>One point the company is asked about: an activity, a competence, a criterion.</summary>
public sealed record OpinionTarget(OpinionSubject Subject, string Code, string Text, CompanyOpinion? Latest);

/// <summary>What this standard asks the company about (rule R21).</summary>
internal static class OpinionTargets
{
    public static CompanyOpinionBasis Basis(DossierPage page) => page.Content.ModeRule.OpinionBasis;

    /// <summary>The points of the first rank: activities, or competences aimed at.</summary>
    public static IReadOnlyList<OpinionTarget> Of(DossierPage page) => Basis(page) == CompanyOpinionBasis.Activities
        ? [.. page.Content.Activities.Select(a => Target(page, OpinionSubject.Activity, a.Id, a.Title))]
        : [.. page.Dossier.Competences(page.Content).Select(c => Target(page, OpinionSubject.Competence, c.Id, c.Title))];

    /// <summary>Criteria of one competence, when the basis lets the company speak of them.</summary>
    public static IReadOnlyList<OpinionTarget> Criteria(DossierPage page, string competence) => Basis(page) == CompanyOpinionBasis.CompetencesOrCriteria
        ? [.. page.Content.FindCompetence(competence)!.Criteria.Select(k => Target(page, OpinionSubject.Criterion, k.Id, k.Text))]
        : [];

    /// <summary>Points still without an opinion; none when it is not asked on this dossier.</summary>
    public static IReadOnlyList<OpinionTarget> Awaited(DossierPage page) =>
        page.Dossier.Company is null || !page.Dossier.Competences(page.Content).Any(c => page.Dossier.NeedsOpinionFor(page.Content, c.Id))
            ? []
            : [.. Of(page).Where(t => t.Latest is null && (t.Subject != OpinionSubject.Competence || !page.Dossier.HasOpinionFor(page.Content, t.Code)))];

    private static OpinionTarget Target(DossierPage page, OpinionSubject subject, string code, string text) => new(subject, code, text, page.Dossier.OpinionOn(subject, code));
}

using System.CommandLine;
using Etabli.Application.Certification.Dossiers;
using Etabli.Certification;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Cli.Verbs;

/// <summary>dossier show.</summary>
internal static class DossierVerbs
{
    public static Command Make()
    {
        var id = new Argument<Guid>("ID") { Description = Speech.Say("DossierId") };
        var by = Behalf.Option();
        var show = new Command("show", Speech.Say("DossierShow")) { id, by };
        show.DoesInHouse((parsed, storehouse, stop) => Behalf.Of(
            parsed.GetRequiredValue(by),
            storehouse,
            async services => Tell(await services.GetRequiredService<DossierMatrix.Reader>().Find(new DossierId(parsed.GetRequiredValue(id)), stop)),
            stop));
        return new Command("dossier", Speech.Say("Dossier")) { show };
    }

    private static Answer Tell(DossierMatrix matrix)
    {
        var dossier = matrix.Page.Dossier;
        var facts = new
        {
            id = dossier.Id.Value,
            candidate = dossier.Candidate.Name,
            centre = dossier.Centre.Name,
            standard = dossier.StandardSlug,
            version = dossier.StandardVersion,
            route = dossier.Route.ToString(),
            stage = dossier.Stage.ToString(),
            enrolledOn = dossier.EnrolledOn,
            supported = matrix.Supported,
            evaluable = matrix.Evaluable,
            competences = matrix.Rows.Select(r => new
            {
                id = r.Competence.Id,
                title = r.Competence.Title,
                supported = r.Cells.Sum(c => c.Supported),
                evaluable = r.Cells.Sum(c => c.Evaluable),
                acquired = r.Acquired,
            }),
            evidence = matrix.Evidence.Select(e => new { id = e.Id.Value, title = e.Title, kind = e.Kind, author = e.Author, frozenAt = e.FrozenAt, sha256 = e.Sha256, criteria = e.Criteria }),
        };
        return Answer.Done(
            facts,
            [
                Speech.Say("DossierHead", dossier.Candidate.Name, dossier.StandardSlug, dossier.StandardVersion, Speech.Say($"Stage{dossier.Stage}")),
                Speech.Say("DossierCover", matrix.Supported, matrix.Evaluable, matrix.Evidence.Count),
                .. matrix.Rows.Select(r => $"  {r.Competence.Id,-6} {r.Cells.Sum(c => c.Supported),3}/{r.Cells.Sum(c => c.Evaluable),-3} {r.Competence.Title}"),
            ]);
    }
}

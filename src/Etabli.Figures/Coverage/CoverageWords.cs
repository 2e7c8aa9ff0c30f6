using Etabli.Figures.Ink;

namespace Etabli.Figures.Coverage;

internal sealed record CoverageWords
{
    internal required string Competence { get; init; }
    internal required string Supported { get; init; }
    internal required string Decision { get; init; }
    internal required string Acquired { get; init; }
    internal required string NotAcquired { get; init; }
    internal required string Carried { get; init; }
    internal required string Opinion { get; init; }
    internal required string WithOpinion { get; init; }
    internal required string Nothing { get; init; }
    internal required string Reading { get; init; }
    internal required IReadOnlyDictionary<PipState, string> States { get; init; }

    internal static CoverageWords In(Language language) => language == Language.English ? English : French;

    private static CoverageWords French { get; } = new()
    {
        Competence = "Compétence",
        Supported = "Appuyés",
        Decision = "Décision",
        Acquired = "Acquise",
        NotAcquired = "Non acquise",
        Carried = "Acquis antérieur",
        Opinion = "avis de l’entreprise",
        WithOpinion = "avec avis de l’entreprise",
        Nothing = "Ce référentiel n’a pas encore de compétence. Importez ses blocs pour voir la matrice.",
        Reading = "{0} critères appuyés sur {1}, {2} compétences acquises sur {3}.",
        States = new Dictionary<PipState, string>
        {
            [PipState.Empty] = "aucune preuve",
            [PipState.Linked] = "preuve liée",
            [PipState.Frozen] = "preuve figée",
            [PipState.Met] = "atteint",
            [PipState.NotMet] = "non atteint",
            [PipState.NotObserved] = "non observé",
            [PipState.NotEvaluable] = "non évaluable",
        },
    };

    private static CoverageWords English { get; } = new()
    {
        Competence = "Competence",
        Supported = "Supported",
        Decision = "Decision",
        Acquired = "Acquired",
        NotAcquired = "Not acquired",
        Carried = "Acquired before",
        Opinion = "company opinion",
        WithOpinion = "with the company’s opinion",
        Nothing = "This standard has no competence yet. Import its blocs to see the matrix.",
        Reading = "{0} criteria supported out of {1}, {2} competences acquired out of {3}.",
        States = new Dictionary<PipState, string>
        {
            [PipState.Empty] = "no evidence",
            [PipState.Linked] = "evidence linked",
            [PipState.Frozen] = "evidence frozen",
            [PipState.Met] = "met",
            [PipState.NotMet] = "not met",
            [PipState.NotObserved] = "not observed",
            [PipState.NotEvaluable] = "not evaluable",
        },
    };
}

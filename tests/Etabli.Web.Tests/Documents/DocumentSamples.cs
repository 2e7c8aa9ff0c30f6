using Etabli.Application.Printing.Pages;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Figures.Ink;
using Etabli.Figures.Trends;
using Etabli.People.Files;

namespace Etabli.Web.Tests.Documents;

/// <summary>Documents of the demonstration plant, as the readings would give them.</summary>
internal static class DocumentSamples
{
    private const string Qualification = "Coordonnateur Lean et amélioration continue";
    private const string Hash = "7b2e41d0a95c33f8e61b4d2290ab57c1d8e0f3462a7719bc54de8801f6a3c9a8";
    private static readonly DateTimeOffset Deposit = new(2026, 3, 27, 15, 58, 0, TimeSpan.Zero);

    internal static readonly FileId Photo = new(new Guid("018f0000-0000-7000-8000-000000000001"));

    internal static ReportPages Report() => new(
        Guid.Empty,
        Qualification,
        "CLEAN, coordonnateur Lean",
        "Les Vérins de Nulle-Part",
        "UIMM territoriale de démonstration, centre d’examen",
        "ContinuingTraining",
        3,
        Deposit,
        false,
        Hash,
        [
            new("Bloc 1", "Le diagnostic et la préconisation de la performance des processus",
            [
                Chapter("C1", "Diagnostiquer la performance d’un processus de production ou de service", 3, Trend(), Observation(), Diagnosis()),
                Chapter("C2", "Définir les axes de progrès prioritaires", 0, Trend()),
            ]),
            new("Bloc 2", "L’accompagnement des équipes et la coordination de l’amélioration continue",
            [
                Chapter("C5", "Coordonner les acteurs et piloter les actions d’amélioration continue", 9, Minutes()),
            ]),
        ],
        default);

    internal static SummaryPages Summary() => new(
        Guid.Empty,
        Qualification,
        "CLEAN, coordonnateur Lean",
        "Les Vérins de Nulle-Part",
        "UIMM territoriale de démonstration",
        "ContinuingTraining",
        new DateOnly(2025, 9, 8),
        Deposit,
        true,
        ["EVAL1, UIMM territoriale", "EVAL2, Fonderies d’Ailleurs"],
        [
            new(new DateOnly(2026, 4, 14), SittingKind.Presentation, "Salle Obeya", [], false),
            new(new DateOnly(2026, 4, 14), SittingKind.Interview, "Salle Obeya", [], false),
            new(new DateOnly(2026, 2, 3), SittingKind.Observation, "Atelier, poste ROD1", ["C1", "C2"], false),
        ],
        [
            new("Bloc 1", "Le diagnostic et la préconisation de la performance des processus", false, true, [Assessed("C1", "Diagnostiquer la performance d’un processus de production ou de service", true), Assessed("C2", "Définir les axes de progrès prioritaires", true)]),
            new("Bloc 2", "L’accompagnement des équipes et la coordination de l’amélioration continue", false, false, [Assessed("C5", "Coordonner les acteurs et piloter les actions d’amélioration continue", false)]),
            new("Bloc 3", "Le déploiement de la performance des processus", true, true, []),
        ],
        ["C5 : les données relatives aux contraintes de l’entreprise"],
        [new("A1", true, "Anime les groupes chaque semaine.", "TUTEUR", Deposit)],
        new DateTimeOffset(2026, 4, 14, 16, 12, 0, TimeSpan.Zero),
        Hash,
        default);

    internal static MinutesPages MinutesOfJury() => new(
        Guid.Empty,
        "UIMM territoriale de démonstration, centre d’examen",
        new DateOnly(2026, 5, 21),
        "Maison de la métallurgie, salle 2",
        "PATRON-1",
        [
            new("PATRON-1", true, "Metalworking", null, true),
            new("PATRON-2", true, "Metalworking", null, true),
            new("PATRON-3", true, "TemporaryWork", null, false),
            new("SYND-A", false, "Metalworking", "CFDT", true),
            new("SYND-B", false, "Metalworking", "CFE-CGC", true),
        ],
        [
            new("CLEAN, coordonnateur Lean", Qualification, Hash,
                [new("Bloc 1", "Le diagnostic et la préconisation de la performance des processus", true, false, []), new("Bloc 2", "L’accompagnement des équipes", true, false, []), new("Bloc 3", "Le déploiement de la performance des processus", true, true, [])],
                31,
                [new("R17", "Alert", "Late", ["27/03/2026", "26/03/2026"]), new("R05", "Waived", "Waived", ["parcours commencé avant l’échéance", "UIMM", "08/09/2025"])],
                Outcome.Admissible, 2, 2, 0, true, 1, null),
            new("PILOTE, animateur", Qualification, Hash,
                [new("Bloc 1", "Le diagnostic et la préconisation de la performance des processus", true, false, []), new("Bloc 2", "L’accompagnement des équipes", false, false, ["C5"]), new("Bloc 3", "Le déploiement de la performance des processus", true, false, [])],
                33, [], Outcome.NotAdmissible, 0, 4, 0, false, 1, "La compétence C5 n’est pas acquise."),
        ],
        new DateTimeOffset(2026, 5, 21, 8, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 5, 21, 14, 30, 0, TimeSpan.Zero),
        "CENTRE",
        Hash,
        1042,
        Hash,
        default);

    internal static AwardPages Award(bool whole) => new(
        Guid.Empty,
        Guid.Empty,
        whole,
        whole ? "CQPM-2026-00017-K" : "BLOC-2026-00016-C",
        "Claire Léandre",
        new DateOnly(1988, 4, 1),
        Qualification,
        null,
        null,
        true,
        whole ? Blocks : [Blocks[0]],
        "UIMM territoriale de démonstration",
        "Commission paritaire nationale de l’emploi (CPNE) de la métallurgie",
        "Directeur emploi formation de l’UIMM",
        whole ? "GTP 2026-06-01/17" : null,
        new DateTimeOffset(2026, 5, 21, 12, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero),
        Hash,
        "0123456789abcdef0123456789abcdef",
        false,
        null,
        default);

    private static readonly AwardBlock[] Blocks =
    [
        new("B1", "Le diagnostic et la préconisation de la performance des processus", [new("C1", "Diagnostiquer la performance d’un processus de production ou de service"), new("C2", "Définir les axes de progrès prioritaires"), new("C3", "Proposer des leviers d’amélioration")]),
        new("B2", "L’accompagnement des équipes et la coordination de l’amélioration continue", [new("C4", "Accompagner les équipes"), new("C5", "Coordonner les acteurs et piloter les actions d’amélioration continue")]),
        new("B3", "Le déploiement de la performance des processus", [new("C6", "Mesurer la performance")]),
    ];

    private static ReportChapter Chapter(string code, string title, int paragraphs, params ReportExhibit[] exhibits) => new(
        code,
        title,
        string.Join("\n\n", Enumerable.Repeat("Du 7 au 14 octobre 2025, j’ai suivi le flux du vérin 50/28 de la barre à l’expédition : 20 constats de terrain, 8 entretiens, 16 stocks comptés, 64 jours de production relevés. La demande est de 96 vérins par jour, soit un takt de 525 s.\n- le rodage des fûts dépasse le takt ;\n- quatre causes sur huit font 80 % du temps perdu <script>alert(1)</script>.", paragraphs)),
        [.. new[] { "METH", "MOY", "REL", "CONT", "RES" }.Select((heading, i) => new ReportCriterion($"{code}-{heading}-1", heading, "Les données nécessaires au diagnostic sont recueillies sur le terrain et exploitées avec les acteurs concernés.", i != 3))],
        exhibits);

    private static ReportExhibit Trend()
    {
        var start = new IsoWeek(2025, 36);
        decimal?[] values = [44.2m, 61.7m, 60m, 56.7m, 55.1m, 57.9m, 54.3m, 58.2m, null, 63.6m, 67.7m, 66.9m, 70.6m, 71.7m];
        var trend = new IndicatorTrend("TRS rodeuse ROD1", "%", GoodDirection.Up, [.. values.Select((value, i) => new TrendPoint(start.Plus(i), value))], 72m);
        return Exhibit(1, "TRS de la rodeuse ROD1", IndicatorTrendDrawing.Draw(trend, Sheet.For("fr", 164)), "C1-METH-1", "C1-RES-1", "C2-METH-1");
    }

    private static ReportExhibit Observation() => Exhibit(2, "Recherche des pierres de rodage", Figures.Observations.ObservationDrawing.Draw(new("ROD1", new DateOnly(2025, 10, 7), "Le régleur cherche les pierres dans trois armoires pendant 11 min.", Figures.Observations.Waste.Motion, "11 min", "CLEAN", 3), Sheet.For("fr", 148)), "C1-REL-1")
        with
    { Files = [new(Photo, "armoire.png", true, Hash), new(new FileId(Guid.Empty), "mesures.xlsx", false, Hash)] };

    private static ReportExhibit Minutes() => Exhibit(3, "Compte rendu de séance n° 5", "<svg onload=\"alert(1)\"></svg>", "C5-METH-1", "C5-REL-1");

    // Its second figure is an exhibit of its own: it is named, not drawn again.
    private static ReportExhibit Diagnosis() => Exhibit(4, "Diagnostic de la ligne de vérins", "", "C1-METH-1", "C1-MOY-1") with
    {
        Kind = "study",
        Svg = null,
        Json = null,
        Files = [new(Photo, "rodage.png", true, Hash)],
        Diagnosis = new(
            "Diagnostic de la ligne de vérins", "Du tube à l’expédition", new DateOnly(2025, 9, 8), new DateOnly(2025, 11, 28), 4,
            "Le vérin 50/28 passe par la scie, le rodage <script>alert(1)</script>, le chromage et la ligne M.\n\nLa demande est de 96 vérins par jour.",
            "- relevés d’arrêts et de rebuts, 64 jours ;\n- 8 entretiens.", "Chronométrage, analyse de déroulement, Pareto.", "Le rodage est le goulot.",
            [
                .. Enumerable.Range(0, 9).SelectMany(i => new DiagnosisFinding[]
                {
                    new(i % 2 == 0 ? "Flow" : "Quality", "ROD1 ne tient pas le takt : 534,5 s pour 525 s, et rien ne le montre au poste avant la fin de l’équipe.", "534,5 s", "chaîne de valeur, 64 jours", "+9,5 s", (i % 4) + 1, "Raccourcir le changement de série"),
                    new("Information", "Le manque de tubes est connu à 9 h, pas à 6 h", null, null, null, null, null),
                }),
            ],
            [
                new(new Guid(4, 1, 0, new byte[8]), "Radar", "Diagnostic de la ligne de vérins", "CLEAN", new DateOnly(2025, 11, 28), Figures.Diagnoses.RadarDrawing.Draw(new("Gravité", [new("Flux", 4), new("Qualité", 3), new("Délais", 3), new("Sécurité", 2)]), Sheet.For("fr", 130)), []),
                new(new Guid(1, 1, 0, new byte[8]), "History", "TRS de la rodeuse ROD1", "CLEAN", new DateOnly(2025, 11, 28), "", []),
                new(new Guid(9, 1, 0, new byte[8]), "Observation", "7 · ROD1", "CLEAN", new DateOnly(2025, 10, 7), Figures.Observations.ObservationDrawing.Draw(new("ROD1", new DateOnly(2025, 10, 7), "Le régleur attend la mesure.", Figures.Observations.Waste.Waiting, "14 min", "CLEAN", 7, "sha256:" + Hash), Sheet.For("fr", 148)), [Hash]),
            ]),
    };

    private static ReportExhibit Exhibit(int number, string title, string svg, params string[] criteria) => new(
        new Guid(number, 0, 0, new byte[8]), "indicator", new Guid(number, 1, 0, new byte[8]), title, "CLEAN", new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero), criteria, Deposit, Hash, """{"day":"2026-01-14","subject":"Séance n° 5","attendees":["CLEAN","PROD"],"text":"Revue des actions.\n\nAC15 est en retard.","decisions":["Relancer AC15 <b>"],"unknown":{"deep":[1]}}""", svg, []);

    private static SummaryCompetence Assessed(string code, string title, bool acquired) => new(
        code,
        title,
        ["ProjectPresentation", "RealWorkSituation"],
        [
            .. new[] { "METH", "MOY", "REL", "CONT", "RES" }.Select((heading, i) => new SummaryCriterion(
                $"{code}-{heading}-1",
                heading,
                "Les données nécessaires au diagnostic sont recueillies sur le terrain et exploitées avec les acteurs concernés.",
                i != 3,
                i switch { 1 when !acquired => FindingValue.NotMet, 2 when !acquired => FindingValue.NotObserved, 3 => null, _ => FindingValue.Met },
                i == 0 ? ["Mesures prises au poste, sources nommées."] : [],
                2)),
        ],
        [new(code, acquired, "Autonome sur le terrain.", "TUTEUR", Deposit)],
        acquired,
        acquired ? null : "Le pilotage n’a pas été montré en réunion.",
        "EVAL1",
        new DateTimeOffset(2026, 4, 14, 15, 0, 0, TimeSpan.Zero));
}

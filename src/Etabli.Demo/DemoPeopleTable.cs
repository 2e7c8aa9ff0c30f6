using Etabli.People.Organisations;
using Etabli.People.Persons;

namespace Etabli.Demo;

/// <summary>Who lives in the demonstration: six organisations, the people of the plant, those who evaluate. All fictitious.</summary>
internal static class DemoPeopleTable
{
    public const string Plant = "vnp";
    public const string Centre = "centre";
    public const string Resources = "ressources";
    public const string Branch = "branche";
    public const string School = "pole";
    public const string Elsewhere = "ailleurs";

    public static readonly (string Key, OrganisationKind Kind, string Name)[] Organisations =
    [
        (Plant, OrganisationKind.Plant, "Les Vérins de Nulle-Part"),
        (Centre, OrganisationKind.ExamCentre, "UIMM territoriale, centre d’examen"),
        (Resources, OrganisationKind.ResourceCentre, "UIMM centre de ressources"),
        (Branch, OrganisationKind.Branch, "Groupe technique paritaire « Certifications »"),
        (School, OrganisationKind.TrainingProvider, "Pôle formation de Nulle-Part"),
        (Elsewhere, OrganisationKind.Plant, "Ateliers d’Ailleurs"),
    ];

    /// <summary>Those who can be tried with one click, in the order of the sign-in page.</summary>
    public static readonly DemoPerson[] People =
    [
        new("CLEAN", "Claire", "Léandre", "Coordonnatrice Lean", "Lean coordinator", "candidate au CQPM, mène le chantier Vérins 50/28", "candidate for the CQPM, leads the Vérins 50/28 project",
            (Role.LeanCoordinator, Plant), (Role.Candidate, Centre)),
        new("METH", "Mehdi", "Thomas", "Technicien industrialisation", "Process technician", "candidat, temps et équilibrage du montage", "candidate, times and balancing of assembly",
            (Role.ProcessTechnician, Plant), (Role.Candidate, Centre)),
        new("CE-A", "Aline", "Moreau", "Cheffe d’équipe A", "Team leader A", "la journée : effectif, actions, indicateurs", "the day: staffing, actions, indicators",
            (Role.TeamLeader, Plant)),
        new("PROD", "Pascal", "Rodier", "Responsable de production, tuteur", "Production manager, tutor", "donner l’avis de l’entreprise", "give the company’s opinion",
            (Role.Director, Plant), (Role.LineManager, Plant), (Role.Tutor, Plant)),
        new("RH", "Rachida", "Haddad", "Ressources humaines", "Human resources", "administre les comptes de l’usine", "manages the plant’s accounts",
            (Role.Administrator, Plant)),
        new("UIMM", "Ulysse", "Marchand", "UIMM territoriale, centre d’examen", "UIMM territoriale, exam centre", "inscriptions, commissions, jurys", "enrolments, commissions, juries",
            (Role.ExamCentreOfficer, Centre), (Role.Administrator, Centre)),
        new("RES", "Renée", "Estève", "UIMM centre de ressources", "UIMM resource centre", "reçoit les dossiers de modalités", "receives the files of modes",
            (Role.ResourceCentreOfficer, Resources), (Role.Administrator, Resources)),
        new("EV1", "Éva", "Vidal", "Membre de la commission", "Member of the commission", "évaluatrice, Ateliers d’Ailleurs", "assessor, Ateliers d’Ailleurs",
            (Role.Assessor, Centre), (Role.FunctionalManager, Elsewhere)),
        new("EV2", "Yvon", "Delage", "Membre de la commission", "Member of the commission", "évaluateur, Pôle formation", "assessor, Pôle formation",
            (Role.Assessor, Centre), (Role.Trainer, School)),
        new("E1", "Étienne", "Garnier", "Président du jury paritaire", "Chair of the joint jury", "délégation patronale, métallurgie", "employers’ delegation, metallurgy",
            (Role.Juror, Centre)) { College = College.Employers, DelegatedBy = "metallurgie" },
        new("E2", "Émilie", "Perrin", "Jurée, délégation patronale", "Juror, employers’ delegation", "métallurgie", "metallurgy",
            (Role.Juror, Centre)) { College = College.Employers, DelegatedBy = "metallurgie" },
        new("S1", "Samira", "Lopez", "Jurée, organisation syndicale A", "Juror, union A", "délégation syndicale", "employees’ delegation",
            (Role.Juror, Centre)) { College = College.Employees, DelegatedBy = "Organisation A" },
        new("S2", "Simon", "Keller", "Juré, organisation syndicale B", "Juror, union B", "délégation syndicale", "employees’ delegation",
            (Role.Juror, Centre)) { College = College.Employees, DelegatedBy = "Organisation B" },
        new("GTP", "Gisèle", "Tournier", "Groupe technique paritaire", "Joint technical group", "contrôle et attribue les certificats", "controls and awards the certificates",
            (Role.JointTechnicalGroup, Branch), (Role.Administrator, Branch)),
    ];

    /// <summary>Others who are named in the plant's plans and boards, without one-click entry.</summary>
    public static readonly DemoPerson[] Colleagues =
    [
        new("QUAL", "Quentin", "Allard", "", "", "", "", (Role.SupportFunction, Plant)),
        new("MAINT", "Marc", "Aintzane", "", "", "", "", (Role.SupportFunction, Plant)),
        new("LOG", "Louise", "Ogier", "", "", "", "", (Role.SupportFunction, Plant)),
        new("HSE", "Hugo", "Serre", "", "", "", "", (Role.SupportFunction, Plant)),
        new("CE-B", "Bilal", "Chevrier", "", "", "", "", (Role.TeamLeader, Plant)),
        new("OF1", "Odile", "Fabre", "", "", "", "", (Role.Trainer, School), (Role.Administrator, School)),
    ];
}

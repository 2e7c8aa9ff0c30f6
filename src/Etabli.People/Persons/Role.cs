namespace Etabli.People.Persons;

/// <summary>What a person may be, in one organisation and for a time (fr: rôle).</summary>
public enum Role
{
    /// <summary>Prepares a certificate (fr: candidat).</summary>
    Candidate,

    /// <summary>Accompanies the candidate in the company (fr: tuteur).</summary>
    Tutor,

    /// <summary>fr: responsable hiérarchique.</summary>
    LineManager,

    /// <summary>fr: responsable fonctionnel.</summary>
    FunctionalManager,

    /// <summary>fr: coordonnateur Lean et amélioration continue.</summary>
    LeanCoordinator,

    /// <summary>fr: animateur d'équipe autonome de production.</summary>
    TeamLeader,

    /// <summary>fr: technicien en industrialisation et amélioration de procédés.</summary>
    ProcessTechnician,

    /// <summary>fr: opérateur.</summary>
    Operator,

    /// <summary>fr: direction.</summary>
    Director,

    /// <summary>Quality, maintenance, methods (fr: services supports).</summary>
    SupportFunction,

    /// <summary>fr: formateur d'un organisme de formation.</summary>
    Trainer,

    /// <summary>Enrols, convenes and issues for the exam centre (fr: gestionnaire du centre d'examen).</summary>
    ExamCentreOfficer,

    /// <summary>Sits in an assessment commission (fr: évaluateur, membre de commission).</summary>
    Assessor,

    /// <summary>Sits in a joint jury (fr: juré, membre du jury paritaire).</summary>
    Juror,

    /// <summary>Receives the files of modes (fr: gestionnaire du centre de ressources).</summary>
    ResourceCentreOfficer,

    /// <summary>Controls the award for the branch (fr: groupe technique paritaire « Certifications »).</summary>
    JointTechnicalGroup,

    /// <summary>Manages people, roles and invitations of the organisation (fr: administrateur).</summary>
    Administrator,
}

namespace Etabli.Studies.Sheets;

/// <summary>Which table a sheet is (fr: feuille).</summary>
public enum SheetKind
{
    /// <summary>Steps of a process chart, before and after (fr: étapes du déroulement).</summary>
    ProcessSteps,

    /// <summary>Ways somebody goes (fr: déplacements).</summary>
    Trips,

    /// <summary>Places of the workshop, in metres (fr: implantation).</summary>
    Places,

    /// <summary>Values of one measure (fr: relevés).</summary>
    Readings,

    /// <summary>Values in time or by case, of one series or several (fr: séries).</summary>
    Series,

    /// <summary>Facts of a diagnosis (fr: constats).</summary>
    Facts,

    /// <summary>Levels judged, this time and the time before (fr: niveaux).</summary>
    Levels,

    /// <summary>Questions and answers of interviews (fr: réponses).</summary>
    Answers,

    /// <summary>What hinders people (fr: irritants).</summary>
    Irritants,

    /// <summary>Causes that are counted (fr: causes).</summary>
    Causes,

    /// <summary>Parts of a drawing that defects are counted by (fr: zones).</summary>
    Zones,

    /// <summary>Times read off the watch, element by element and cycle by cycle (fr: temps observés).</summary>
    Timings,

    /// <summary>States seen at random moments (fr: observations instantanées).</summary>
    Sightings,

    /// <summary>What operator and machine do in one cycle (fr: séquences).</summary>
    Sequences,

    /// <summary>Gestures written in predetermined times (fr: mouvements).</summary>
    Motions,

    /// <summary>Codes and times of a card the user has the right to (fr: table de temps).</summary>
    Card,

    /// <summary>Tasks of a line with their time and what they wait for (fr: tâches de la ligne).</summary>
    LineTasks,

    /// <summary>What the workshop asks of a balance (fr: règles de la ligne).</summary>
    LineRules,

    /// <summary>What is added to the normal time, reason by reason (fr: majorations).</summary>
    Allowances,

    /// <summary>Elements of a work with what they are worth (fr: éléments du travail).</summary>
    WorkElements,

    /// <summary>Principles of motion economy that were looked at (fr: économie des gestes).</summary>
    MotionChecks,

    /// <summary>Times of units made one after the other (fr: temps relevés).</summary>
    LearntUnits,

    /// <summary>Products with how much of each is made (fr: produits).</summary>
    MadeProducts,

    /// <summary>Models that a line makes, with their part of the mix (fr: modèles de la ligne).</summary>
    LineModels,

    /// <summary>Times of tasks that are not the same for every model (fr: temps par modèle).</summary>
    LineModelTimes,

    /// <summary>Who can do what on a line, in what time (fr: opérateurs de la ligne).</summary>
    LineWorkers,

    /// <summary>Walks, tools and turns between tasks that follow each other (fr: déplacements et réglages de la ligne).</summary>
    LineSetups,
}

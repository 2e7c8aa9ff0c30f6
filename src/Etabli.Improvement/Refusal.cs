namespace Etabli.Improvement;

/// <summary>Every way this module can say no (fr: refus).</summary>
public enum Refusal
{
    /// <summary>A project, an action, an indicator… has no name.</summary>
    TitleMissing,

    /// <summary>A text is longer than what is kept; {0} is the limit in characters.</summary>
    TextTooLong,

    /// <summary>A project says neither why it exists nor what it must reach.</summary>
    PurposeMissing,

    /// <summary>The last day of a project is before its first; {0} and {1} are the two days.</summary>
    ProjectEndsBeforeItStarts,

    /// <summary>Somebody is already in the team; {0} is the code of the person.</summary>
    AlreadyInTeam,

    /// <summary>Somebody is not in the team.</summary>
    NotInTeam,

    /// <summary>A role in the team has no words.</summary>
    TeamRoleMissing,

    /// <summary>The pilot cannot leave the team without being replaced.</summary>
    PilotStaysInTeam,

    /// <summary>A step is marked done before it was started.</summary>
    StepNotStarted,

    /// <summary>A step is already done.</summary>
    StepAlreadyDone,

    /// <summary>A step would end before it started; {0} is the day it started.</summary>
    StepDoneBeforeStarted,

    /// <summary>An observation states no fact.</summary>
    FactMissing,

    /// <summary>An observation says nothing of where it was made.</summary>
    PlaceMissing,

    /// <summary>Something is dated after today; {0} is that day.</summary>
    DatedInTheFuture,

    /// <summary>A measured value has no unit.</summary>
    MeasureWithoutUnit,

    /// <summary>A measured value does not say how it was measured.</summary>
    MeasureWithoutMethod,

    /// <summary>A measured value rests on no reading; {0} is the number given.</summary>
    SampleSizeNotPositive,

    /// <summary>What is attached as a photo is not a picture; {0} is the name of the file.</summary>
    PhotoNotAPicture,

    /// <summary>The same photo is already attached.</summary>
    PhotoAlreadyAttached,

    /// <summary>An action has no label: the référentiel demands one (C5-METH-4).</summary>
    ActionLabelMissing,

    /// <summary>An action has no deliverable: the référentiel demands one (C5-METH-4).</summary>
    ActionDeliverableMissing,

    /// <summary>An action has no owner.</summary>
    ActionOwnerMissing,

    /// <summary>An action belongs to no axis.</summary>
    ActionAxisMissing,

    /// <summary>The action is closed: it is no longer changed.</summary>
    ActionClosed,

    /// <summary>The action is already started.</summary>
    ActionAlreadyStarted,

    /// <summary>The action would be closed before it started; {0} is the day it started.</summary>
    ActionClosedBeforeItStarted,

    /// <summary>An action is closed without a word on its effectiveness (C5-METH-5).</summary>
    EffectivenessMissing,

    /// <summary>Effectiveness is noted on an action that is not closed.</summary>
    ActionNotClosed,

    /// <summary>A due date is moved without a reason (C5-METH-6).</summary>
    PostponeReasonMissing,

    /// <summary>A due date is moved to the day it already has; {0} is that day.</summary>
    DueDateUnchanged,

    /// <summary>A code has no character.</summary>
    CodeMissing,

    /// <summary>The code is already used in this project; {0} is the code.</summary>
    CodeAlreadyUsed,

    /// <summary>An indicator has no definition (C6-MOY-1).</summary>
    DefinitionMissing,

    /// <summary>An indicator does not say what it is used for (C6-MOY-1).</summary>
    UseMissing,

    /// <summary>An indicator does not say how it is computed (C6-MOY-1).</summary>
    FormulaMissing,

    /// <summary>An indicator has no unit.</summary>
    UnitMissing,

    /// <summary>An indicator does not say where its figures come from.</summary>
    SourceMissing,

    /// <summary>An indicator has no owner.</summary>
    IndicatorOwnerMissing,

    /// <summary>A value is already recorded for that period; {0} is the period.</summary>
    PointAlreadyRecorded,

    /// <summary>No value is recorded for that period; {0} is the period.</summary>
    PointNotRecorded,

    /// <summary>A recorded value is corrected without a reason.</summary>
    CorrectionReasonMissing,

    /// <summary>The frequency changes though values are already recorded.</summary>
    FrequencyFixedByPoints,

    /// <summary>A phase or a note of an indicator has no words.</summary>
    NoteMissing,

    /// <summary>Minutes have no subject.</summary>
    SubjectMissing,

    /// <summary>Minutes name nobody present.</summary>
    AttendeesMissing,

    /// <summary>Minutes tell nothing: neither text nor decision.</summary>
    MinutesEmpty,

    /// <summary>An axis does not say where it starts from.</summary>
    InitialSituationMissing,

    /// <summary>An axis has no target.</summary>
    TargetMissing,

    /// <summary>An axis does not say what is at stake.</summary>
    StakeMissing,

    /// <summary>Somebody who is not of this plant is named.</summary>
    PersonNotOfThePlant,

    /// <summary>The axis named does not exist in this project; {0} is its code.</summary>
    AxisUnknown,

    /// <summary>Somebody else changed it in the meantime: both versions must be seen.</summary>
    ChangedMeanwhile,

    /// <summary>An automatic series does not say all that it needs, or names a column that is not of that kind any more.</summary>
    FeedIncomplete,

    /// <summary>Pasted or imported lines carry errors; nothing was kept. {0} is the number of lines in error.</summary>
    LinesInError,
}

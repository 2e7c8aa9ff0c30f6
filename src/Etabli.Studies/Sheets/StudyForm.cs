using Etabli.Plant.Calendars;
using Etabli.Plant.Tables;

namespace Etabli.Studies.Sheets;

/// <summary>Which tool a study was made with (fr: nature d’étude).</summary>
public enum StudyKind
{
    /// <summary>fr: analyse de déroulement.</summary>
    ProcessChart,

    /// <summary>fr: implantation et déplacements.</summary>
    Movements,

    /// <summary>fr: feuille de relevés à bâtons.</summary>
    CheckSheet,

    /// <summary>fr: histogramme.</summary>
    Histogram,

    /// <summary>fr: comparaison et historique.</summary>
    Comparison,

    /// <summary>fr: entretiens.</summary>
    Interviews,

    /// <summary>fr: irritants.</summary>
    Irritants,

    /// <summary>fr: grille de diagnostic.</summary>
    Diagnosis,

    /// <summary>fr: chronométrage.</summary>
    TimeStudy,

    /// <summary>fr: observations instantanées.</summary>
    WorkSampling,

    /// <summary>fr: simogramme.</summary>
    Simogram,

    /// <summary>fr: temps prédéterminés.</summary>
    PredeterminedTimes,

    /// <summary>fr: équilibrage de ligne.</summary>
    LineBalance,

    /// <summary>What each element of a work is worth, and the motions it is done with (fr: décomposition du travail).</summary>
    WorkBreakdown,

    /// <summary>fr: courbe d’apprentissage.</summary>
    LearningCurve,

    /// <summary>fr: types de production.</summary>
    ProductionType,
}

/// <summary>The sheets and settings of a kind of study (fr: modèle d’étude).</summary>
/// <param name="Kind">Which tool.</param>
/// <param name="Sheets">Its sheets, the main one first.</param>
/// <param name="Settings">What is set once for the study.</param>
public sealed record StudyForm(StudyKind Kind, IReadOnlyList<SheetKind> Sheets, IReadOnlyList<SheetColumn> Settings)
{
    private const int Page = 8_000;

    private static readonly SheetChoice[] Rules = [new("Sturges"), new("SquareRoot"), new("FreedmanDiaconis")];

    private static readonly SheetChoice[] Periods = [new("Day"), new("Shift"), new("Hour"), new("Week")];

    private static readonly SheetColumn Unit = new("TimeUnit", CellKind.Choice) { Choices = [.. TimeUnits.InOrder.Select(u => new SheetChoice(u.ToString(), u.Symbol().ToLowerInvariant()))] };

    private static readonly SheetChoice[] Scales = [new("Hundred"), new("Sixty"), new("Bte"), new("CarMakers")];

    private static readonly SheetChoice[] Conventions = [new("OfWork"), new("OfShift")];

    private static readonly SheetChoice[] Cards = [new("MostBasic"), new("Mtm1Inches"), new("OwnCard")];

    private static readonly SheetChoice[] Learnings = [new("Crawford"), new("Wright")];

    private static readonly SheetChoice[] LearntTimes = [new("UnitTimes"), new("AverageTimes")];

    private static readonly SheetChoice[] Shapes = [new("StraightLine"), new("ULine")];

    private static readonly Dictionary<StudyKind, StudyForm> All = new StudyForm[]
    {
        new(StudyKind.ProcessChart, [SheetKind.ProcessSteps], []),
        new(StudyKind.Movements, [SheetKind.Trips, SheetKind.Places],
        [
            new("FloorWidth", CellKind.Number) { Least = 1, Most = 10_000 }, new("FloorDepth", CellKind.Number) { Least = 1, Most = 10_000 }, new("During", CellKind.Text) { Longest = 60 },
        ]),
        new(StudyKind.CheckSheet, [SheetKind.Causes, SheetKind.Zones], [new("Per", CellKind.Choice) { Choices = Periods }]),
        new(StudyKind.Histogram, [SheetKind.Readings],
        [
            new("Quantity", CellKind.Text) { Longest = 100 }, new("Unit", CellKind.Text) { Longest = 20 },
            new("LowerLimit", CellKind.Number), new("Target", CellKind.Number), new("UpperLimit", CellKind.Number), new("Classes", CellKind.Choice) { Choices = Rules },
        ]),
        new(StudyKind.Comparison, [SheetKind.Series],
        [
            new("Quantity", CellKind.Text) { Longest = 100 }, new("Unit", CellKind.Text) { Longest = 20 }, new("Target", CellKind.Number),
        ]),
        new(StudyKind.Interviews, [SheetKind.Answers], []),
        new(StudyKind.Irritants, [SheetKind.Irritants], []),
        new(StudyKind.Diagnosis, [SheetKind.Facts, SheetKind.Levels],
        [
            new("Description", CellKind.Text) { Longest = Page }, new("Sources", CellKind.Text) { Longest = Page }, new("Means", CellKind.Text) { Longest = Page }, new("Conclusion", CellKind.Text) { Longest = Page },
        ]),
        new(StudyKind.TimeStudy, [SheetKind.Timings, SheetKind.Allowances],
        [
            Unit, new("RatingScale", CellKind.Choice) { Choices = Scales }, new("AllowancePercent", CellKind.Number) { Least = 0, Most = 99 }, new("Convention", CellKind.Choice) { Choices = Conventions },
            new("RoutingSeconds", CellKind.Number) { Least = 0.001m, Most = 10_000_000 },
        ]),
        new(StudyKind.WorkSampling, [SheetKind.Sightings],
        [
            new("MarginPoints", CellKind.Number) { Least = 0.1m, Most = 50 }, new("RoundsPerDay", CellKind.Number) { Least = 1, Most = 200, Whole = true },
            new("RoundsFrom", CellKind.Clock), new("RoundsUntil", CellKind.Clock), new("Seed", CellKind.Number) { Least = 0, Most = 1_000_000, Whole = true },
        ]),
        new(StudyKind.Simogram, [SheetKind.Sequences], [Unit, new("MostMachines", CellKind.Number) { Least = 1, Most = 12, Whole = true }]),
        new(StudyKind.PredeterminedTimes, [SheetKind.Motions, SheetKind.Card],
        [
            new("TimeCard", CellKind.Choice) { Choices = Cards }, new("CardVersion", CellKind.Text) { Longest = 60 }, new("CardSource", CellKind.Text) { Longest = 300 },
        ]),
        new(StudyKind.LineBalance, [SheetKind.LineTasks, SheetKind.LineRules, SheetKind.LineModels, SheetKind.LineModelTimes, SheetKind.LineWorkers, SheetKind.LineSetups],
        [
            Unit, new("TaktSeconds", CellKind.Number) { Least = 0.001m, Most = 1_000_000 }, new("TargetPercent", CellKind.Number) { Least = 1, Most = 100 }, new("StationOrder", CellKind.Text) { Longest = 500 },
            new("LineShape", CellKind.Choice) { Choices = Shapes }, new("OperatorsPerStation", CellKind.Number) { Least = 1, Most = 4, Whole = true }, new("CopiesPerStation", CellKind.Number) { Least = 1, Most = 20, Whole = true },
            new("InTimePercent", CellKind.Number) { Least = 50, Most = 99.9m },
        ]),
        new(StudyKind.WorkBreakdown, [SheetKind.WorkElements, SheetKind.MotionChecks], [Unit]),
        new(StudyKind.LearningCurve, [SheetKind.LearntUnits],
        [
            Unit, new("LearningModel", CellKind.Choice) { Choices = Learnings }, new("LearntTimes", CellKind.Choice) { Choices = LearntTimes },
            new("GoalSeconds", CellKind.Number) { Least = 0.001m, Most = 10_000_000 }, new("ForecastUnits", CellKind.Number) { Least = 1, Most = 1_000_000_000, Whole = true },
        ]),
        new(StudyKind.ProductionType, [SheetKind.MadeProducts],
        [
            new("WeeksWorked", CellKind.Number) { Least = 1, Most = 53 }, new("SmallFrom", CellKind.Number) { Least = 0.001m, Most = 1_000_000_000 }, new("MediumFrom", CellKind.Number) { Least = 0.001m, Most = 1_000_000_000 },
            new("LargeFrom", CellKind.Number) { Least = 0.001m, Most = 1_000_000_000 },
        ]),
    }.ToDictionary(f => f.Kind);

    /// <summary>The sheets and settings of a kind.</summary>
    public static StudyForm Of(StudyKind kind) => All[kind];

    /// <summary>The unit the times of a study are shown in, and read in where a heading names none: as set, else seconds.</summary>
    public static TimeUnit UnitOf(StudyContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Settings.TryGetValue(Unit.Key, out var said) && Enum.TryParse<TimeUnit>(said, out var unit) ? unit : TimeUnit.Second;
    }
}

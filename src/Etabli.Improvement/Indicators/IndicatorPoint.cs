using Etabli.People;

namespace Etabli.Improvement.Indicators;

/// <summary>One value of an indicator for one period. A corrected one stays, with who replaced it, when and why (fr: point de mesure).</summary>
public sealed class IndicatorPoint
{
    private IndicatorPoint()
    {
    }

    internal IndicatorPoint(DateOnly period, decimal value, PersonId by, DateTimeOffset at, string? correctionReason = null)
    {
        Period = period;
        Value = value;
        By = by;
        At = at;
        CorrectionReason = correctionReason;
    }

    /// <summary>First day of the period: the day, the Monday, the first of the month.</summary>
    public DateOnly Period { get; private set; }

    public decimal Value { get; private set; }

    public PersonId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Why it replaces an earlier value; null for the first.</summary>
    public string? CorrectionReason { get; private set; }

    /// <summary>When a later value replaced it; null while it counts.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    internal void GiveWay(DateTimeOffset at) => ReplacedAt = at;
}

/// <summary>A name for a stretch of the series: before, deployment, confirmation (fr: phase de la série).</summary>
public sealed class IndicatorPhase
{
    private IndicatorPhase()
    {
        Label = "";
    }

    internal IndicatorPhase(DateOnly from, string label)
    {
        From = from;
        Label = label;
    }

    /// <summary>First day of the phase; it lasts until the next one.</summary>
    public DateOnly From { get; private set; }

    public string Label { get; private set; }
}

/// <summary>What happened that the figures alone do not tell: a closure, a broken tool, a rush order (fr: note de contexte).</summary>
public sealed class ContextNote
{
    private ContextNote()
    {
        Text = "";
    }

    internal ContextNote(DateOnly day, string text, PersonId by, DateTimeOffset at)
    {
        Day = day;
        Text = text;
        By = by;
        At = at;
    }

    public DateOnly Day { get; private set; }

    public string Text { get; private set; }

    public PersonId By { get; private set; }

    public DateTimeOffset At { get; private set; }
}

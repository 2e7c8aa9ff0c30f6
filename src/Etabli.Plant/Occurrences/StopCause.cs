using Etabli.People;

namespace Etabli.Plant.Occurrences;

/// <summary>What time a stop is taken from (fr: classe d’arrêt du TRS).</summary>
public enum StopKind
{
    /// <summary>The plant is closed (fr: fermeture).</summary>
    Closure,

    /// <summary>Planned: break, meeting, planned maintenance (fr: arrêt planifié).</summary>
    Planned,

    /// <summary>The machine failed (fr: panne).</summary>
    Breakdown,

    /// <summary>Setting, adjusting (fr: réglage).</summary>
    Setting,

    /// <summary>Change of series (fr: changement de série).</summary>
    Changeover,

    /// <summary>Short, not repaired (fr: micro-arrêt).</summary>
    ShortStop,

    /// <summary>Another own stop (fr: autre arrêt propre).</summary>
    OtherOwn,

    /// <summary>No material, no operator, waiting for inspection (fr: arrêt induit).</summary>
    Induced,
}

/// <summary>The class the plant gives to a cause of stops (fr: cause d’arrêt classée).</summary>
/// <param name="Organisation">Whose plant.</param>
/// <param name="Cause">The cause, as stops name it.</param>
/// <param name="Kind">Its class.</param>
/// <param name="ByCode">Who said so.</param>
/// <param name="At">When.</param>
public sealed record StopCause(OrganisationId Organisation, string Cause, StopKind Kind, string ByCode, DateTimeOffset At)
{
    private static readonly (string Word, StopKind Kind)[] Words =
    [
        ("fermeture", StopKind.Closure), ("planifi", StopKind.Planned), ("pause", StopKind.Planned), ("reunion", StopKind.Planned), ("changement de serie", StopKind.Changeover), ("changeover", StopKind.Changeover),
        ("panne", StopKind.Breakdown), ("breakdown", StopKind.Breakdown), ("reglage", StopKind.Setting), ("reprise cote", StopKind.Setting), ("micro", StopKind.ShortStop), ("attente", StopKind.Induced), ("absence", StopKind.Induced),
        ("induit", StopKind.Induced),
    ];

    /// <summary>The class its words suggest, until somebody says it: the cause first, then the plant's own class.</summary>
    /// <param name="cause">The cause, plain: lower case, without accents.</param>
    /// <param name="its">The plant's class of it, plain.</param>
    public static StopKind Suggested(string cause, string its)
    {
        ArgumentNullException.ThrowIfNull(cause);
        ArgumentNullException.ThrowIfNull(its);
        foreach (var said in new[] { cause, its })
        {
            foreach (var (word, kind) in Words)
            {
                if (said.Contains(word, StringComparison.Ordinal))
                {
                    return kind;
                }
            }
        }

        return StopKind.OtherOwn;
    }
}

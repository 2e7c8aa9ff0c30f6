namespace Etabli.Improvement.Actions;

/// <summary>
/// What an action is on a given day. The référentiel asks for closed, under way and late (C5-METH-5); late is computed,
/// never stored (fr: état de l’action).
/// </summary>
public enum ActionState
{
    /// <summary>fr: en retard.</summary>
    Late,

    /// <summary>fr: en cours.</summary>
    UnderWay,

    /// <summary>fr: à faire.</summary>
    ToDo,

    /// <summary>fr: soldée.</summary>
    Closed,
}

namespace Etabli.Web.Shell.Parts;

/// <summary>What one criterion's square shows.</summary>
public enum PipState
{
    /// <summary>No evidence.</summary>
    None,

    /// <summary>Evidence linked, not frozen yet.</summary>
    Linked,

    /// <summary>Evidence frozen.</summary>
    Frozen,

    Met,
    NotMet,

    /// <summary>Not observed, or cannot be assessed.</summary>
    NotAssessable,
}

/// <summary>One criterion as a square: its code, what it shows, whether the company gave its opinion, whether it is chosen.</summary>
public sealed record Pip(string Code, PipState State, bool Opinion = false, bool Chosen = false);

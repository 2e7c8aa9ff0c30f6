namespace Etabli.Web.Shell.Parts;

/// <summary>How far one step of a strip is.</summary>
public enum StageState
{
    Empty,
    Begun,
    Here,
    Done,
}

/// <summary>One step of a strip: its number, name, state, where it leads and one or two short counts.</summary>
public sealed record Stage(string Name, StageState State, string? Href = null, string? Number = null, string? Count = null, string? Count2 = null);

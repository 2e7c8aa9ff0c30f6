namespace Etabli.Web.Shell.Parts;

/// <summary>What a status says: colour, shape and letter go together.</summary>
public enum StatusKind
{
    /// <summary>Green disc, V.</summary>
    Good,

    /// <summary>Red diamond, R.</summary>
    Bad,

    /// <summary>Amber triangle, A.</summary>
    Caution,

    /// <summary>Hatched square: not known, not assessable.</summary>
    Unknown,

    /// <summary>Empty ring.</summary>
    ToDo,

    /// <summary>Half disc.</summary>
    UnderWay,

    /// <summary>Struck ring.</summary>
    Dropped,
}

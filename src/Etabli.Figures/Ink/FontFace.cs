namespace Etabli.Figures.Ink;

/// <summary>The three faces a drawing may write with. (fr: caractère)</summary>
public enum FontFace
{
    /// <summary>IBM Plex Sans, 400: running text.</summary>
    Sans,
    /// <summary>IBM Plex Sans, 600: titles and totals.</summary>
    Semibold,
    /// <summary>IBM Plex Mono, 400: codes.</summary>
    Mono,
}

namespace Etabli.Figures.Ink;

/// <summary>The sheet a figure is drawn on: width, language, theme and the strip that says what it is. (fr: feuille)</summary>
/// <param name="Language">Language and typography of what the figure itself writes.</param>
/// <param name="Width">Width in millimetres; 190 is a portrait A4 between its margins, 277 a landscape one.</param>
/// <param name="Cartouche">Strip at the bottom; none when the page around the figure says it.</param>
/// <param name="Palette">Colours written in the drawing; the light ones if null.</param>
/// <param name="Id">Prefix of the identifiers inside the drawing; give one when the same figure comes twice in a page.</param>
public sealed record Sheet(Language Language, double Width = 190, Cartouche? Cartouche = null, Palette? Palette = null, string? Id = null)
{
    /// <summary>The language of a culture name such as <c>fr</c>, <c>fr-FR</c> or <c>en</c>, on a sheet of this width.</summary>
    /// <param name="culture">Culture name; anything but English is French, the language of the référentiels.</param>
    /// <param name="width">Width in millimetres.</param>
    public static Sheet For(string culture, double width = 190) => new(Language.Of(culture), width);
}

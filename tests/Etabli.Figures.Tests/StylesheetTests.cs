using Etabli.Figures.Ink;

namespace Etabli.Figures.Tests;

public sealed class StylesheetTests
{
    [Fact]
    public void A_page_repaints_every_tone_of_its_drawings()
    {
        var css = Palette.Stylesheet();
        Assert.All(Enum.GetValues<Tone>(), tone =>
        {
            Assert.Contains("." + Palette.FillClass(tone) + " {", css, StringComparison.Ordinal);
            Assert.Contains("." + Palette.StrokeClass(tone) + " {", css, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Statuses_keep_their_hue_by_night() =>
        Assert.All([Tone.Good, Tone.Bad, Tone.Warning], tone => Assert.Equal(Palette.Light[tone], Palette.Dark[tone]));

    [Fact]
    public void The_stylesheet_that_the_site_serves_is_the_one_written_here()
    {
        if (Environment.GetEnvironmentVariable("ETABLI_GOLDEN") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, "encre.css"), Palette.Stylesheet());
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "encre.css")), Palette.Stylesheet());
    }
}

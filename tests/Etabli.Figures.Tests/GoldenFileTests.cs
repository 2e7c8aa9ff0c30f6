using Etabli.Figures.Ink;

namespace Etabli.Figures.Tests;

/// <summary>Each figure is the same bytes as the file reviewed by eye; ETABLI_GOLDEN=folder writes them anew.</summary>
public sealed class GoldenFileTests
{
    public static TheoryData<string, string> Figures { get; } = new(
        from figure in Samples.All.Keys
        from language in new[] { "fr", "en" }
        select (figure, language));

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_is_drawn_as_it_was_last_reviewed(string figure, string language)
    {
        var drawn = Samples.All[figure](Language.Of(language));
        var name = $"{figure}.{language}.svg";
        if (Environment.GetEnvironmentVariable("ETABLI_GOLDEN") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, name), drawn);
        }

        var reviewed = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name));
        Assert.Equal(reviewed, drawn);
    }
}

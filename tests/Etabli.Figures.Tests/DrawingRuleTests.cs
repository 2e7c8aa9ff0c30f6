using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Tests;

/// <summary>What every drawing owes its reader, whatever it shows.</summary>
public sealed partial class DrawingRuleTests
{
    private static readonly ConcurrentDictionary<(string, string), XDocument> Drawn = [];

    public static TheoryData<string, string> Figures => GoldenFileTests.Figures;

    [Theory]
    [MemberData(nameof(Figures))]
    public void No_text_covers_another(string figure, string language)
    {
        var texts = DrawnText.In(Draw(figure, language)).OrderBy(text => text.Top).ToList();
        var clashes = new List<string>();
        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = i + 1; j < texts.Count && texts[j].Top < texts[i].Bottom; j++)
            {
                if (texts[i].Overlaps(texts[j]))
                {
                    clashes.Add($"« {texts[i].Text} » / « {texts[j].Text} »");
                }
            }
        }

        Assert.Empty(clashes);
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Nothing_leaves_the_sheet(string figure, string language)
    {
        var drawing = Draw(figure, language);
        var box = drawing.Root!.Attribute("viewBox")!.Value.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        Assert.All(DrawnText.In(drawing), text =>
        {
            Assert.True(text.Left >= -0.01 && text.Right <= box[2] + 0.01 && text.Top >= -0.01 && text.Bottom <= box[3] + 0.01, $"« {text.Text} » {text}");
        });
        Assert.All(DrawnShape.Points(drawing), point => Assert.True(point.X >= -0.01 && point.Y >= -0.01 && point.X <= box[2] + 0.01 && point.Y <= box[3] + 0.01, point.ToString()));
        Assert.All(drawing.Descendants().Where(element => element.Name.LocalName == "rect"), rect =>
        {
            Assert.True(DrawnText.Value(rect, "x") >= 0 && DrawnText.Value(rect, "y") >= 0, rect.ToString());
            Assert.True(DrawnText.Value(rect, "x") + DrawnText.Value(rect, "width") <= box[2] + 0.01, rect.ToString());
            Assert.True(DrawnText.Value(rect, "y") + DrawnText.Value(rect, "height") <= box[3] + 0.01, rect.ToString());
        });
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void No_line_of_a_flow_crosses_a_word(string figure, string language)
    {
        if (!figure.StartsWith("value-stream", StringComparison.Ordinal))
        {
            return;
        }

        var drawing = Draw(figure, language);
        var lines = DrawnShape.OpenLines(drawing).ToList();
        var crossed = from text in DrawnText.In(drawing) from line in lines where text.IsCrossedBy(line.From, line.To) select $"« {text.Text} » {line}";
        Assert.Empty(crossed.Distinct());
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void No_text_is_smaller_than_what_a_printed_page_allows(string figure, string language) =>
        Assert.All(DrawnText.In(Draw(figure, language)), text => Assert.True(text.Size >= TextStyle.Smallest, text.Text));

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_drawing_says_what_it_is_and_how_it_reads(string figure, string language)
    {
        var root = Draw(figure, language).Root!;
        Assert.Equal("img", root.Attribute("role")?.Value);
        Assert.Equal(language, root.Attribute("lang")?.Value);
        var first = root.Elements().Take(2).ToList();
        Assert.Equal(["title", "desc"], first.Select(element => element.Name.LocalName));
        Assert.All(first, element => Assert.False(string.IsNullOrWhiteSpace(element.Value)));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Every_colour_comes_from_the_palette(string figure, string language)
    {
        var palette = figure.EndsWith("-dark", StringComparison.Ordinal) ? Palette.Dark : figure.EndsWith("-print", StringComparison.Ordinal) ? Palette.Print : Palette.Light;
        var colours = Colour().Matches(Samples.All[figure](Language.Of(language))).Select(match => match.Value).Distinct();
        Assert.All(colours, colour => Assert.Contains(colour, palette.Values));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_strict_content_policy_lets_a_drawing_through(string figure, string language)
    {
        var drawing = Draw(figure, language);
        Assert.DoesNotContain(drawing.Descendants(), element => element.Name.LocalName is "style" or "script" or "foreignObject");
        Assert.DoesNotContain(drawing.Descendants().Attributes(), attribute => attribute.Name.LocalName == "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_verdict_is_never_told_by_its_colour_alone(string figure, string language)
    {
        var drawing = Draw(figure, language);
        var bad = Painted(drawing, "fi-mauvais").Where(element => element.Name.LocalName == "polygon").ToList();
        var good = Painted(drawing, "fi-bon").Where(element => element.Name.LocalName == "circle").ToList();
        var warning = Painted(drawing, "fi-attention").Where(element => element.Name.LocalName == "polygon").ToList();
        var letters = Painted(drawing, "fi-statut-on").Concat(Painted(drawing, "fi-attention-on")).Select(element => element.Value).ToList();
        Assert.Equal(good.Count, letters.Count(letter => letter == "V"));
        Assert.Equal(bad.Count, letters.Count(letter => letter == "R"));
        Assert.Equal(warning.Count, letters.Count(letter => letter == "A"));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Every_character_is_one_whose_width_is_known(string figure, string language) =>
        Assert.All(DrawnText.In(Draw(figure, language)).SelectMany(text => text.Text).Distinct(), character => Assert.True(TextWidths.Knows(character), $"U+{(int)character:X4} {character}"));

    private static IEnumerable<XElement> Painted(XDocument drawing, string paint) =>
        drawing.Descendants().Where(element => element.Attribute("class")?.Value.Split(' ').Contains(paint) == true);

    private static XDocument Draw(string figure, string language) => Drawn.GetOrAdd((figure, language), _ => XDocument.Parse(Samples.All[figure](Language.Of(language))));

    [GeneratedRegex("#[0-9A-Fa-f]{6}\\b")]
    private static partial Regex Colour();
}

using System.Text;
using System.Text.Json.Nodes;
using Etabli.Certification.Qualifications;

namespace Etabli.Certification.Tests.Qualifications;

public class StandardFileFuzzTests
{
    private const string Characters = "{}[]\":,0123456789eE+-.\\untrfalse \n\ud800é\u0000";

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("{")]
    [InlineData("{\"id\":1e999999}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"lang\":\"\\ud800\"}")]
    [InlineData("\u0000")]
    public void Garbage_is_a_fault_like_another(string text)
    {
        var reading = StandardFile.Read(text);
        Assert.Null(reading.Content);
        Assert.NotEmpty(reading.Faults);
    }

    [Fact]
    public void A_file_nested_a_hundred_thousand_deep_is_refused_without_falling()
    {
        var reading = StandardFile.Read(new string('[', 100_000));
        Assert.Null(reading.Content);
        Assert.Equal("json", Assert.Single(reading.Faults).Rule);
    }

    [Fact]
    public void A_file_longer_than_any_standard_is_refused_before_it_is_read()
    {
        var reading = StandardFile.Read(new string(' ', StandardFile.LongestText + 1));
        Assert.Equal("too-long", Assert.Single(reading.Faults).Rule);
    }

    [Fact]
    public void Whatever_character_is_changed_the_reader_answers()
    {
        var dice = new Random(20261120);
        var good = Seeds.Text(Seeds.TeamAnimator);
        for (var i = 0; i < 400; i++)
        {
            var text = new StringBuilder(good);
            for (var j = dice.Next(1, 4); j > 0; j--)
            {
                var at = dice.Next(text.Length);
                switch (dice.Next(4))
                {
                    case 0: text[at] = Characters[dice.Next(Characters.Length)]; break;
                    case 1: text.Remove(at, Math.Min(dice.Next(1, 40), text.Length - at)); break;
                    case 2: text.Insert(at, Characters[dice.Next(Characters.Length)]); break;
                    default: text.Length = at; break;
                }

                if (text.Length == 0)
                {
                    break;
                }
            }

            MustAnswer(text.ToString());
        }
    }

    [Fact]
    public void Whatever_value_is_replaced_the_reader_answers()
    {
        var dice = new Random(42);
        string[] strange = ["null", "true", "0.5", "-1", "1e308", "12345678901234567890", "\"\"", "\"\\udc00\"", "[]", "{}", "[[[[]]]]", "{\"text\":{}}", "\"C1\"", "\"vae\""];
        for (var i = 0; i < 400; i++)
        {
            var file = JsonNode.Parse(Seeds.Text(Seeds.LeanAnimator))!;
            var places = new List<JsonNode>();
            Walk(file, places);
            var place = places[dice.Next(1, places.Count)];
            var value = strange[dice.Next(strange.Length)];
            // A half surrogate pair cannot be held by a node: it is written into the text.
            place.ReplaceWith(JsonValue.Create("@@here@@"));
            MustAnswer(file.ToJsonString().Replace("\"@@here@@\"", value, StringComparison.Ordinal));
        }
    }

    private static void MustAnswer(string text)
    {
        var reading = StandardFile.Read(text);
        Assert.Equal(reading.Content is null, reading.Faults.Count > 0);
        Assert.All(reading.Faults, f => Assert.StartsWith("$", f.JsonPath, StringComparison.Ordinal));
    }

    private static void Walk(JsonNode node, List<JsonNode> into)
    {
        into.Add(node);
        var children = node switch
        {
            JsonObject o => o.Select(p => p.Value),
            JsonArray a => a,
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>())
        {
            Walk(child, into);
        }
    }
}

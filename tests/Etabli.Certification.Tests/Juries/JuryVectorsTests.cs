using System.Text.Json;
using Etabli.Certification.Juries;
using Etabli.People;
using Etabli.People.Persons;

namespace Etabli.Certification.Tests.Juries;

public class JuryVectorsTests
{
    public static TheoryData<string, string> Vectors()
    {
        using var rules = JsonDocument.Parse(Seeds.Text("regles"));
        var data = new TheoryData<string, string>();
        foreach (var vector in rules.RootElement.GetProperty("juryScenarios").EnumerateArray())
        {
            data.Add(vector.GetProperty("id").GetString()!, vector.GetRawText());
        }

        return data;
    }

    [Fact]
    public void There_are_fifteen_vectors() => Assert.Equal(15, Vectors().Count);

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Each_published_jury_comes_out_as_published(string id, string json)
    {
        using var vector = JsonDocument.Parse(json);
        var root = vector.RootElement;
        List<Seat> seats =
        [
            .. root.GetProperty("employers").EnumerateArray().Select(e => Read(e, College.Employers)),
            .. root.GetProperty("unions").EnumerateArray().Select(e => Read(e, College.Employees)),
        ];
        PersonId? chair = root.GetProperty("president").GetString() is { } name ? Person(name) : null;
        Assert.StartsWith("J", id, StringComparison.Ordinal);
        Assert.Equal(root.GetProperty("expected").GetString(), Outcome(root, seats, chair));
    }

    private static string Outcome(JsonElement root, List<Seat> seats, PersonId? chair)
    {
        if (JuryComposition.Check(seats, chair, new()).Any(f => f.Gravity == Gravity.Breach))
        {
            return "non_conforme";
        }

        var ballots = root.GetProperty("votes").EnumerateObject().ToDictionary(
            v => Person(v.Name),
            v => v.Value.GetString() switch { "pour" => Ballot.For, "contre" => Ballot.Against, _ => Ballot.Abstain });
        return Tally.Of(ballots, chair!.Value).Result switch
        {
            Certification.Dossiers.Outcome.Admissible => "admissible",
            Certification.Dossiers.Outcome.NotAdmissible => "non_admissible",
            _ => "vote_a_refaire",
        };
    }

    private static Seat Read(JsonElement member, College college) => new(
        new(Person(member.GetProperty("id").GetString()!), member.GetProperty("id").GetString()!),
        college,
        member.GetProperty("branch").GetString() == "metallurgie" ? JurorBranch.Metalworking : JurorBranch.TemporaryWork,
        member.TryGetProperty("organisation", out var union) ? union.GetString() : null,
        member.GetProperty("votes").GetBoolean());

    private static PersonId Person(string name) => new(new Guid(name[0], short.Parse(name[1..], System.Globalization.CultureInfo.InvariantCulture), 0, 0, 0, 0, 0, 0, 0, 0, 0));
}

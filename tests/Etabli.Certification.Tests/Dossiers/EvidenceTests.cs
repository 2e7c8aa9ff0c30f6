using Etabli.Certification.Dossiers;
using Etabli.People.Files;

namespace Etabli.Certification.Tests.Dossiers;

public class EvidenceTests
{
    private const string Plan = """{"title":"Plan","actions":[{"label":"5S","due":"2026-12-01"}]}""";

    private readonly World world = new();

    [Fact]
    public void Evidence_names_criteria_among_those_aimed_at()
    {
        var dossier = world.Enrolled(World.Enrolment() with { Blocks = ["B2"] });
        World.Refused(Refusal.CriterionForeign, () => Link(dossier, "C1-METH-1"));
        World.Refused(Refusal.CriterionForeign, () => Link(dossier, "C99-METH-1"));
        World.Refused(Refusal.NoCriterionNamed, () => Link(dossier));
        Assert.Equal(["C5-METH-4", "C5-METH-5"], Link(dossier, "C5-METH-4", "C5-METH-5", "C5-METH-4").Criteria);
    }

    [Fact]
    public void What_was_frozen_is_neither_changed_nor_taken_back()
    {
        var dossier = world.Enrolled();
        var evidence = Link(dossier, "C5-METH-4");
        evidence.Freeze(Frozen(evidence, Plan), World.Day(9));
        World.Refused(Refusal.EvidenceFrozen, () => evidence.Unlink(World.Candidate.Id, World.Day(10)));
        World.Refused(Refusal.EvidenceFrozen, () => evidence.Serve(dossier, world.Content, ["C5-METH-5"], World.Day(10)));
        evidence.Freeze(Frozen(evidence, """{"title":"Autre"}"""), World.Day(11));
        Assert.Equal(Plan, evidence.FrozenJson);
        Assert.Equal(World.Day(9), evidence.FrozenAt);
        Assert.True(evidence.IsIntact());
    }

    [Fact]
    public void A_link_taken_back_stays_written_and_no_longer_counts()
    {
        var evidence = Link(world.Enrolled(), "C5-METH-4");
        evidence.Unlink(World.Candidate.Id, World.Day(6));
        Assert.False(evidence.Counts);
        World.Refused(Refusal.EvidenceUnlinked, () => evidence.Freeze(Frozen(evidence, Plan), World.Day(9)));
    }

    [Fact]
    public void Nothing_is_linked_once_the_commission_closed() =>
        World.Refused(Refusal.AssessmentIsClosed, () => Link(world.Closed().Dossier, "C1-METH-1"));

    [Fact]
    public void The_fingerprint_ignores_spacing_and_order_of_keys()
    {
        Assert.Equal(
            Hash("""{"a":1,"b":{"c":[1,2],"d":null}}"""),
            Hash("""{ "b" : { "d" : null, "c" : [ 1, 2 ] }, "a" : 1 }"""));
        Assert.Equal(Hash("{}", files: ["a", "b"]), Hash("{}", files: ["b", "a"]));
    }

    [Theory]
    [InlineData("""{"a":2}""", null, "Plan", "Camille")]
    [InlineData("""{"a":1}""", "<svg/>", "Plan", "Camille")]
    [InlineData("""{"a":1}""", null, "Plans", "Camille")]
    [InlineData("""{"a":1}""", null, "Plan", "Camilla")]
    [InlineData("""{"a":[1]}""", null, "Plan", "Camille")]
    public void Anything_else_that_changes_changes_the_fingerprint(string json, string? svg, string title, string author) =>
        Assert.NotEqual(Hash("""{"a":1}"""), Hash(json, svg, title, author));

    [Fact]
    public void The_order_of_a_list_is_part_of_what_it_says() => Assert.NotEqual(Hash("[1,2]"), Hash("[2,1]"));

    [Fact]
    public void The_fingerprint_is_the_one_published_for_this_content() =>
        Assert.Equal(
            Fingerprints.Of("""{"author":"Camille","content":{"a":1},"files":[],"kind":"plan","madeAt":1793523600000,"source":"00000000-0000-0000-0000-000000000007","svg":null,"title":"Plan"}"""),
            Hash("""{"a":1}"""));

    private static string Hash(string json, string? svg = null, string title = "Plan", string author = "Camille", params string[] files) =>
        FrozenContent.Hash("plan", new Guid("00000000-0000-0000-0000-000000000007"), title, author, World.Day(1), json, svg, [.. files.Select(f => new FrozenFile(new FileId(Guid.Empty), f))]);

    private static FrozenContent Frozen(Evidence evidence, string json) => FrozenContent.Of(
        evidence.Source.Kind, evidence.Source.Id, evidence.Source.Title, evidence.Source.Author.Name, evidence.Source.MadeAt, json, null, []);

    private Evidence Link(Dossier dossier, params string[] criteria) => Evidence.Link(
        new(world.Id()), dossier, world.Content, new("action-plan", world.Id(), "Plan d'actions", 5, World.Candidate, World.Day(1)), criteria, World.Candidate.Id, World.Day(5));
}

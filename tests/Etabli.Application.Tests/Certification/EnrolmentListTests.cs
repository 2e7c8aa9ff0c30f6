using Etabli.Application.Certification.Enrolments;
using Etabli.Application.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Persons;
using PeopleRefusal = Etabli.People.Refusal;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Tests.Certification;

public sealed class EnrolmentListTests : IAsyncLifetime
{
    private EnrolmentDesk desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await EnrolmentDesk.Open(Stop);

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_list_is_read_page_by_page_and_each_dossier_comes_once()
    {
        for (var i = 0; i < EnrolmentList.Size + 7; i++)
        {
            desk.House.Clock.Advance(TimeSpan.FromSeconds(i % 3));
            await desk.Enrol(await desk.House.Person($"K{i}", (Role.Candidate, desk.Centre)), Stop);
        }

        var first = await desk.By(desk.Officer, (EnrolmentList.Reader r) => r.OfCentre(new(), Stop));
        var second = await desk.By(desk.Officer, (EnrolmentList.Reader r) => r.OfCentre(new(After: first.Next), Stop));
        Assert.Equal(EnrolmentList.Size, first.Dossiers.Count);
        Assert.Equal(7, second.Dossiers.Count);
        Assert.Null(second.Next);
        Assert.Equal(EnrolmentList.Size + 7, first.Dossiers.Concat(second.Dossiers).Select(d => d.Id).Distinct().Count());
        Assert.Equal(EnrolmentList.Size + 7, first.Counts[StageGroup.Preparing]);
    }

    [Fact]
    public async Task A_list_is_searched_by_name_and_filtered_by_stage_with_its_counts()
    {
        var id = await desk.Enrol(desk.Clean, Stop);
        await desk.Enrol(desk.Meth, Stop);
        await desk.By(desk.Officer, (Etabli.Application.Certification.Dossiers.Abandon g) => g.Run(new(id, "changement de poste"), Stop));
        var all = await desk.By(desk.Officer, (EnrolmentList.Reader r) => r.OfCentre(new(), Stop));
        Assert.Equal((1, 1, 2), (all.Counts[StageGroup.Preparing], all.Counts[StageGroup.Over], all.Total));
        Assert.Equal("CLEAN", Assert.Single((await desk.By(desk.Officer, (EnrolmentList.Reader r) => r.OfCentre(new(StageGroup.Over), Stop))).Dossiers).Candidate);
        Assert.Equal("METH", Assert.Single((await desk.By(desk.Officer, (EnrolmentList.Reader r) => r.OfCentre(new(Search: "met"), Stop))).Dossiers).Candidate);
        Assert.Empty((await desk.By(desk.Officer, (EnrolmentList.Reader r) => r.OfCentre(new(Search: "%"), Stop))).Dossiers);
    }

    [Fact]
    public async Task Each_sees_in_the_list_what_concerns_them()
    {
        await desk.Enrol(desk.Clean, Stop);
        Assert.Single((await desk.By(desk.Clean, (EnrolmentList.Reader r) => r.Mine(new(), Stop))).Dossiers);
        Assert.Single((await desk.By(desk.Tutor, (EnrolmentList.Reader r) => r.Mine(new(), Stop))).Dossiers);
        Assert.Single((await desk.By(desk.Trainer, (EnrolmentList.Reader r) => r.Mine(new(), Stop))).Dossiers);
        Assert.Empty((await desk.By(desk.A03, (EnrolmentList.Reader r) => r.Mine(new(), Stop))).Dossiers);
        Assert.Empty((await desk.By(desk.Meth, (EnrolmentList.Reader r) => r.Mine(new(), Stop))).Dossiers);
        Assert.Empty((await desk.By(desk.Stranger, (EnrolmentList.Reader r) => r.OfCentre(new(), Stop))).Dossiers);
        Assert.Empty((await desk.By(desk.Res, (EnrolmentList.Reader r) => r.OfCentre(new(), Stop))).Dossiers);
    }

    [Fact]
    public async Task A_standard_with_faults_is_not_imported_and_each_fault_says_where()
    {
        var broken = EnrolmentDesk.Text("coordonnateur-lean-amelioration-continue.json").Replace("\"id\": \"C5-METH-4\"", "\"id\": \"C4-METH-4\"", StringComparison.Ordinal);
        var answer = await desk.By(desk.Res, (ImportStandard g) => g.Run(new(broken, "2"), Stop));
        Assert.Null(answer.Id);
        Assert.Contains(answer.Faults, f => f.JsonPath == "$.competences[4].criteria[3].id");
        Assert.Equal(2, (await desk.By(desk.Res, (StandardList.Reader r) => r.All(Stop))).Standards.Count);
    }

    [Fact]
    public async Task A_version_never_changes_but_the_same_content_again_is_no_fault()
    {
        var same = EnrolmentDesk.Text("coordonnateur-lean-amelioration-continue.json");
        var again = await desk.By(desk.Res, (ImportStandard g) => g.Run(new(same, "1.0"), Stop));
        Assert.True(again.AlreadyThere);
        Assert.Equal(desk.Lean, again.Id);
        var other = same.Replace("chaîne de la valeur", "chaîne de valeur", StringComparison.Ordinal);
        var no = await Assert.ThrowsAsync<RefusalException>(() => desk.By(desk.Res, (ImportStandard g) => g.Run(new(other, "1.0"), Stop)));
        Assert.Equal(Refusal.StandardVersionTaken, no.Refusal);
    }

    [Fact]
    public async Task A_candidate_or_a_tutor_imports_nothing()
    {
        foreach (var who in new[] { desk.Clean, desk.Tutor, desk.Trainer })
        {
            var no = await Assert.ThrowsAsync<RefusalException>(() => desk.By(who, (ImportStandard g) => g.Run(new("{}"), Stop)));
            Assert.Equal(PeopleRefusal.NotAllowed, no.Refusal);
        }
    }
}

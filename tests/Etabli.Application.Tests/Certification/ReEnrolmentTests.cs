using Etabli.Application.Certification.Awards;
using Etabli.Application.Certification.Dossiers;
using Etabli.Application.Certification.Enrolments;
using Etabli.Application.Certification.Juries;
using Etabli.Certification;
using Etabli.Certification.Juries;
using Etabli.People;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Tests.Certification;

public sealed class ReEnrolmentTests : IAsyncLifetime
{
    private JuryWorld world = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => world = await JuryWorld.Open(Stop);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task After_a_non_admission_the_missing_block_is_aimed_at_and_those_attested_are_carried_over()
    {
        var dossier = await NotAdmissible("C9");
        var numbers = await world.By(world.Officer, (IssueBlockAttestations g) => g.Run(dossier, Stop));
        var order = new ReEnrol.Order(dossier, Id: Guid.CreateVersion7());
        var again = await world.By(world.Officer, (ReEnrol g) => g.Run(order, Stop));
        Assert.Equal(again, await world.By(world.Officer, (ReEnrol g) => g.Run(order, Stop)));
        var next = (await world.By(world.Clean, (DossierPage.Reader r) => r.Find(again, Stop))).Dossier;
        Assert.Equal(["B3"], next.Blocks);
        Assert.Equal(["B1", "B2"], next.CarriedOver.Select(c => c.Block));
        Assert.Equal(numbers.Order(), next.CarriedOver.Select(c => c.RegisterNumber).Order());
        Assert.Equal(dossier, next.Previous);
        Assert.Equal(again, (await world.By(world.Officer, (DossierSequel.Reader r) => r.Of(dossier, Stop))).Next);
    }

    [Fact]
    public async Task A_dossier_the_jury_has_not_declared_is_not_enrolled_again()
    {
        var dossier = await world.Closed(Stop, "C9");
        var no = await Assert.ThrowsAsync<RefusalException>(() => world.By(world.Officer, (ReEnrol g) => g.Run(new(dossier), Stop)));
        Assert.Equal(Refusal.AlreadyEnrolled, no.Refusal);
        await Assert.ThrowsAsync<NotFoundException>(() => world.By(world.OtherOfficer, (ReEnrol g) => g.Run(new(dossier), Stop)));
    }

    private async Task<DossierId> NotAdmissible(string missing)
    {
        var dossier = await world.Closed(Stop, missing);
        var session = await world.Opened(Stop, dossier);
        await world.Vote(world.E1, session, dossier, Ballot.Against, Stop);
        await world.Vote(world.S1, session, dossier, Ballot.Against, Stop);
        await world.By(world.E1, (Declare g) => g.Run(session, dossier, null, Stop));
        return dossier;
    }
}

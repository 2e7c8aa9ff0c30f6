using Etabli.Certification.Assessments;
using Etabli.Certification.Awards;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Juries;
using Etabli.Certification.Qualifications;

namespace Etabli.Certification.Tests.Awards;

public class AwardsTests
{
    private const string Code = "0123456789abcdef0123456789abcdef";

    private readonly World world = new();

    [Fact]
    public void A_block_is_attested_even_when_the_qualification_is_not_reached()
    {
        var (dossier, assessment) = Declared("C5");
        Assert.Equal(Stage.NotAdmissible, dossier.Stage);
        var entry = Attest(dossier, assessment, "B1");
        Assert.Equal("BLOC-2026-000001", entry.Number[..16]);
        Assert.Equal(["B1"], entry.Blocks);
        World.Refused(Refusal.BlockNotAcquired, () => Attest(dossier, assessment, "B2"));
    }

    [Fact]
    public void No_attestation_before_the_jury_has_declared()
    {
        var (dossier, assessment) = world.Closed();
        World.Refused(Refusal.JuryHasNotDeclared, () => Attest(dossier, assessment, "B1"));
    }

    [Fact]
    public void No_certificate_before_the_joint_technical_group_has_awarded()
    {
        var (dossier, _) = Declared();
        World.Refused(Refusal.NotAwarded, () => Certify(dossier));
        dossier.NoteAward("GTP 2026-41", World.Day(30));
        var entry = Certify(dossier);
        Assert.Equal(("GTP 2026-41", Stage.Awarded), (entry.AwardReference, dossier.Stage));
        Assert.Equal(["B1", "B2", "B3"], entry.Blocks);
    }

    [Fact]
    public void The_joint_technical_group_awards_only_the_admissible_and_once()
    {
        var (failed, _) = Declared("C1");
        World.Refused(Refusal.NotAdmissible, () => failed.NoteAward("GTP", World.Day(30)));
        var (dossier, _) = Declared();
        dossier.NoteAward("GTP", World.Day(30));
        World.Refused(Refusal.NotAdmissible, () => dossier.NoteAward("GTP", World.Day(31)));
    }

    [Fact]
    public void Where_the_sources_do_not_state_registration_the_attestation_says_so()
    {
        var (dossier, assessment) = Declared("C5");
        Assert.True(Attest(dossier, assessment, "B1").RncpNotStated);
    }

    [Fact]
    public void A_qualification_outside_the_RNCP_gives_no_block_attestation()
    {
        var json = Seeds.Text(Seeds.Coordinator).Replace("\"registered\": null", "\"registered\": false", StringComparison.Ordinal);
        var outside = CertificationStandard.Import(new(world.Id()), "2", json, World.Officer.Id, World.Day(1));
        var (dossier, assessment) = Declared("C5");
        World.Refused(Refusal.BlocksNotSeparable, () => RegisterEntry.AttestBlock(
            new(world.Id()), 1, Code, dossier, outside, BlockResult.Of(dossier, assessment, world.Content), "B1", World.Officer.Id, World.Day(21)));
    }

    [Fact]
    public void A_duplicate_and_a_revocation_are_new_rows_and_the_first_stays_as_written()
    {
        var (dossier, assessment) = Declared("C5");
        var first = Attest(dossier, assessment, "B1");
        var copy = first.Duplicate(new(world.Id()), 2, Code, "Original perdu.", World.Officer.Id, World.Day(40));
        var taken = first.Revoke(new(world.Id()), 3, Code, "Erreur sur la personne.", World.Officer.Id, World.Day(41));
        Assert.Equal((RegisterMark.None, RegisterMark.Duplicate, RegisterMark.Revocation), (first.Mark, copy.Mark, taken.Mark));
        Assert.Equal(first.Id, copy.About);
        Assert.True(first.IsIntact() && copy.IsIntact() && taken.IsIntact());
        Assert.Equal(3, new[] { first.Number, copy.Number, taken.Number }.Distinct().Count());
        World.Refused(Refusal.EntryIsARevocation, () => taken.Duplicate(new(world.Id()), 4, Code, "x", World.Officer.Id, World.Day(42)));
    }

    [Fact]
    public void Acquired_blocks_are_acquired_for_life_unless_revoked()
    {
        var (dossier, assessment) = Declared("C5");
        var one = Attest(dossier, assessment, "B1");
        var three = Attest(dossier, assessment, "B3", 2);
        var carried = Acquisitions.Of(World.Candidate.Id, Seeds.Coordinator, [three, one]);
        Assert.Equal([("B1", one.Number), ("B3", three.Number)], carried.Select(c => (c.Block, c.RegisterNumber)));
        var taken = one.Revoke(new(world.Id()), 3, Code, "Erreur.", World.Officer.Id, World.Day(41));
        Assert.Equal(["B3"], Acquisitions.Of(World.Candidate.Id, Seeds.Coordinator, [one, three, taken]).Select(c => c.Block));
        Assert.Empty(Acquisitions.Of(World.Tutor.Id, Seeds.Coordinator, [one, three]));
        Assert.Empty(Acquisitions.Of(World.Candidate.Id, Seeds.Technician, [one, three]));
    }

    [Fact]
    public void A_code_shorter_than_128_bits_is_not_taken()
    {
        var (dossier, assessment) = Declared("C5");
        Assert.Throws<ArgumentException>(() => RegisterEntry.AttestBlock(
            new(world.Id()), 1, "abc", dossier, world.Standard, BlockResult.Of(dossier, assessment, world.Content), "B1", World.Officer.Id, World.Day(21)));
    }

    [Fact]
    public void A_number_reads_back_and_its_check_digits_hold()
    {
        var number = RegisterNumber.Of(AwardKind.Certificate, 2026, 123);
        Assert.StartsWith("CQPM-2026-000123-", number.ToString(), StringComparison.Ordinal);
        Assert.True(RegisterNumber.TryParse($"  {number.ToString().ToLowerInvariant()} ", out var read));
        Assert.Equal(number, read);
    }

    [Fact]
    public void Every_wrong_digit_and_every_swap_of_two_digits_is_caught()
    {
        var dice = new Random(97);
        for (var i = 0; i < 200; i++)
        {
            var text = RegisterNumber.Of((AwardKind)dice.Next(2), 2026, dice.Next(1, 1_000_000)).ToString();
            for (var at = 5; at < text.Length; at++)
            {
                for (var digit = '0'; char.IsAsciiDigit(text[at]) && digit <= '9'; digit++)
                {
                    var wrong = string.Concat(text.AsSpan(0, at), digit.ToString(), text.AsSpan(at + 1));
                    Assert.Equal(digit == text[at], RegisterNumber.TryParse(wrong, out _));
                }

                if (at + 1 < text.Length && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && text[at] != text[at + 1])
                {
                    var swapped = string.Concat(text.AsSpan(0, at), $"{text[at + 1]}{text[at]}", text.AsSpan(at + 2));
                    Assert.False(RegisterNumber.TryParse(swapped, out _));
                }
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CQPM-2026-000123")]
    [InlineData("CQPM-2026-000000-00")]
    [InlineData("DIPL-2026-000123-10")]
    public void What_is_not_a_number_is_not_read_as_one(string? text) => Assert.False(RegisterNumber.TryParse(text, out _));

    private (Dossier Dossier, Assessment Assessment) Declared(params string[] notAcquired)
    {
        var (dossier, assessment) = world.Closed(null, notAcquired);
        var session = world.Jury();
        var deliberation = world.Listed(session, dossier, assessment);
        world.VoteAll(deliberation, session, notAcquired.Length == 0 ? Ballot.For : Ballot.Against);
        deliberation.Declare(session, dossier, notAcquired.Length == 0, null, World.Officer.Id, World.Day(20));
        return (dossier, assessment);
    }

    private RegisterEntry Attest(Dossier dossier, Assessment assessment, string block, int sequence = 1) => RegisterEntry.AttestBlock(
        new(world.Id()), sequence, Code, dossier, world.Standard, BlockResult.Of(dossier, assessment, world.Content), block, World.Officer.Id, World.Day(21));

    private RegisterEntry Certify(Dossier dossier) =>
        RegisterEntry.IssueCertificate(new(world.Id()), 1, Code, dossier, world.Standard, World.Officer.Id, World.Day(31));
}

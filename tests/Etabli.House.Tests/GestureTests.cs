using System.Reflection;
using Etabli.Application;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.House.Tests;

/// <summary>Who may is said before anything is done: read in what the compiler made of every gesture, on every path.</summary>
public class GestureTests
{
    /// <summary>Gestures that write without demanding a role, a person or a quality to the dossier, and why.</summary>
    private static readonly Dictionary<string, string> OnOnesOwn = new()
    {
        ["SignIn"] = "nobody is known yet: the password is what is demanded",
        ["ProveSecondFactor"] = "nobody is known yet: the stamp and the code are what is demanded",
        ["StillSignedIn"] = "the cookie's stamp is what is demanded; it writes nothing",
        ["AcceptInvitation"] = "nobody is known yet: the token of the invitation is what is demanded",
        ["JoinByInvitation"] = "the invitation must be to the address of the caller's account",
        ["ComeByAccessKey"] = "nobody is known yet: the secret of the key is what is demanded; it writes when the key was used",
        ["ChangePassword"] = "one's own account, found by who asks",
        ["RemoveSecondFactor"] = "one's own account, found by who asks",
        ["ProposeSecondFactor"] = "one's own account, found by who asks",
        ["ConfirmSecondFactor"] = "one's own account, found by who asks",
        ["SignOutEverywhere"] = "one's own account, found by who asks",
        ["ChooseLanguage"] = "one's own name card, found by who asks",
        ["MarkSeen"] = "one's own list of what was seen",
        ["RequestPrint"] = "what it prints is read with the caller's sight when it is made",
        ["MakePrint"] = "the job acts as who asked, and reads with their sight",
        ["CancelPrint"] = "one's own request: the database shows no other",
        ["DepositFile"] = "the database refuses an organisation or a dossier that is not the caller's",
    };

    public static TheoryData<string> Gestures =>
        [.. Assembly.Load("Etabli.Application").GetTypes().Where(t => EtabliServices.IsGestureOrReader(t) && t.Name != "Reader").Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Gestures))]
    public void Every_gesture_says_who_may_before_it_asks_anything_of_anybody(string gesture)
    {
        var type = typeof(EtabliServices).Assembly.GetType(gesture)!;
        Assert.Empty(Doors(type).SelectMany(d => Watch.BeforeRights(type, d)));
    }

    [Theory]
    [MemberData(nameof(Gestures))]
    public void Every_gesture_demands_a_role_a_person_or_a_quality_before_it_writes(string gesture)
    {
        var type = typeof(EtabliServices).Assembly.GetType(gesture)!;
        var faults = Doors(type).SelectMany(d => Watch.WritesBeforeDemand(type, d)).ToList();
        Assert.True(OnOnesOwn.ContainsKey(type.Name) == faults.Count > 0, faults.Count > 0 ? string.Join('\n', faults) : $"{gesture} demands: it is no exception.");
    }

    [Fact]
    public void A_planted_gesture_that_loads_before_it_asks_is_caught()
    {
        Assert.NotEmpty(Watch.BeforeRights(typeof(LoadsFirst), typeof(LoadsFirst).GetMethod("Run")!));
        Assert.NotEmpty(Watch.BeforeRights(typeof(LoadsFirstElsewhere), typeof(LoadsFirstElsewhere).GetMethod("Run")!));
        Assert.NotEmpty(Watch.BeforeRights(typeof(LoadsToAsk), typeof(LoadsToAsk).GetMethod("Run")!));
        Assert.NotEmpty(Watch.BeforeRights(typeof(AsksSometimes), typeof(AsksSometimes).GetMethod("Run")!));
        Assert.NotEmpty(Watch.BeforeRights(typeof(NeverAsks), typeof(NeverAsks).GetMethod("Run")!));
        Assert.Empty(Watch.BeforeRights(typeof(AsksFirst), typeof(AsksFirst).GetMethod("Run")!));
    }

    [Fact]
    public void A_planted_gesture_that_writes_for_anybody_signed_in_is_caught()
    {
        Assert.NotEmpty(Watch.WritesBeforeDemand(typeof(DemandsNothing), typeof(DemandsNothing).GetMethod("Run")!));
        Assert.NotEmpty(Watch.WritesBeforeDemand(typeof(AsksSometimes), typeof(AsksSometimes).GetMethod("Run")!));
        Assert.Empty(Watch.WritesBeforeDemand(typeof(AsksFirst), typeof(AsksFirst).GetMethod("Run")!));
    }

    /// <summary>Run, and what is public beside it.</summary>
    private static IEnumerable<MethodInfo> Doors(Type gesture) =>
        gesture.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName);

    internal sealed class LoadsFirst(EtabliDb db, Rights rights)
    {
        public async Task Run(CancellationToken stop)
        {
            var first = await db.Persons.FirstAsync(stop);
            rights.MustBe(first.Id);
            await db.SaveChangesAsync(stop);
        }
    }

    internal sealed class LoadsFirstElsewhere(EtabliDb db, Rights rights)
    {
        public async Task Run(CancellationToken stop)
        {
            var first = await Load(stop);
            rights.MustBe(first.Id);
            await db.SaveChangesAsync(stop);
        }

        private Task<Person> Load(CancellationToken stop) => db.Persons.FirstAsync(stop);
    }

    internal sealed class LoadsToAsk(EtabliDb db, Rights rights)
    {
        public async Task Run(CancellationToken stop)
        {
            rights.MustBe((await db.Persons.FirstAsync(stop)).Id);
            await db.SaveChangesAsync(stop);
        }
    }

    internal sealed class AsksSometimes(EtabliDb db, Rights rights)
    {
        public async Task Run(bool trusted, CancellationToken stop)
        {
            if (!trusted)
            {
                rights.MustBe(Role.Administrator);
            }

            await db.SaveChangesAsync(stop);
        }
    }

    internal sealed class NeverAsks(Rights rights)
    {
        public Task<bool> Run() => Task.FromResult(rights is null);
    }

    internal sealed class DemandsNothing(EtabliDb db, Rights rights)
    {
        public async Task Run(CancellationToken stop)
        {
            rights.MustBeSomebody();
            await db.SaveChangesAsync(stop);
        }
    }

    internal sealed class AsksFirst(EtabliDb db, Rights rights)
    {
        public async Task Run(int times, CancellationToken stop)
        {
            for (var n = 0; n < times; n++)
            {
                await Once(stop);
            }

            await Once(stop);
        }

        private async Task Once(CancellationToken stop)
        {
            rights.MustBe(Role.Administrator);
            var all = await db.Persons.ToListAsync(stop);
            await db.Organisations.Where(o => o.Name == all[0].Code).ToListAsync(stop);
            await db.SaveChangesAsync(stop);
        }
    }
}

using System.CommandLine;
using Etabli.Application.Journal;

namespace Etabli.Cli.Verbs;

/// <summary>journal verify.</summary>
internal static class JournalVerbs
{
    public static Command Make()
    {
        var verify = new Command("verify", Speech.Say("JournalVerify"));
        verify.DoesInHouse(async (_, storehouse, stop) =>
        {
            var verdict = await VerifyJournal.Of(storehouse, stop);
            var facts = new { holds = verdict.Holds, proved = verdict.Proved, head = verdict.Head, brokenAt = verdict.BrokenAt, fault = verdict.Fault };
            return verdict.Holds
                ? Answer.Done(facts, Speech.Say("JournalHolds", verdict.Proved, verdict.Head))
                : new Answer(ExitCode.Refused, facts, Speech.Say("JournalBroken", verdict.BrokenAt!, Speech.Say($"Journal{verdict.Fault}"), verdict.Proved));
        });
        return new Command("journal", Speech.Say("Journal")) { verify };
    }
}

using System.CommandLine;
using Etabli.Application;
using Etabli.Application.Hosting;
using Etabli.Cli.Verbs;
using Etabli.People;

namespace Etabli.Cli;

/// <summary>Every verb, and what is common to all: --json, the ways to end, the words of a failure.</summary>
internal static class CommandTree
{
    private static readonly Option<bool> Json = new("--json") { Description = Speech.Say("Json"), Recursive = true };

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand(Speech.Say("Root")) { Json };
        root.Subcommands.Add(StandardVerbs.Make());
        root.Subcommands.Add(FoundVerb.Make());
        root.Subcommands.Add(DossierVerbs.Make());
        root.Subcommands.Add(JournalVerbs.Make());
        root.Subcommands.Add(BackupVerbs.Backup());
        root.Subcommands.Add(BackupVerbs.Restore());
        root.Subcommands.Add(DemoVerbs.Make());
        root.Subcommands.Add(DrawVerbs.Make());
        root.Subcommands.Add(DescribeVerb.Make());
        root.Subcommands.Add(SpcVerbs.Make());
        root.Subcommands.Add(CapabilityVerb.Make());
        root.Subcommands.Add(GaugeVerb.Make());
        root.Subcommands.Add(TrsVerb.Make());
        root.Subcommands.Add(ParetoVerb.Make());
        root.Subcommands.Add(TestVerbs.Make());
        root.Subcommands.Add(RegressVerb.Make());
        root.Subcommands.Add(FitVerb.Make());
        root.Subcommands.Add(SampleSizeVerbs.Make());
        root.Subcommands.Add(BalanceVerbs.Make());
        root.Subcommands.Add(TimeVerbs.Make());
        root.Subcommands.Add(MotionVerbs.Most());
        root.Subcommands.Add(MotionVerbs.Mtm());
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? ExitCode.BadInput : code;
    }

    /// <summary>A command that needs nothing but its arguments.</summary>
    public static void Does(this Command command, Func<ParseResult, CancellationToken, Task<Answer>> what) =>
        command.SetAction(async (parsed, stop) => await (await Try(() => what(parsed, stop))).Write(parsed.GetValue(Json)));

    /// <summary>A command that needs the house open: its database and its files.</summary>
    public static void DoesInHouse(this Command command, Func<ParseResult, Storehouse, CancellationToken, Task<Answer>> what) =>
        command.Does(async (parsed, stop) =>
        {
            await using var storehouse = await Storehouse.Open(StorehouseSettings.FromEnvironment(Path.Combine(Directory.GetCurrentDirectory(), ".etabli")), stop);
            return await what(parsed, storehouse, stop);
        });

    private static async Task<Answer> Try(Func<Task<Answer>> what)
    {
        try
        {
            return await what();
        }
        catch (RefusalException no)
        {
            var words = Speech.Say(no);
            return new(ExitCode.Refused, new { refusal = no.Key, about = no.About.Select(a => a.ToString()), sentence = words }, words);
        }
        catch (StorehouseException missing)
        {
            return new(ExitCode.Refused, new { error = "storehouse", sentence = missing.Message }, missing.Message);
        }
        catch (NotFoundException nothing)
        {
            return Answer.Wrong("not-found", Speech.Say("NotFound", nothing.Kind, nothing.Id));
        }
        catch (FileNotFoundException nowhere)
        {
            return Answer.Wrong("file", Speech.Say("FileMissing", nowhere.FileName ?? ""));
        }
        catch (Exception e) when (e is DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return Answer.Wrong("file", e.Message);
        }
    }
}

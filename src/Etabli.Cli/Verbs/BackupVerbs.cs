using System.CommandLine;
using System.Globalization;
using Etabli.Application.Operation;

namespace Etabli.Cli.Verbs;

/// <summary>backup, restore.</summary>
internal static class BackupVerbs
{
    private static string? Programs => Environment.GetEnvironmentVariable("ETABLI_POSTGRES_BIN");

    public static Command Backup()
    {
        var folder = new Argument<DirectoryInfo?>("FOLDER") { Description = Speech.Say("BackupFolder"), Arity = ArgumentArity.ZeroOrOne };
        var verb = new Command("backup", Speech.Say("Backup")) { folder };
        verb.DoesInHouse(async (parsed, storehouse, stop) =>
        {
            var clock = TimeProvider.System;
            var where = parsed.GetValue(folder)?.FullName
                ?? Path.Combine(storehouse.Home, "backups", clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Directory.CreateDirectory(Path.GetDirectoryName(where)!);
            var written = await Application.Operation.Backup.To(storehouse, where, Programs, clock, stop);
            return Answer.Done(Facts(where, written), Speech.Say("BackupDone", where, Files(written), Bytes(written), written.JournalEntries));
        });
        return verb;
    }

    public static Command Restore()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = Speech.Say("RestoreFolder") };
        var replace = new Option<bool>("--replace") { Description = Speech.Say("RestoreReplace") };
        var verb = new Command("restore", Speech.Say("Restore")) { folder, replace };
        verb.DoesInHouse(async (parsed, storehouse, stop) =>
        {
            var where = parsed.GetRequiredValue(folder).FullName;
            var restored = await Application.Operation.Restore.From(storehouse, where, parsed.GetValue(replace), Programs, stop);
            return Answer.Done(Facts(where, restored), Speech.Say("RestoreDone", restored.At.ToLocalTime(), Files(restored), restored.JournalEntries));
        });
        return verb;
    }

    private static object Facts(string where, BackupManifest manifest) => new
    {
        folder = where,
        at = manifest.At,
        version = manifest.Version,
        files = Files(manifest),
        bytes = manifest.Parts.Sum(p => p.Size),
        rows = manifest.Rows.Values.Sum(),
        journal = new { entries = manifest.JournalEntries, head = manifest.JournalHead },
    };

    private static int Files(BackupManifest manifest) => manifest.Parts.Count(p => p.Path.StartsWith("files/", StringComparison.Ordinal));

    private static string Bytes(BackupManifest manifest) => (manifest.Parts.Sum(p => p.Size) / 1_000_000m).ToString("N1", CultureInfo.CurrentCulture);
}

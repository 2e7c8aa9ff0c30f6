using System.CommandLine;
using Etabli.Application.Certification.Qualifications;
using Etabli.Certification.Qualifications;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Cli.Verbs;

/// <summary>standard check, standard import.</summary>
internal static class StandardVerbs
{
    public static Command Make()
    {
        var verb = new Command("standard", Speech.Say("Standard"));
        verb.Subcommands.Add(Check());
        verb.Subcommands.Add(Import());
        return verb;
    }

    private static Command Check()
    {
        var file = FileArgument();
        var verb = new Command("check", Speech.Say("StandardCheck")) { file };
        verb.Does(async (parsed, stop) =>
        {
            var reading = StandardFile.Read(await Text(parsed.GetRequiredValue(file), stop));
            return reading.Content is { } content ? Answer.Done(Facts(content), Lines(content)) : Faulty(reading.Faults);
        });
        return verb;
    }

    private static Command Import()
    {
        var file = FileArgument();
        var version = new Option<string?>("--as-version") { Description = Speech.Say("StandardVersion") };
        var by = Behalf.Option();
        var verb = new Command("import", Speech.Say("StandardImport")) { file, version, by };
        verb.DoesInHouse(async (parsed, storehouse, stop) =>
        {
            var text = await Text(parsed.GetRequiredValue(file), stop);
            return await Behalf.Of(parsed.GetRequiredValue(by), storehouse, async services =>
            {
                var answer = await services.GetRequiredService<ImportStandard>().Run(new(text, parsed.GetValue(version)), stop);
                return answer.Id is not { } id
                    ? Faulty(answer.Faults)
                    : Answer.Done(
                        new { ok = true, id = id.Value, version = answer.Version, alreadyThere = answer.AlreadyThere },
                        Speech.Say(answer.AlreadyThere ? "StandardThere" : "StandardImported", parsed.GetRequiredValue(file).Name, answer.Version!, id));
            }, stop);
        });
        return verb;
    }

    internal static Argument<FileInfo> FileArgument() => new("FILE") { Description = Speech.Say("StandardFile") };

    internal static async Task<string> Text(FileInfo file, CancellationToken stop)
    {
        if (file.Exists && file.Length > 4L * StandardFile.LongestText)
        {
            // Longer than any text the reader accepts: it will say so without our reading it all.
            return new string(' ', StandardFile.LongestText + 1);
        }

        return await File.ReadAllTextAsync(file.FullName, stop);
    }

    internal static Answer Faulty(IReadOnlyList<StandardFault> faults) => new(
        ExitCode.BadInput,
        new { ok = false, faults = faults.Select(f => new { path = f.JsonPath, rule = f.Rule, detail = f.Detail }) },
        [Speech.Say("StandardFaulty", faults.Count), .. faults.Select(f => "  " + f)]);

    private static object Facts(StandardContent content) => new
    {
        ok = true,
        slug = content.Slug,
        title = content.Qualification.ShortTitle,
        blocks = content.Blocks.Count,
        competences = content.Competences.Count,
        criteria = content.Competences.Sum(c => c.Criteria.Count),
    };

    private static string[] Lines(StandardContent content) =>
    [
        Speech.Say("StandardSound", content.Qualification.ShortTitle, content.Blocks.Count, content.Competences.Count, content.Competences.Sum(c => c.Criteria.Count)),
    ];
}

using System.Runtime.CompilerServices;

namespace Etabli.Cli.Tests;

/// <summary>A line balanced from the terminal: the demonstration's, the public forms, and what cannot be.</summary>
public sealed class BalanceVerbTests : IDisposable
{
    private const string French = "fr_FR.UTF-8";
    private const string English = "en_GB.UTF-8";
    private readonly string scratch = Directory.CreateTempSubdirectory("etabli-").FullName;

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    [Fact]
    public async Task The_demonstration_line_takes_five_posts_and_486_seconds_and_its_answer_is_checked_by_another_verb()
    {
        var fewest = (await Terminal.Run(null, French, ["balance", Demo("11_taches_montage.csv"), "--cycle", "525", "--json"])).Json;
        Assert.Equal((5, true), (fewest.GetProperty("stations").GetInt32(), fewest.GetProperty("proved").GetBoolean()));
        var fastest = await Terminal.Run(null, French, ["balance", Demo("11_taches_montage.csv"), "--stations", "5", "--threads", "2", "--json"]);
        Assert.Equal((486d, 486d, true), (fastest.Json.GetProperty("cycle").GetDouble(), fastest.Json.GetProperty("bound").GetDouble(), fastest.Json.GetProperty("proved").GetBoolean()));
        Assert.Equal(25, fastest.Json.GetProperty("assignment").EnumerateObject().Count());

        var kept = Kept("answer.json", fastest.Said);
        var holds = await Terminal.Run(null, French, ["balance", "check", Demo("11_taches_montage.csv"), kept]);
        Assert.Equal((0, "L’équilibrage tient : 5 postes, temps de cycle 486."), (holds.Code, Bare(holds.Said).Trim()));
        var breaks = await Terminal.Run(null, English, ["balance", "check", Demo("11_taches_montage.csv"), kept, "--cycle", "485", "--json"]);
        Assert.Equal((3, false), (breaks.Code, breaks.Json.GetProperty("valid").GetBoolean()));
        Assert.Equal("tooMuchWork", breaks.Json.GetProperty("breaches")[0].GetProperty("fault").GetString());
        Assert.Contains("prouvé, moins est impossible", Bare((await Terminal.Run(null, French, ["balance", Demo("11_taches_montage.csv"), "--stations", "5"])).Said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_json_line_in_tenths_of_a_second_keeps_its_unit_and_its_cycle()
    {
        var file = Kept("line.json", """{"cycle": 10.5, "tasks": [{"id": "a", "time": 5.5}, {"id": "b", "time": 5}, {"id": 3, "time": 4.2, "after": ["a"]}], "precedence": [["b", 3]]}""");
        var said = (await Terminal.Run(null, English, ["balance", file, "--json"])).Json;
        Assert.Equal((2, 10.5, 10.5), (said.GetProperty("stations").GetInt32(), said.GetProperty("cycle").GetDouble(), said.GetProperty("longestLoad").GetDouble()));
        Assert.Equal(2, said.GetProperty("assignment").GetProperty("3").GetInt32());
    }

    [Fact]
    public async Task What_is_wrong_in_a_line_is_told_with_its_place_and_the_way_to_mend_it()
    {
        await Wrong("3\n1\n2\n3\n1,2\n2,3\n3,1\n-1,-1", "a.IN2", ["--cycle", "9"], 2, "Ligne 7 : ces tâches s’attendent l’une l’autre : 1 → 2 → 3 → 1.");
        await Wrong("3\n1\n2", "b.IN2", ["--cycle", "9"], 2, "Ligne 3 : le fichier s’arrête avant la fin");
        await Wrong("n;temps;predecesseurs\n1;5;\n2;7;9\n", "c.csv", ["--cycle", "9"], 2, "Ligne 3 : la tâche 9 n’existe pas");
        await Wrong("n;temps\n1;5\n1;7\n", "d.csv", ["--cycle", "9"], 2, "Ligne 3 : la tâche 1 est donnée deux fois.");
        await Wrong("n;temps\n1;cinq\n", "e.csv", ["--cycle", "9"], 2, "cinq");
        await Wrong("n;temps\n1;5\n2;12\n", "f.csv", ["--cycle", "9"], 3, "La tâche 2 est plus longue que le temps de cycle");
        await Wrong("n;temps\n1;5\n", "g.csv", [], 2, "Donnez un temps de cycle ou un nombre de postes");
        await Wrong("n;temps\n1;5\n", "h.csv", ["--cycle", "9", "--stations", "2"], 2, "Donnez un temps de cycle ou un nombre de postes");
        await Wrong("{\"tasks\": [", "i.json", ["--cycle", "9"], 2, "ce n’est pas du JSON");
        await Wrong("{\"tache\": []}", "j.json", ["--cycle", "9"], 2, "Le fichier JSON doit avoir « tasks »");
        await Wrong("n;libelle\n1;visser\n", "k.csv", ["--cycle", "9"], 2, "n’a pas de colonne");
    }

    private async Task Wrong(string content, string name, string[] options, int code, string words)
    {
        var told = await Terminal.Run(null, French, ["balance", Kept(name, content), .. options]);
        Assert.Equal((code, ""), (told.Code, told.Said));
        Assert.Contains(words, Bare(told.Complained), StringComparison.Ordinal);
    }

    private string Kept(string name, string content)
    {
        var path = Path.Combine(scratch, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static string Bare(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static string Demo(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../data/demo/csv", file);
}

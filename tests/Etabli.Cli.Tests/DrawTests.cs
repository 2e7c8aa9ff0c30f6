using System.Runtime.CompilerServices;

namespace Etabli.Cli.Tests;

/// <summary>Figures drawn from the demonstration's tables as they are, by another process.</summary>
public sealed class DrawTests : IDisposable
{
    private const string French = "fr_FR.UTF-8";
    private const string English = "en_GB.UTF-8";
    private readonly string scratch = Directory.CreateTempSubdirectory("etabli-").FullName;

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    [Fact]
    public async Task The_map_is_drawn_from_three_tables_and_says_its_numbers()
    {
        var map = Path.Combine(scratch, "map.svg");
        string[] asked = ["draw", "vsm", Demo("02_operations.csv"), "--stocks", Demo("04_stocks_vsm.csv"), "--information", Demo("05_flux_information.csv"), "--demand", "96", "--shifts", "2", "--presence", "450", "--breaks", "30"];
        var told = await Terminal.Run(null, French, [.. asked, "-o", map]);
        Assert.Equal((0, ""), (told.Code, told.Complained));
        Assert.Contains("Rodage-galetage", await File.ReadAllTextAsync(map, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var said = (await Terminal.Run(null, French, [.. asked, "--json"])).Json;
        Assert.Equal((525, 33.75), (said.GetProperty("taktSeconds").GetDouble(), said.GetProperty("leadTimeDays").GetDouble()));
        Assert.Equal("OP60", Assert.Single(said.GetProperty("overTakt").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Two_states_are_drawn_on_one_sheet_when_the_future_is_told_and_what_it_does_not_tell_stays()
    {
        var stocks = Path.Combine(scratch, "future.csv");
        await File.WriteAllTextAsync(stocks, "stock;libelle;quantite;forme;pieces par bac;cartes kanban\nS60;Fûts rodés;48;supermarché;12;4\n", TestContext.Current.CancellationToken);
        string[] asked = ["draw", "vsm", Demo("02_operations.csv"), "--stocks", Demo("04_stocks_vsm.csv"), "--demand", "96", "--shifts", "2", "--presence", "450", "--breaks", "30", "--future-stocks", stocks];
        var told = await Terminal.Run(null, French, asked);
        Assert.Equal((0, ""), (told.Code, told.Complained));
        Assert.Contains("État actuel", told.Said, StringComparison.Ordinal);
        Assert.Contains("État futur", told.Said, StringComparison.Ordinal);
        Assert.Contains("4 × 12", told.Said, StringComparison.Ordinal);
        var said = (await Terminal.Run(null, French, [.. asked, "--json"])).Json;
        Assert.Equal((6_624, 6_576), (said.GetProperty("current").GetProperty("stockPieces").GetDouble(), said.GetProperty("future").GetProperty("stockPieces").GetDouble()));
        Assert.Equal(33.75, said.GetProperty("current").GetProperty("leadTimeDays").GetDouble());
    }

    [Theory]
    [InlineData("process-chart", "06_deroulement_fut.csv", "Rodage-galetage")]
    [InlineData("pareto", "16_arrets.csv", "Changement")]
    [InlineData("check-sheet", "17_rebuts.csv", "Conicité")]
    [InlineData("interviews", "10_entretiens.csv", "outillage")]
    [InlineData("movements", "08_deplacements.csv", "régleur rodage", "--second", "07_implantation.csv")]
    [InlineData("time-study", "12_chrono_P3.csv", "464", "--set", "AllowancePercent=11")]
    [InlineData("work-sampling", "13_observations_instantanees.csv", "Marche")]
    [InlineData("simogram", "14_simogramme_ROD1.csv", "Rodage-galetage")]
    [InlineData("histogram", "18_spc_alesage.csv", "640", "--column", "Value=ecart_um")]
    public async Task Each_figure_of_the_diagnosis_is_drawn_from_its_table_as_it_is(string figure, string table, string holds, params string[] more)
    {
        var told = await Terminal.Run(null, French, ["draw", figure, Demo(table), .. more.Select(m => m.EndsWith(".csv", StringComparison.Ordinal) ? Demo(m) : m)]);
        Assert.Equal((0, ""), (told.Code, told.Complained));
        Assert.StartsWith("<svg", told.Said, StringComparison.Ordinal);
        Assert.Contains(holds, told.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_of_today_is_stacked_against_its_takt_and_says_its_numbers()
    {
        string[] asked = ["draw", "yamazumi", Demo("11_taches_montage.csv"), "--takt", "525", "--target", "95"];
        var told = await Terminal.Run(null, English, asked);
        Assert.Equal((0, ""), (told.Code, told.Complained));
        Assert.All(["Takt 525", "Target 498.8", "75.7%", "158.2", "NVA-N"], said => Assert.Contains(said, told.Said, StringComparison.Ordinal));
        var said = (await Terminal.Run(null, French, [.. asked, "--json"])).Json;
        var today = said.GetProperty("today");
        Assert.Equal((6, 2386d, 445d), (today.GetProperty("posts").GetInt32(), today.GetProperty("total").GetDouble(), today.GetProperty("longestLoad").GetDouble()));
        Assert.Equal((2386 / 3150.0, Math.Sqrt(25_028)), (today.GetProperty("efficiency").GetDouble(), today.GetProperty("smoothness").GetDouble()), Near);
        Assert.Equal(["P1 425", "P2 408", "P3 445", "P4 422", "P5 374", "P6 312"], today.GetProperty("loads").EnumerateArray().Select(l => $"{l.GetProperty("post").GetString()} {l.GetProperty("load").GetInt32()}"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, said.GetProperty("proposal").ValueKind);
    }

    [Fact]
    public async Task An_answer_of_balance_is_drawn_beside_today_with_the_tasks_it_moves()
    {
        var (answer, figure) = (Path.Combine(scratch, "answer.json"), Path.Combine(scratch, "yamazumi.svg"));
        var balanced = await Terminal.Run(null, French, "balance", Demo("11_taches_montage.csv"), "--stations", "5", "--json");
        await File.WriteAllTextAsync(answer, balanced.Said, TestContext.Current.CancellationToken);
        string[] asked = ["draw", "yamazumi", Demo("11_taches_montage.csv"), "--takt", "525", "--solution", answer];
        var told = await Terminal.Run(null, French, [.. asked, "-o", figure]);
        Assert.Equal((0, ""), (told.Code, told.Complained));
        var drawn = await File.ReadAllTextAsync(figure, TestContext.Current.CancellationToken);
        Assert.All(["Aujourd’hui", "Proposition", "→M"], said => Assert.Contains(said, drawn, StringComparison.Ordinal));
        var said = (await Terminal.Run(null, French, [.. asked, "--json"])).Json;
        var proposal = said.GetProperty("proposal");
        Assert.Equal((5, 2386d, 486d), (proposal.GetProperty("posts").GetInt32(), proposal.GetProperty("total").GetDouble(), proposal.GetProperty("longestLoad").GetDouble()));
        Assert.InRange(said.GetProperty("moves").GetArrayLength(), 1, 24);
    }

    [Fact]
    public async Task A_line_that_cannot_be_stacked_says_why()
    {
        await Refused("n;temps;poste\n1;5;P1\n", ["--takt", "9", "--target", "499"], "plus de 0, 100 au plus");
        await Refused("n;temps_s;poste\n1;5;P1\n", [], "Donnez le takt");
        await Refused("n;temps_s;poste\n1;5;P1\n", ["--takt", "-3"], "--takt");
        await Refused("n;temps_s\n1;5\n", ["--takt", "9"], "ne dit pas le poste de chaque tâche");
        await Refused("n;temps_s;poste;classe_va\n1;5;P1;VA\n2;5;P1;utile\n", ["--takt", "9"], "Ligne 3, classe_va : « utile » n’est pas une classe");
        var (line, answer) = (Path.Combine(scratch, "l.csv"), Path.Combine(scratch, "a.json"));
        await File.WriteAllTextAsync(line, "n;temps_cmin;poste;va\n1;5;P1;NVA-N\n2;5;P1;nva\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(answer, """{"assignment": {"1": 1}}""", TestContext.Current.CancellationToken);
        var told = await Terminal.Run(null, French, "draw", "yamazumi", line, "--takt", "9", "--solution", answer);
        Assert.Equal(2, told.Code);
        Assert.Contains("ces tâches : 2.", told.Complained.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var drawn = await Terminal.Run(null, French, "draw", "yamazumi", line, "--takt", "9");
        Assert.Equal(0, drawn.Code);
        Assert.Contains("Takt 9\u00A0cmin", drawn.Said, StringComparison.Ordinal);
        Assert.Contains("NVA, gaspillage", drawn.Said, StringComparison.Ordinal);

        async Task Refused(string content, string[] options, string words)
        {
            var file = Path.Combine(scratch, "line.csv");
            await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
            var refused = await Terminal.Run(null, French, ["draw", "yamazumi", file, .. options]);
            Assert.Equal((2, ""), (refused.Code, refused.Said));
            Assert.Contains(words, refused.Complained.Replace('\u00A0', ' '), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_cell_is_told_with_its_line_and_a_missing_column_by_its_name()
    {
        var bad = Path.Combine(scratch, "faux.csv");
        await File.WriteAllTextAsync(bad, "étape;type;distance (m)\nDébit;operation;-3\n", TestContext.Current.CancellationToken);
        var told = await Terminal.Run(null, French, "draw", "process-chart", bad);
        Assert.Equal(2, told.Code);
        Assert.Contains("ligne 2, distance m, « -3 » : hors limites", told.Complained.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var lacking = await Terminal.Run(null, English, "draw", "histogram", Demo("18_spc_alesage.csv"));
        Assert.Equal(2, lacking.Code);
        Assert.Contains("missing", lacking.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_routing_that_goes_in_a_circle_is_refused_and_the_circle_is_named()
    {
        var (operations, stocks) = (Path.Combine(scratch, "o.csv"), Path.Combine(scratch, "s.csv"));
        await File.WriteAllTextAsync(operations, "op;libellé;tc (s);branche\nOP10;A;10;T\nOP20;B;10;F\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(stocks, "stock;libellé;position;quantité\nS1;un;OP10-OP20;1\nS2;deux;OP20-OP10;1\n", TestContext.Current.CancellationToken);
        var told = await Terminal.Run(null, French, "draw", "vsm", operations, "--stocks", stocks, "--demand", "10", "--presence", "450");
        Assert.Equal(2, told.Code);
        Assert.Contains("OP10 → S1 → OP20 → S2 → OP10", told.Complained, StringComparison.Ordinal);
    }

    private static bool Near((double, double) expected, (double, double) actual) => Math.Abs(expected.Item1 - actual.Item1) < 1e-9 && Math.Abs(expected.Item2 - actual.Item2) < 1e-6;

    private static string Demo(string name, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../data/demo/csv", name));
}

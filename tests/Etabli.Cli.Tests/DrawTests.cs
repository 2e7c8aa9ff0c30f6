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

    private static string Demo(string name, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../data/demo/csv", name));
}

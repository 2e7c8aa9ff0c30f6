using System.Text;
using System.Text.Json;
using Etabli.Application.Files;
using Etabli.Application.Plant;
using Etabli.Application.Plant.Flows;
using Etabli.Application.Tests.Improvement;
using Etabli.People;
using Etabli.Plant.Flows;
using PeopleRefusal = Etabli.People.Refusal;
using PlantRefusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Tests.Plant;

/// <summary>The demonstration's flow, from its files as they are, on a real PostgreSQL.</summary>
public sealed class FlowTests : IAsyncLifetime
{
    private Workshop shop = null!;
    private ProductFamilyId family;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Demo => Path.Combine(AppContext.BaseDirectory, "demo");

    public async ValueTask InitializeAsync()
    {
        shop = await Workshop.Open(Stop);
        family = await shop.By(shop.Clean, (SetFamily g) => g.Run(new(null, "Vérins 50/28", 96, 2, 450, 30), Stop));
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task The_files_of_the_demonstration_come_in_without_editing_and_give_the_answers_of_its_generator()
    {
        await TakeDemo();
        var sheet = (await Find())!;
        var reading = sheet.Reading!;
        var answers = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Demo, "reponses.json"), Stop)).RootElement.GetProperty("vsm");
        Assert.Equal(answers.GetProperty("takt_s").GetDouble(), reading.Takt.Time.TotalSeconds);
        Assert.Equal(answers.GetProperty("delai_chemin_critique_j").GetDouble(), reading.LeadTime.Known, 1e-9);
        Assert.Equal(answers.GetProperty("au_dessus_du_takt").EnumerateArray().Select(e => e.GetString()), reading.Loads.Where(l => l.ExceedsTakt == true).Select(l => l.Code));
        Assert.All(answers.GetProperty("cycle_effectif_s").EnumerateObject(), e => Assert.Equal(e.Value.GetDouble(), reading.Loads.Single(l => l.Code == e.Name).Cycle.Known.TotalSeconds, 0.0501));
        Assert.Equal(answers.GetProperty("stock_total_pieces").GetInt64(), reading.Stock.Pieces);
        Assert.Equal(answers.GetProperty("stock_total_eur").GetDecimal(), reading.Stock.Value.Known);
        var barrels = reading.Branches.Single(b => b.Steps[0] == "S50a");
        Assert.Equal(answers.GetProperty("delai_branche_fut_j").GetDouble(), barrels.LeadTime.Known, 1e-9);
        Assert.Equal(answers.GetProperty("temps_va_fut_montage_s").GetDouble(), barrels.ValueAddedTime.Known.TotalSeconds);
        Assert.Equal(answers.GetProperty("ratio_va_pct").GetDouble(), barrels.Efficiency.Known * 100, 0.00005);
        Assert.Equal(["OP30", "S30", "OP40"], reading.Critical!.Steps.SkipWhile(s => s != "OP30").Take(3));
    }

    [Fact]
    public async Task The_same_table_again_changes_nothing_and_a_changed_number_alone_takes_a_new_source()
    {
        await TakeDemo();
        var again = await Preview(await Text("02_operations.csv"));
        Assert.All(again.Lines, l => Assert.Equal(FlowLineState.Same, l.State));
        Assert.False(again.ChangesSomething);

        await Take("op;libellé;tc (s);dispo %\nOP60;Rodage-galetage fûts;300;79\n", "mesure.csv");
        var operation = (await Find())!.Family.Operations.Single(o => o.Code == "OP60");
        Assert.Equal(300, operation.CycleSeconds);
        Assert.Equal("mesure.csv", operation.Sources["Cycle"].From);
        Assert.Equal("02_operations.csv", operation.Sources["Availability"].From);
        Assert.Equal(13, (await Find())!.Family.Operations.Count);

        // A column the table has not says nothing of what is known.
        Assert.Equal((75m, 48, 3.8m, "ROD1"), (operation.ChangeoverMinutes!.Value, operation.Lot!.Value, operation.ScrapPercent!.Value, operation.Station));
    }

    [Fact]
    public async Task A_French_spreadsheet_adds_todays_count_and_the_count_of_that_day_stays()
    {
        await TakeDemo();
        var before = (await Find())!.Family.Stocks.Single(s => s.Code == "S60");
        await using var file = File.OpenRead(Path.Combine(Demo, "excel-fr", "stocks.csv"));
        var table = await TypedTable.Read(file, "stocks.csv", "fr", new FileLimits(), Stop);
        var read = await shop.By(shop.Meth, (TakeFlowTable g) => g.Run(new(family, table, "stocks.csv"), Stop));
        Assert.Empty(read.Faults);
        var after = (await Find())!.Family.Stocks.Single(s => s.Code == "S60");
        Assert.Equal([before.Last!, after.Last!], after.Counts);
        Assert.Equal(("METH", "stocks.csv"), (after.Last!.Source.ByCode, after.Last.Source.From));
        Assert.Equal((before.From, before.To, before.UnitValue), (after.From, after.To, after.UnitValue));
    }

    [Fact]
    public async Task Each_wrong_cell_says_where_and_why_and_the_good_lines_are_kept()
    {
        await Take(await Text("02_operations.csv"), null);
        const string table = """
            quantité;position;libellé;stock;branche;date_releve
            96;OP60-OP70;Fûts rodés;S60;F;14/10/2025
            -4;OP70-OP80;Fûts tournés;S70;F;14/10/2025
            beaucoup;OP80-OP90;Fûts soudés;S80;F;14/10/2025
            216;OP90-OP999;Fûts lavés;S90;F;14/10/2025
            12,5;avant OP50;Tubes;S50a;F;14/10/2025
            48;après OP130;Produits finis;S60;A;14/10/2099
            """;
        var read = await Take(table, null);
        Assert.Equal(1, read.Good);
        Assert.Equal(
            [
                new(3, FlowColumn.Pieces, "-4", CellError.OutOfRange), new(4, FlowColumn.Pieces, "beaucoup", CellError.NotANumber),
                new(5, FlowColumn.Position, "OP90-OP999", CellError.OperationUnknown), new(6, FlowColumn.Pieces, "12,5", CellError.OutOfRange),
                new(7, FlowColumn.Code, "S60", CellError.Twice), new CellFault(7, FlowColumn.Day, "14/10/2099", CellError.DayToCome),
            ],
            read.Faults);
        Assert.Equal(["S60"], (await Find())!.Family.Stocks.Select(s => s.Code));

        // What came back, mended, goes in.
        var mended = read.Rejected.Replace("-4", "4", StringComparison.Ordinal).Replace("beaucoup", "144", StringComparison.Ordinal).Replace("OP999", "OP100", StringComparison.Ordinal)
            .Replace("12,5", "12", StringComparison.Ordinal).Replace("\tS60\t", "\tS130\t", StringComparison.Ordinal).Replace("2099", "2025", StringComparison.Ordinal);
        Assert.Empty((await Take(mended, null)).Faults);
        Assert.Equal(6, (await Find())!.Family.Stocks.Count);
    }

    [Fact]
    public async Task A_table_without_one_good_line_changes_nothing()
    {
        var no = await Assert.ThrowsAsync<RefusalException>(() => Take("op;libellé;tc\n;;x\n", null));
        Assert.Equal(PlantRefusal.NothingToTake, no.Refusal);
        Assert.Equal([FlowColumn.Label, FlowColumn.Cycle], (await Preview("op;durée\nOP10;3\n")).ColumnsMissing);
    }

    [Fact]
    public async Task A_routing_that_goes_round_is_named_and_has_no_lead_time()
    {
        await Take("op;libellé;tc\nA;un;10\nB;deux;10\n", null);
        await Take("stock;libellé;position;quantité\nS1;aller;A-B;5\nS2;retour;B-A;5\n", null);
        var reading = (await Find())!.Reading!;
        Assert.Equal(["A", "B", "S1", "S2"], reading.Cycle.Order());
        Assert.Null(reading.LeadTime.Value);
    }

    [Fact]
    public async Task The_flow_of_a_plant_is_not_there_for_another_and_is_changed_by_its_keepers_alone()
    {
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (FlowSheet.Reader r) => r.Find(family, Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (SetFamily g) => g.Run(new(family, "À moi", 1, 1, 10, 0), Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (TakeFlowTable g) => g.Run(new(family, TypedTable.Read("op;libellé;tc\nA;un;1", "fr"), null), Stop)));
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.A03, (SetFamily g) => g.Run(new(family, "Vérins", 1, 1, 10, 0), Stop)));
        Assert.Equal(PeopleRefusal.NotAllowed, no.Refusal);
        Assert.False((await shop.By(shop.A03, (FlowSheet.Reader r) => r.Find(family, Stop)))!.MayKeep);
    }

    [Fact]
    public async Task A_code_names_one_thing_and_a_name_one_family_and_sending_twice_makes_one()
    {
        await Take("op;libellé;tc\nA;un;10\n", null);
        Assert.Equal(CellError.Twice, Assert.Single((await Preview("stock;libellé;position;quantité\nA;un;avant A;5\n")).Faults).Error);
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Clean, (SetFamily g) => g.Run(new(null, "Vérins 50/28", 1, 1, 10, 0), Stop)));
        Assert.Equal(PlantRefusal.NameTaken, no.Refusal);
        var order = new SetFamily.Order(null, "Autre", 1, 1, 10, 0, Guid.CreateVersion7());
        Assert.Equal(await shop.By(shop.Clean, (SetFamily g) => g.Run(order, Stop)), await shop.By(shop.Clean, (SetFamily g) => g.Run(order, Stop)));
    }

    [Fact]
    public async Task Breaks_that_take_the_whole_shift_leave_no_rhythm()
    {
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Clean, (SetFamily g) => g.Run(new(family, "Vérins", 96, 2, 30, 30), Stop)));
        Assert.Equal(PlantRefusal.NoTimeLeft, no.Refusal);
    }

    private async Task TakeDemo()
    {
        foreach (var name in new[] { "02_operations.csv", "04_stocks_vsm.csv", "05_flux_information.csv" })
        {
            Assert.Empty((await Take(await Text(name), name)).Faults);
        }
    }

    private static Task<string> Text(string name) => File.ReadAllTextAsync(Path.Combine(Demo, name), Encoding.UTF8, Stop);

    private Task<FlowSheet?> Find() => shop.By(shop.Clean, (FlowSheet.Reader r) => r.Find(family, Stop));

    private Task<FlowImport> Take(string text, string? from) => shop.By(shop.Clean, (TakeFlowTable g) => g.Run(new(family, TypedTable.Read(text, "fr"), from), Stop));

    private Task<FlowImport> Preview(string text) => shop.By(shop.Clean, (TakeFlowTable g) => g.Preview(new(family, TypedTable.Read(text, "fr"), null), Stop));
}

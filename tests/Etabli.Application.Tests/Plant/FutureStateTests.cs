using Etabli.Application.Plant;
using Etabli.Application.Plant.Flows;
using Etabli.Application.Plant.Register;
using Etabli.Application.Tests.Improvement;
using Etabli.Figures.Ink;
using Etabli.Figures.ValueStreams;
using Etabli.People;
using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;
using PeopleRefusal = Etabli.People.Refusal;
using PlantRefusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Tests.Plant;

/// <summary>The flow as it is meant to be, its tables typed whole, on a real PostgreSQL.</summary>
public sealed class FutureStateTests : IAsyncLifetime
{
    private Workshop shop = null!;
    private ProductFamilyId family;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Demo => Path.Combine(AppContext.BaseDirectory, "demo");

    public async ValueTask InitializeAsync()
    {
        shop = await Workshop.Open(Stop);
        family = await shop.By(shop.Clean, (SetFamily g) => g.Run(new(null, "Vérins 50/28", 96, 2, 450, 30), Stop));
        foreach (var name in new[] { "02_operations.csv", "04_stocks_vsm.csv", "05_flux_information.csv" })
        {
            var text = await File.ReadAllTextAsync(Path.Combine(Demo, name), Stop);
            await shop.By(shop.Clean, (TakeFlowTable g) => g.Run(new(family, TypedTable.Read(text, "fr"), name), Stop));
        }
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task A_future_state_begins_equal_to_the_current_one_and_then_differs_in_nothing()
    {
        await shop.By(shop.Clean, (DrawFutureState g) => g.Run(new(family), Stop));
        var sheet = await Find();
        var future = sheet.Showing(sheet.Family.Future!);
        Assert.True(future.Since(sheet.Family)!.IsNothing);
        Assert.Equal(sheet.Reading!.LeadTime.Known, future.Reading!.LeadTime.Known);
    }

    [Fact]
    public async Task A_shorter_changeover_in_the_future_brings_the_bottleneck_under_the_takt_and_leaves_the_current_state_alone()
    {
        await shop.By(shop.Clean, (DrawFutureState g) => g.Run(new(family), Stop));
        await Take("code;libellé;temps de cycle (s);changement de série (min);lot;disponibilité (%);rebut (%)\nOP60;Rodage-galetage fûts;316;30;48;79;3,8", FlowTableKind.Operations, future: true);
        var sheet = await Find();
        var future = sheet.Showing(sheet.Family.Future!);
        Assert.Contains(sheet.Reading!.Loads, l => l is { Code: "OP60", ExceedsTakt: true });
        Assert.DoesNotContain(future.Reading!.Loads, l => l.ExceedsTakt == true);
        var change = Assert.Single(future.Since(sheet.Family)!.Numbers);
        Assert.Equal(("OP60", "changeover", 4_500d, 1_800d), (change.Of, change.Name, change.Before!.Value, change.After!.Value));
        var drawn = FlowPictures.Map(future, Language.French, sheet.Family);
        var box = drawn.Nodes.OfType<MapProcess>().Single(p => p.Code == "OP60");
        Assert.Equal("75", box.Rows.Single(r => r.Label == "Tcs").Previous);
        Assert.All(box.Rows.Where(r => r.Label != "Tcs"), r => Assert.Null(r.Previous));
    }

    [Fact]
    public async Task A_supermarket_is_pulled_from_a_lane_goes_on_in_order_and_a_burst_carries_its_axis()
    {
        await shop.By(shop.Clean, (DrawFutureState g) => g.Run(new(family), Stop));
        await Take("code;libellé;position;quantité;forme\nS60;Fûts rodés;OP60-OP70;48;supermarché\nS70;Fûts tournés;OP70-OP80;24;FIFO", FlowTableKind.Stocks, future: true);
        await Take("code;éclair;axe\nOP60;SMED 75 → 30;X1", FlowTableKind.Bursts, future: true);
        await Take("code;x (mm);y (mm)\nOP60;5;-3", FlowTableKind.Offsets, future: true);
        var sheet = await Find();
        var map = FlowPictures.Map(sheet.Showing(sheet.Family.Future!), Language.French, sheet.Family);
        Assert.Equal(MaterialFlowKind.Pull, map.Flows.Single(f => f.From == "S60").Kind);
        Assert.Equal(MaterialFlowKind.Continuous, map.Flows.Single(f => f.To == "S70").Kind);
        Assert.Equal(("OP60", "SMED 75 → 30", "X1"), (map.Bursts.Single().Node, map.Bursts.Single().Text, map.Bursts.Single().Axis));
        Assert.Equal((5, -3), (map.Nodes.Single(n => n.Id == "OP60").OffsetX, map.Nodes.Single(n => n.Id == "OP60").OffsetY));
        Assert.Equal([("S60", StockMode.Inventory, StockMode.Supermarket), ("S70", StockMode.Inventory, StockMode.FifoLane)], sheet.Showing(sheet.Family.Future!).ModesSince(sheet.Family));
        Assert.Empty(sheet.ModesSince(sheet.Family));
        Assert.StartsWith("<svg", ValueStreamMapDrawing.Draw(map, Sheet.For("fr", 400)), StringComparison.Ordinal);
        Assert.Empty(FlowPictures.Map(sheet, Language.French).Bursts);
    }

    [Fact]
    public async Task A_supermarket_orders_by_cards_that_are_typed_or_computed_and_by_a_signal_when_its_supplier_makes_lots()
    {
        await shop.By(shop.Clean, (DrawFutureState g) => g.Run(new(family), Stop));
        await Take(
            """
            code;libellé;position;quantité;forme;pièces par bac;cartes kanban;délai de la boucle (j);sécurité de la boucle (%)
            S00;Tubes;avant OP10;1152;supermarché;24;;2;
            S60;Fûts rodés;OP60-OP70;96;supermarché;12;;1;10
            S80;Fûts soudés;OP80-OP90;144;supermarché;48;3;2;
            S110;Vérins testés;OP110-OP120;72;supermarché;;;;
            S130;Produits finis;après OP130;480;supermarché;24;;1;
            """,
            FlowTableKind.Stocks, future: true);
        var sheet = await Find();
        var future = sheet.Showing(sheet.Family.Future!);
        var loops = KanbanLoop.Of(future.Family);

        // 96 · 1 · 1.1 / 12 = 8.8: nine containers; OP60 changes over for 48 pieces, so a signal orders the lot.
        Assert.Equal([("S00", 8, true, false), ("S60", 9, true, true), ("S80", 3, false, false), ("S110", null, false, false), ("S130", 4, true, false)], loops.Select(l => (l.Stock.Code, l.Cards, l.IsComputed, l.IsSignal)));
        Assert.Equal(4, loops[2].ByFormula!.Known);
        Assert.Null(loops[3].ByFormula);
        var map = FlowPictures.Map(future, Language.French, sheet.Family);
        var cards = map.Information.Where(i => i.Kind is InformationFlowKind.ProductionKanban or InformationFlowKind.SignalKanban or InformationFlowKind.WithdrawalKanban).Select(i => (i.From, i.To, i.Kind, i.Label.Replace('\u00A0', ' ')));
        Assert.Equal(
            [
                // The head of the flow is filled from outside, by whoever delivers it; the customer takes at its end without a card.
                ("S00", "Fournisseur tubes", InformationFlowKind.WithdrawalKanban, "8 × 24 p calc."), ("OP10", "S00", InformationFlowKind.WithdrawalKanban, "24 p"),
                ("S60", "OP60", InformationFlowKind.SignalKanban, "9 × 12 p calc."), ("OP70", "S60", InformationFlowKind.WithdrawalKanban, "12 p"),
                ("S80", "OP80", InformationFlowKind.ProductionKanban, "3 × 48 p"), ("OP90", "S80", InformationFlowKind.WithdrawalKanban, "48 p"),
                ("S110", "OP110", InformationFlowKind.ProductionKanban, ""), ("OP120", "S110", InformationFlowKind.WithdrawalKanban, ""),
                ("S130", "OP130", InformationFlowKind.ProductionKanban, "4 × 24 p calc."),
            ],
            cards);
        Assert.Contains(map.Notes, n => n.Contains("S60, calculé", StringComparison.Ordinal) && n.Contains("96 p/j × 1 j × 1,1 ÷ 12 p", StringComparison.Ordinal));
        Assert.DoesNotContain(map.Notes, n => n.Contains("S80", StringComparison.Ordinal));
        Assert.Equal(sheet.Reading!.LeadTime.Known, future.Reading!.LeadTime.Known);
        Assert.Contains(("S60", FlowNumber.Container, (decimal?)null, (decimal?)12), future.LoopsSince(sheet.Family).Select(c => (c.Code, c.Change.Number, c.Change.Before, c.Change.After)));
    }

    [Fact]
    public async Task Both_states_on_one_sheet_say_what_is_gained_and_judge_only_what_is_wanted()
    {
        await shop.By(shop.Clean, (DrawFutureState g) => g.Run(new(family), Stop));
        var same = await Find();
        Assert.All(FlowPair.Of(same, same.Showing(same.Family.Future!), Language.French)!.Differences, d => Assert.Equal((d.Before, null, null), (d.After, d.Change, d.IsBetter)));
        await Take("code;libellé;position;quantité\nS00;Tubes;avant OP10;192", FlowTableKind.Stocks, future: true);
        var sheet = await Find();
        var pair = FlowPair.Of(sheet, sheet.Showing(sheet.Family.Future!), Language.French)!;
        Assert.Equal(("État actuel", "État futur"), (pair.Before.State, pair.After.State));
        var lead = pair.Differences[0];
        Assert.Equal(("33,75 j", true), (lead.Before.Replace('\u00A0', ' '), lead.IsBetter));
        Assert.StartsWith("−", lead.Change, StringComparison.Ordinal);
        Assert.Null(pair.Differences[1].IsBetter);
        Assert.Equal(sheet.Reading!.LeadTime.Known, (double)pair.Before.Totals!.LeadTime.Value);
        Assert.StartsWith("<svg", ValueStreamPairDrawing.Draw(pair, Sheet.For("fr", ValueStreamPairDrawing.Width)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_a_loop_keep_their_source_until_they_are_another_and_stay_when_a_table_has_not_their_column()
    {
        await Take("code;libellé;position;quantité;forme;pièces par bac;cartes kanban\nS60;Fûts rodés;OP60-OP70;96;supermarché;12;8", FlowTableKind.Stocks);
        await shop.By(shop.Meth, (TakeFlowTable g) => g.Run(new(family, TypedTable.Read("code;libellé;position;quantité;cartes kanban\nS60;Fûts rodés;OP60-OP70;96;9", "fr"), "bacs.csv", FlowTableKind.Stocks), Stop));
        var stock = (await Find()).Family.Stocks.Single(s => s.Code == "S60");
        Assert.Equal((12, 9), (stock.Container, stock.Cards));
        Assert.Equal((shop.Clean, shop.Meth, "bacs.csv"), (stock.Sources["Container"].By, stock.Sources["Cards"].By, stock.Sources["Cards"].From));
        var faults = (await Preview("code;libellé;position;quantité;pièces par bac;délai de la boucle (j)\nS60;Fûts;OP60-OP70;1;0;400", FlowTableKind.Stocks)).Faults;
        Assert.Equal([(FlowColumn.Container, CellError.OutOfRange), (FlowColumn.Replenishment, CellError.OutOfRange)], faults.Select(f => (f.Column, f.Error)));
    }

    [Fact]
    public async Task A_whole_table_takes_away_what_it_leaves_out_and_a_part_of_one_does_not()
    {
        await Take("code;libellé;temps de cycle (s)\nOP60;Rodage;300", FlowTableKind.Operations);
        Assert.Equal(13, (await Find()).Family.Operations.Count);
        await Take("code;libellé;temps de cycle (s)\nOP60;Rodage;300\nOP70;Tournage;412", FlowTableKind.Operations, whole: true);
        Assert.Equal(["OP60", "OP70"], (await Find()).Family.Operations.Select(o => o.Code));
        await Take("code;éclair\nOP60;SMED", FlowTableKind.Bursts, whole: true);
        await Take("code;éclair", FlowTableKind.Bursts, whole: true);
        Assert.Empty((await Find()).Family.Bursts);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_table_written_out_and_typed_in_again_says_the_same_of_every_line(string culture)
    {
        await Take("code;libellé;position;quantité;forme\nS60;Fûts rodés;OP60-OP70;120;sécurité", FlowTableKind.Stocks);
        await Take("code;libellé;position;quantité;pièces par bac;cartes kanban;délai de la boucle (j);sécurité de la boucle (%)\nS70;Fûts tournés;OP70-OP80;24;12;8;1,5;10", FlowTableKind.Stocks);
        var sheet = await Find();
        foreach (var kind in new[] { FlowTableKind.Operations, FlowTableKind.Stocks, FlowTableKind.Information })
        {
            var text = FlowText.Write(sheet.Family, kind, culture, c => FlowColumns.Of(kind).Single(k => k.Column == c).Names[0]);
            var read = FlowImport.Read(TypedTable.Read(text, culture), sheet.Family, new(NumberOrigin.Typed, shop.Clean, "CLEAN", DateTimeOffset.UnixEpoch), new(2026, 6, 1), kind);
            Assert.Empty(read.Faults);
            Assert.All(read.Lines, l => Assert.Equal(FlowLineState.Same, l.State));
        }
    }

    [Theory]
    [InlineData(TimeUnit.Centiminute, "526,666666666667", "526,7")]
    [InlineData(TimeUnit.Minute, "5,266666666667", "5,267")]
    [InlineData(TimeUnit.TenThousandthHour, "877,777777777778", "877,8")]
    [InlineData(TimeUnit.Tmu, "8777,777777777778", "8\u202F778")]
    public async Task A_plant_that_counts_in_another_unit_types_reads_and_draws_its_times_in_it_and_no_second_is_lost(TimeUnit unit, string typed, string drawn)
    {
        await shop.By(shop.Clean, (SetTimeUnit g) => g.Run(new(unit), Stop));
        var sheet = await Find();
        Assert.Equal(unit, sheet.Unit);
        var text = FlowText.Write(sheet.Family, FlowTableKind.Operations, "fr", c => FlowColumns.Of(FlowTableKind.Operations).Single(k => k.Column == c).Names[0], unit);
        var table = TypedTable.Read(text, "fr");
        Assert.Contains($"tc unitaire ({unit.Symbol()})", table.Heading);
        Assert.Contains("temps changement (min)", table.Heading);
        Assert.Equal(typed, table.Lines.Single(l => l.Cells[0] == "OP60").Cells[table.Heading.ToList().IndexOf($"tc unitaire ({unit.Symbol()})")]);
        Assert.All((await Preview(text, FlowTableKind.Operations)).Lines, l => Assert.Equal(FlowLineState.Same, l.State));

        // A heading that names its unit is believed; one that names none is in the plant's.
        Assert.Equal(316, (decimal)unit.ToSeconds(unit.FromSeconds(316)));
        Assert.All((await Preview("code;libellé;temps de cycle (s)\nOP60;Rodage-galetage fûts;316", FlowTableKind.Operations)).Lines, l => Assert.Equal(FlowLineState.Same, l.State));
        Assert.Equal(30 * unit.Seconds(), Assert.Single(Assert.Single((await Preview("code;libellé;temps de cycle\nOP60;Rodage-galetage fûts;30", FlowTableKind.Operations)).Lines).Changes).After);
        Assert.Equal(5, Assert.Single((await Preview("code;libellé;temps de cycle (s);changement de série (ch)\nOP60;Rodage-galetage fûts;316;8,333333333333", FlowTableKind.Operations)).Lines.Single().Changes, c => c.Number == FlowNumber.Changeover).After!.Value, 9);

        var map = FlowPictures.Map(sheet, Language.French);
        Assert.Equal(unit.Symbol(), map.Takt!.Value.Unit);
        Assert.Equal($"{drawn}\u00A0{unit.Symbol()}", map.Nodes.OfType<MapProcess>().Single(p => p.Code == "OP60").Rows.Single(d => d.Label == "Tc").Value);
        await shop.By(shop.Clean, (DrawFutureState g) => g.Run(new(family), Stop));
        sheet = await Find();
        Assert.EndsWith($"\u00A0{unit.Symbol()}", FlowPair.Of(sheet, sheet.Showing(sheet.Family.Future!), Language.French)!.Differences[1].Before, StringComparison.Ordinal);
        Assert.Equal(sheet.Reading!.Critical!.ValueAddedTime.Known.TotalSeconds, (double)(map.Totals!.ValueAdded!.Value.Value * unit.Seconds()), 6);
    }

    [Fact]
    public async Task A_burst_on_nothing_a_kind_of_stock_that_is_not_and_an_offset_off_the_sheet_are_told_where_they_stand()
    {
        Assert.Equal(CellError.NothingOfThatCode, Assert.Single((await Preview("code;éclair\nOP61;SMED", FlowTableKind.Bursts)).Faults).Error);
        Assert.Equal(CellError.ModeNotRead, Assert.Single((await Preview("code;libellé;position;quantité;forme\nS60;Fûts;OP60-OP70;1;panier", FlowTableKind.Stocks)).Faults).Error);
        Assert.Equal((2, FlowColumn.X, CellError.OutOfRange), Assert.Single((await Preview("code;x (mm);y (mm)\nOP60;900;0", FlowTableKind.Offsets)).Faults) is var f ? (f.Line, f.Column, f.Error) : default);
    }

    [Fact]
    public async Task Without_a_future_state_its_tables_are_refused_and_an_operator_draws_none()
    {
        Assert.Equal(PlantRefusal.NoFutureYet, (await Assert.ThrowsAsync<RefusalException>(() => Take("code;éclair\nOP60;SMED", FlowTableKind.Bursts, future: true))).Refusal);
        Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.A03, (DrawFutureState g) => g.Run(new(family), Stop)))).Refusal);
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (DrawFutureState g) => g.Run(new(family), Stop)));
    }

    [Fact]
    public async Task Whoever_types_on_an_older_version_is_told_and_overwrites_nothing()
    {
        var seen = (await Find()).Version;
        await Take("code;éclair\nOP60;SMED", FlowTableKind.Bursts, whole: true);
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Meth, (TakeFlowTable g) => g.Run(new(family, TypedTable.Read("code;éclair\nOP60;TPM", "fr"), null, FlowTableKind.Bursts, Whole: true, Version: seen), Stop)));
        Assert.Equal(PlantRefusal.ChangedMeanwhile, no.Refusal);
        Assert.Equal("SMED", (await Find()).Family.Bursts.Single().Text);
    }

    [Fact]
    public async Task A_number_measured_again_is_listed_for_the_future_state_that_stood_on_it_and_changes_it_only_when_asked()
    {
        await shop.By(shop.Clean, (DrawFutureState g) => g.Run(new(family), Stop));
        Assert.Empty((await Find()).Family.Newer);
        shop.House.Clock.Advance(TimeSpan.FromDays(1));
        await Take("code;libellé;temps de cycle (s);changement de série (min)\nOP60;Rodage-galetage fûts;310;75\nOP10;Débit barres tiges;90;12", FlowTableKind.Operations, future: false);
        var sheet = await Find();
        Assert.Equal([("OP10", "Cycle", 90m, 95m), ("OP60", "Cycle", 310m, 316m)], sheet.Family.Newer.Select(n => (n.At, n.Number.Name, n.Current!.Value, n.Future!.Value)).Order());
        Assert.Equal(316, sheet.Family.Future!.Operations.Single(o => o.Code == "OP60").CycleSeconds);
        await shop.By(shop.Clean, (FollowCurrentState g) => g.Run(new(family, new HashSet<(string, string)> { ("OP60", "Cycle") }, Keep: false), Stop));
        await shop.By(shop.Clean, (FollowCurrentState g) => g.Run(new(family, new HashSet<(string, string)> { ("OP10", "Cycle") }, Keep: true), Stop));
        var after = (await Find()).Family;
        Assert.Empty(after.Newer);
        Assert.Equal([95m, 310m], after.Future!.Operations.Where(o => o.Code is "OP10" or "OP60").Select(o => o.CycleSeconds!.Value));
        Assert.Equal(90, after.Operations.Single(o => o.Code == "OP10").CycleSeconds);
    }

    private Task<FlowImport> Take(string text, FlowTableKind kind, bool future = false, bool whole = false) =>
        shop.By(shop.Clean, (TakeFlowTable g) => g.Run(new(family, TypedTable.Read(text, "fr"), null, kind, future, whole), Stop));

    private Task<FlowImport> Preview(string text, FlowTableKind kind) => shop.By(shop.Clean, (TakeFlowTable g) => g.Preview(new(family, TypedTable.Read(text, "fr"), null, kind), Stop));

    private async Task<FlowSheet> Find() => (await shop.By(shop.Clean, (FlowSheet.Reader r) => r.Find(family, Stop)))!;
}

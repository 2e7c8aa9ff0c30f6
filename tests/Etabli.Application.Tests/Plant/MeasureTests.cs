using System.Text.Json;
using Etabli.Application.Files;
using Etabli.Application.Plant.Measures;
using Etabli.Application.Plant.Tables;
using Etabli.Application.Tests.Improvement;
using Etabli.People;
using Etabli.Plant.Measures;
using Etabli.Plant.Tables;
using PeopleRefusal = Etabli.People.Refusal;
using PlantRefusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Tests.Plant;

/// <summary>Any table of a plant becomes a record of measures: the demonstration's files as they are, on a real PostgreSQL.</summary>
public sealed class MeasureTests : IAsyncLifetime
{
    private Workshop shop = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Demo => Path.Combine(AppContext.BaseDirectory, "demo");

    public async ValueTask InitializeAsync() => shop = await Workshop.Open(Stop);

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task Each_of_the_forty_one_files_of_the_plant_is_taken_as_it_is_to_the_last_row()
    {
        var rows = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Demo, "reponses.json"), Stop)).RootElement.GetProperty("lignes");
        Assert.Equal(41, rows.EnumerateObject().Count());
        foreach (var said in rows.EnumerateObject())
        {
            var answer = await Take(said.Name);
            Assert.Equal((said.Value.GetInt32(), 0, 0), (answer.New, answer.FaultyLines, answer.Known));
        }

        Assert.Equal(41, (await shop.By(shop.Clean, (MeasureList.Reader r) => r.Find(null, 1, Stop))).Count);
    }

    [Fact]
    public async Task A_French_spreadsheet_s_file_and_the_English_one_give_the_same_numbers()
    {
        var french = await Rows((await Take(Path.Combine("excel-fr", "mesures_alesage.csv"))).Table);
        Assert.NotEmpty(french.Rows);
        var column = french.Table.Columns.ToList().FindLastIndex(c => c.Kind == CellKind.Number);
        Assert.True(column >= 0);
        Assert.All(french.Rows, r => Assert.DoesNotContain(',', r.Cells[column]));
    }

    [Fact]
    public async Task Columns_are_numbers_days_times_or_words_and_their_unit_is_read_in_their_name()
    {
        var bore = (await Rows((await Take("18_spc_alesage.csv")).Table)).Table;
        Assert.Equal(
            [("sous_groupe", CellKind.Number, ""), ("date", CellKind.Day, ""), ("heure", CellKind.Clock, ""), ("equipe", CellKind.Text, ""), ("n", CellKind.Number, ""), ("ecart_um", CellKind.Number, "µm")],
            bore.Columns.Select(c => (c.Name, c.Kind, c.Unit)));
        var calls = (await Rows((await Take("24_appels_andon.csv")).Table)).Table;
        Assert.Equal(CellKind.Moment, calls.Columns[calls.PlaceOf("horodatage")].Kind);
        var standards = (await Rows((await Take("36_standards.csv")).Table)).Table;
        Assert.Equal(CellKind.Text, standards.Columns[standards.PlaceOf("version")].Kind);
    }

    [Theory]
    [InlineData("007", CellKind.Number, null)]
    [InlineData("25.80", CellKind.Number, "25.80")]
    [InlineData("1,5", CellKind.Number, "1.5")]
    [InlineData("1,2E-05", CellKind.Number, "0.000012")]
    [InlineData("−3", CellKind.Number, "-3")]
    [InlineData(">=2", CellKind.Number, null)]
    [InlineData("06:29", CellKind.Clock, "06:29:00")]
    [InlineData("6h29", CellKind.Clock, "06:29:00")]
    [InlineData("23/01/2026", CellKind.Day, "2026-01-23")]
    [InlineData("2025-09-01T07:33", CellKind.Moment, "2025-09-01T07:33:00")]
    public void A_cell_is_kept_as_precisely_as_it_was_written_or_not_at_all(string written, CellKind kind, string? kept) => Assert.Equal(kept, MeasureCell.Kept(kind, written, "fr"));

    [Fact]
    public async Task The_same_content_is_never_taken_twice_and_the_refusal_says_who_took_it()
    {
        await Take("18_spc_alesage.csv");
        var no = await Assert.ThrowsAsync<RefusalException>(() => Take("18_spc_alesage.csv"));
        Assert.Equal(PlantRefusal.ContentTaken, no.Refusal);
        Assert.Equal(640, (await List())[0].Rows);
    }

    [Fact]
    public async Task What_comes_later_goes_to_the_same_record_in_any_order_of_columns_and_a_strange_column_is_told()
    {
        var first = await Text("pièce;cote (mm)\nA;10,02\nB;10,04", "cotes.csv");
        var later = await Text("cote (mm);pièce;humeur\n10,03;C;bonne", "autre.csv", first.Table);
        Assert.Equal(["humeur"], later.Strange);
        Assert.Equal([["A", "10.02"], ["B", "10.04"], ["C", "10.03"]], (await Rows(first.Table)).Rows.Select(r => r.Cells));
        var again = await Text("pièce;cote (mm)\nD;10,01", "cotes.csv");
        Assert.Equal(first.Table, again.Table);
        Assert.NotEqual(first.Table, (await Text("pièce;poids\nD;3", "cotes.csv")).Table);
    }

    [Fact]
    public async Task Rows_whose_key_is_known_are_not_taken_again_from_a_list_that_grows()
    {
        var first = await Text("id;valeur\nM1;3\nM2;4", "liste.csv");
        var grown = await Text("id;valeur\nM1;3\nM2;4\nM3;5", "liste.csv");
        Assert.Equal((1, 2, first.Table), (grown.New, grown.Known, grown.Table));
        Assert.Equal(["M1", "M2", "M3"], (await Rows(first.Table)).Rows.Select(r => r.Cells[0]));
    }

    [Fact]
    public async Task Wrong_cells_are_told_with_their_line_and_their_column_and_the_good_rows_are_kept()
    {
        var first = await Text("date;cote\n2025-09-01;1,2\n2025-09-02;1,3", "cotes.csv");
        var answer = await Text("date;cote\n2025-09-03;1,4\n32/13/2025;1,5\n2025-09-04;douze", "cotes.csv", first.Table);
        Assert.Equal(1, answer.New);
        Assert.Equal([(3, "date", "32/13/2025", CellKind.Day), (4, "cote", "douze", CellKind.Number)], answer.Faults.Select(f => (f.Line, f.Column, f.Text, f.Kind)));
        Assert.Equal("date\tcote\n32/13/2025\t1,5\n2025-09-04\tdouze", answer.Rejected);
        var none = await Assert.ThrowsAsync<RefusalException>(() => Text("date;cote\nhier;1", "cotes.csv", first.Table));
        Assert.Equal(PlantRefusal.NothingToTake, none.Refusal);
    }

    [Fact]
    public async Task A_file_without_headings_is_taken_with_numbered_columns()
    {
        var answer = await Text("25.8\n10.5\n12.25", "cotes.txt");
        var found = await Rows(answer.Table);
        Assert.Equal([new MeasureColumn("1", CellKind.Number)], found.Table.Columns);
        Assert.Equal(["25.8", "10.5", "12.25"], found.Rows.Select(r => r.Cells[0]));
    }

    [Fact]
    public async Task A_measure_is_put_right_with_a_reason_and_what_it_said_stays()
    {
        var table = (await Text("pièce;cote\nA;10,02\nB;104", "cotes.csv")).Table;
        var mute = await Assert.ThrowsAsync<RefusalException>(() => Right(table, 2, ["B", "10,4"], " "));
        Assert.Equal(PlantRefusal.ReasonMissing, mute.Refusal);
        var wrong = await Assert.ThrowsAsync<RefusalException>(() => Right(table, 2, ["B", "dix"], "virgule oubliée"));
        Assert.Equal((PlantRefusal.ColumnHolds, "cote"), ((PlantRefusal)wrong.Refusal, wrong.About[0]));
        Assert.Equal(1, await Right(table, 2, ["B", "10,4"], "virgule oubliée"));
        var found = await Rows(table);
        Assert.Equal("10.4", found.Rows[1].Cells[1]);
        var trace = Assert.Single(found.Corrections);
        Assert.Equal((2, 1, "104", "10.4", "virgule oubliée", "CLEAN"), (trace.Row, trace.Column, trace.Before, trace.After, trace.Reason, trace.ByCode));
        Assert.Equal(0, await Right(table, 2, ["B", "10,4"], "rien"));
        Assert.Equal(PlantRefusal.RowGone, (await Assert.ThrowsAsync<RefusalException>(() => Right(table, 9, ["B", "1"], "?"))).Refusal);
    }

    [Fact]
    public async Task A_column_takes_another_kind_only_if_all_its_cells_say_something_of_it()
    {
        var table = (await Text("code;jour\n007;1/9/2025\n010;2/9/2025", "codes.csv")).Table;
        await Describe(table, "Codes", [new("code", CellKind.Text), new("jour", CellKind.Text)]);
        Assert.Equal("2025-09-01", (await Rows(table)).Rows[0].Cells[1]);
        await Describe(table, "Codes", [new("code", CellKind.Text), new("jour", CellKind.Day)]);
        Assert.Equal("2025-09-01", (await Rows(table)).Rows[0].Cells[1]);
        var no = await Assert.ThrowsAsync<RefusalException>(() => Describe(table, "Codes", [new("code", CellKind.Day), new("jour", CellKind.Day)]));
        Assert.Equal(PlantRefusal.ColumnHolds, no.Refusal);
        Assert.Equal(PlantRefusal.ColumnTwice, (await Assert.ThrowsAsync<RefusalException>(() => Describe(table, "Codes", [new("a", CellKind.Text), new("A", CellKind.Text)]))).Refusal);
        Assert.Equal(PlantRefusal.ColumnsRefused, (await Assert.ThrowsAsync<RefusalException>(() => Describe(table, "Codes", [new("a", CellKind.Text)]))).Refusal);
    }

    [Fact]
    public async Task A_column_with_a_value_twice_cannot_tell_rows_apart()
    {
        var table = (await Text("lot;cote\nL1;1\nL1;2\nL2;3", "lots.csv")).Table;
        var no = await Assert.ThrowsAsync<RefusalException>(() => Describe(table, "Lots", [new("lot", CellKind.Text), new("cote", CellKind.Number)], "lot"));
        Assert.Equal((PlantRefusal.KeyTwice, "L1"), ((PlantRefusal)no.Refusal, no.About[1]));
        await Describe(table, "Lots", [new("lot", CellKind.Text), new("cote", CellKind.Number)], "cote");
        Assert.Equal((1, 1), await Text("lot;cote\nL9;3\nL9;4", "suite.csv", table) is var more ? (more.New, more.Known) : default);
    }

    [Fact]
    public async Task What_came_is_taken_back_whole_and_only_once_and_never_by_another_plant()
    {
        var first = await Text("a;b\n1;2\n3;4", "x.csv");
        var more = await Text("a;b\n5;6", "y.csv", first.Table);
        Assert.Equal(PlantRefusal.ImportGone, (await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Stranger, (TakeBackMeasures g) => g.Run(new(more.Import!.Value), Stop)))).Refusal);
        Assert.Equal(2, await shop.By(shop.Clean, (TakeBackMeasures g) => g.Run(new(first.Import!.Value), Stop)));
        Assert.Equal(["5"], (await Rows(first.Table)).Rows.Select(r => r.Cells[0]));
        Assert.Equal(1, (await List())[0].Rows);
        await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Clean, (TakeBackMeasures g) => g.Run(new(first.Import!.Value), Stop)));

        // Once taken back, the same content may come again.
        Assert.Equal(2, (await Text("a;b\n1;2\n3;4", "x.csv", first.Table)).New);
    }

    [Fact]
    public async Task Another_plant_finds_none_of_it_and_an_operator_reads_and_brings_nothing()
    {
        var table = (await Text("a;b\n1;2", "x.csv")).Table;
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (MeasureSheet.Reader r) => r.Find(table, 0, Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (DiscardMeasures g) => g.Run(new(table), Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (CorrectMeasure g) => g.Run(new(table, 1, ["9", "9"], "fr", "?"), Stop)));
        Assert.False((await shop.By(shop.A03, (MeasureSheet.Reader r) => r.Find(table, 0, Stop))).MayKeep);
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.A03, (TakeMeasures g) => g.Run(new(new StringReader("a;b\n1;2"), "fr", ""), Stop)));
        Assert.Equal(PeopleRefusal.NotAllowed, no.Refusal);
    }

    [Fact]
    public async Task A_record_thrown_away_is_gone_with_its_rows()
    {
        var table = (await Text("a;b\n1;2", "x.csv")).Table;
        await shop.By(shop.Clean, async (DiscardMeasures g) =>
        {
            await g.Run(new(table), Stop);
            return 0;
        });
        await Assert.ThrowsAsync<NotFoundException>(() => Rows(table));
    }

    [Fact]
    public async Task A_long_record_is_read_page_after_page_without_losing_or_repeating_a_row()
    {
        var table = (await Text("n;v\n" + string.Join('\n', Enumerable.Range(1, 12_345).Select(i => $"{i};{i % 7}")), "long.csv")).Table;
        var seen = await shop.By(shop.Clean, async (MeasureSheet.Reader r) =>
        {
            var all = new List<string>();
            await foreach (var row in r.Stream(table, 0, long.MaxValue, Stop))
            {
                all.Add(row.Cells[0]);
            }

            return all;
        });
        Assert.Equal(Enumerable.Range(1, 12_345).Select(i => $"{i}"), seen);
        var page = await shop.By(shop.Clean, (MeasureSheet.Reader r) => r.Find(table, 200, Stop));
        Assert.Equal((100, "201", true), (page.Rows.Count, page.Rows[0].Cells[0], page.HasMore));
    }

    [Fact]
    public void Whatever_is_brought_is_read_without_failing_and_every_kept_cell_is_of_its_column()
    {
        var dice = new Random(49);
        const string letters = "aé;,\t\n\"0123456789-:/ .eE\uD83D\u0000'=%";
        for (var i = 0; i < 3_000; i++)
        {
            using var text = new StringReader(new string([.. Enumerable.Range(0, dice.Next(0, 300)).Select(_ => letters[dice.Next(letters.Length)])]));
            using var reading = MeasureReading.Open(text, dice.Next(2) == 0 ? "fr" : "en");
            foreach (var row in reading.Read())
            {
                Assert.Equal(reading.Columns.Count, row.Length);
                for (var c = 0; c < row.Length; c++)
                {
                    Assert.Equal(row[c], MeasureCell.Kept(reading.Columns[c].Kind, row[c], "en"));
                    Assert.DoesNotContain('\u001f', row[c]);
                    Assert.DoesNotContain('\0', row[c]);
                }
            }
        }
    }

    private async Task<TakeMeasures.Answer> Take(string file)
    {
        await using var bytes = File.OpenRead(Path.Combine(Demo, file));
        using var text = await TableFile.Open(bytes, Path.GetFileName(file), "fr", new FileLimits(), Stop);
        return await shop.By(shop.Clean, (TakeMeasures g) => g.Run(new(text.Reader, text.Culture, Path.GetFileName(file)), Stop));
    }

    private Task<TakeMeasures.Answer> Text(string text, string from, MeasureTableId? table = null) => shop.By(shop.Clean, (TakeMeasures g) => g.Run(new(new StringReader(text), "fr", from, table), Stop));

    private Task<MeasureSheet> Rows(MeasureTableId table) => shop.By(shop.Clean, (MeasureSheet.Reader r) => r.Find(table, 0, Stop));

    private Task<int> Right(MeasureTableId table, long row, string[] cells, string reason) => shop.By(shop.Clean, (CorrectMeasure g) => g.Run(new(table, row, cells, "fr", reason), Stop));

    private Task<int> Describe(MeasureTableId table, string name, MeasureColumn[] columns, string? key = null) => shop.By(shop.Clean, async (DescribeMeasures g) =>
    {
        await g.Run(new(table, name, columns, key), Stop);
        return 0;
    });

    private async Task<IReadOnlyList<MeasureTable>> List() => (await shop.By(shop.Clean, (MeasureList.Reader r) => r.Find(null, 1, Stop))).Tables;
}

using System.Text;
using Etabli.Application.Plant;
using Etabli.Application.Plant.Calendars;
using Etabli.Application.Plant.Flows;
using Etabli.Application.Plant.Register;
using Etabli.Application.Plant.Tables;
using Etabli.Application.Tests.Improvement;
using Etabli.People;
using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;
using Etabli.Plant.Register;
using PeopleRefusal = Etabli.People.Refusal;
using PlantRefusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Tests.Plant;

/// <summary>What a plant is made of, taken table by table, on a real PostgreSQL.</summary>
public sealed class RegisterTests : IAsyncLifetime
{
    private Workshop shop = null!;
    private ProductFamilyId family;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        shop = await Workshop.Open(Stop);
        family = await shop.By(shop.Clean, (SetFamily g) => g.Run(new(null, "Vérins 50/28", 96, 2, 450, 30), Stop));
        await shop.By(shop.Clean, (TakeFlowTable g) => g.Run(new(family, TypedTable.Read(Demo("02_operations.csv"), "fr"), null), Stop));
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task The_products_of_the_demonstration_are_taken_as_the_file_is_and_its_dimensions_are_kept()
    {
        await Take(RegisterKind.Products, Demo("01_produits.csv"), "01_produits.csv");
        var products = await Find(RegisterKind.Products);
        Assert.Equal(["V50-200", "V50-350", "V50-500"], products.Objects.Select(o => o["Code"]));
        Assert.Equal(100, products.Objects.Sum(o => o.Number("Share")));
        Assert.Equal("alesage_mm: 50; tige_mm: 28; course_mm: 200", products.Objects[0][RegisterForm.Traits]);
        Assert.Equal("01_produits.csv", products.Objects[0].Sources["Price"].From);
    }

    [Fact]
    public async Task The_stations_of_the_demonstration_are_eighteen_because_P1_P6_are_six()
    {
        await Take(RegisterKind.Stations, Demo("03_postes.csv"));
        var stations = await Find(RegisterKind.Stations);
        Assert.Equal(18, stations.Objects.Count);
        Assert.All(Enumerable.Range(1, 6), n => Assert.Contains(stations.Objects, o => o["Code"] == $"P{n}" && o.Number("HourlyCost") == 34));
    }

    [Fact]
    public async Task The_tasks_of_assembly_add_up_to_2386_seconds_and_load_the_six_stations_as_the_answers_say()
    {
        await Take(RegisterKind.Tasks, Demo("11_taches_montage.csv"), operation: "OP100");
        var tasks = PlantRegister.Tasks((await Find(RegisterKind.Tasks, "OP100")).Objects);
        Assert.Equal(2_386, tasks.Seconds);
        Assert.Equal([("P1", 425m), ("P2", 408m), ("P3", 445m), ("P4", 422m), ("P5", 374m), ("P6", 312m)], tasks.Stations.OrderBy(s => s.Station, StringComparer.Ordinal).Select(s => (s.Station, s.Seconds)));
        Assert.Equal(["6", "8", "9"], tasks.Tasks.Single(t => t.Code == "10").After);
        Assert.Empty(tasks.Backwards);
        Assert.Equal(25, (await Find(RegisterKind.Tasks, "")).TaskCounts[(family, "OP100")]);
    }

    [Fact]
    public async Task A_unit_of_time_changes_how_times_are_read_and_shown_and_not_what_they_are()
    {
        await shop.By(shop.Clean, (SetTimeUnit g) => g.Run(new(TimeUnit.Centiminute), Stop));
        await Take(RegisterKind.Tasks, "n;libellé;temps\n1;Poser;110\n2;Visser;0,5", operation: "OP100");
        await Take(RegisterKind.Tasks, "n;libellé;temps (s)\n3;Contrôler;66", operation: "OP100");
        var sheet = await Find(RegisterKind.Tasks, "OP100");
        Assert.Equal([66m, 0.3m, 66m], sheet.Objects.Select(o => o.Number("Time")!.Value));
        var shown = SheetReading.Write(RegisterForm.Of(RegisterKind.Tasks).Columns, sheet.Rows, "fr", c => c.Key, (_, k) => k, sheet.Unit);
        Assert.Contains("3\tContrôler\t110\t", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_rows_are_told_cell_by_cell_and_the_good_ones_are_kept()
    {
        var read = (await Take(RegisterKind.Tasks, "n;libellé;temps (s);prédécesseurs\n1;Poser;62;\n2;Souffler;78;1\n2;Encore;5;\n3;Visser;x;\n4;Serrer;10;99\n5;Tourner;10;6\n6;Retourner;10;5\n7;Finir;4;2", operation: "OP100")).Read;
        Assert.Equal(
            [(3, "Code", SheetError.Twice, ""), (4, "Time", SheetError.NotANumber, ""), (5, "After", SheetError.NotKnown, "99"), (6, "After", SheetError.InACircle, "5 → 6 → 5"), (7, "After", SheetError.InACircle, "5 → 6 → 5")],
            read.Faults.Select(f => (f.Row, f.Column.Key, f.Error, f.Detail)));
        Assert.Equal(["1", "2", "7"], (await Find(RegisterKind.Tasks, "OP100")).Objects.Select(o => o["Code"]));
    }

    [Fact]
    public async Task What_a_row_names_in_another_table_must_be_there()
    {
        var refused = await Assert.ThrowsAsync<RefusalException>(() => Take(RegisterKind.Sectors, "code;libellé;site\nUSI;Usinage;NP"));
        Assert.Equal(PlantRefusal.NothingToTake, refused.Refusal);
        await Take(RegisterKind.Sites, "code;libellé\nNP;Nulle-Part");
        await Take(RegisterKind.Sectors, "code;libellé;site\nUSI;Usinage;NP");
        Assert.Equal("NP", Assert.Single((await Find(RegisterKind.Sectors)).Objects)["Site"]);
    }

    [Fact]
    public async Task A_whole_table_with_one_wrong_row_loses_none_of_the_rows_that_were_there()
    {
        await Take(RegisterKind.Sites, "code;libellé\nNP;Nulle-Part\nAI;Ailleurs");
        await Take(RegisterKind.Sites, "code;libellé\nNP;Usine\n;sans code", whole: true, version: (await Find(RegisterKind.Sites)).Version);
        Assert.Equal(["Usine", "Ailleurs"], (await Find(RegisterKind.Sites)).Objects.Select(o => o["Label"]));
    }

    [Fact]
    public async Task A_table_somebody_else_changed_meanwhile_is_not_written_over()
    {
        await Take(RegisterKind.Sites, "code;libellé\nNP;Nulle-Part");
        var seen = (await Find(RegisterKind.Sites)).Version;
        await Take(RegisterKind.Sites, "code;libellé\nNP;Usine");
        var refused = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Clean, (TakeRegister g) => g.Run(new(RegisterKind.Sites, TypedTable.Read("code;libellé\nNP;Perdu", "fr"), Whole: true, Version: seen), Stop)));
        Assert.Equal(PlantRefusal.ChangedMeanwhile, refused.Refusal);
    }

    [Fact]
    public async Task A_table_that_was_empty_when_it_was_seen_and_is_not_any_more_is_not_written_over()
    {
        await Take(RegisterKind.Sites, "code;libellé\nNP;Nulle-Part");
        var refused = await Assert.ThrowsAsync<RefusalException>(() => Take(RegisterKind.Sites, "code;libellé\nAI;Ailleurs", whole: true));
        Assert.Equal(PlantRefusal.ChangedMeanwhile, refused.Refusal);
        Assert.Equal("NP", Assert.Single((await Find(RegisterKind.Sites)).Objects)["Code"]);
    }

    [Fact]
    public async Task A_station_goes_only_with_a_whole_table_that_leaves_it_out_and_never_with_a_wrong_row()
    {
        await Take(RegisterKind.Stations, "poste;type\nROD1;rodeuse\nTCN3;tour");
        await Take(RegisterKind.Stations, "poste;type\nSC1;scie");
        Assert.Equal(3, (await Find(RegisterKind.Stations)).Objects.Count);
        await Take(RegisterKind.Stations, "poste;type\nROD1;rodeuse\nTCN3;", whole: true, version: (await Find(RegisterKind.Stations)).Version);
        Assert.Equal(["ROD1", "SC1", "TCN3"], await Codes());
        await Take(RegisterKind.Stations, "poste;type\nROD1;rodeuse", whole: true, version: (await Find(RegisterKind.Stations)).Version);
        Assert.Equal(["ROD1"], await Codes());

        async Task<IEnumerable<string>> Codes() => (await shop.By(shop.Clean, (Etabli.Application.Studies.Tallies.FloorKit.Reader r) => r.Find([], Stop))).Stations.Select(s => s.Code).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Ten_thousand_tasks_that_each_wait_for_themselves_are_all_told_in_one_pass()
    {
        var text = "n;libellé;temps;prédécesseurs\n" + string.Join('\n', Enumerable.Range(1, 10_000).Select(n => $"{n};Tâche;1;{n}"));
        var read = RegisterReading.Read(TypedTable.Read(text, "fr"), RegisterKind.Tasks, new Dictionary<RegisterKind, IReadOnlySet<string>>(), [], TimeUnit.Second);
        Assert.Equal(10_000, read.Faults.Count(f => f.Error == SheetError.InACircle));
        Assert.Empty(read.Rows);
    }

    [Fact]
    public async Task Holidays_are_added_once_and_a_day_said_before_stays_as_it_is()
    {
        await Take(RegisterKind.SpecialDays, "jour;nature;libellé\n25/05/2026;travaillé;Lundi de Pentecôte travaillé");
        Assert.Equal(10, await shop.By(shop.Clean, (AddHolidays g) => g.Run(new(2026), Stop)));
        Assert.Equal(0, await shop.By(shop.Clean, (AddHolidays g) => g.Run(new(2026), Stop)));
        await Take(RegisterKind.Shifts, "code;début;fin;arrêts (min);jours\nA;6:00;13h30;30;lundi à vendredi");
        var hours = await shop.By(shop.Clean, (PlantHours.Reader r) => r.Find(Stop));
        Assert.Equal(420, hours.Calendar.NetMinutes(new(2026, 5, 25)));
        Assert.False(hours.Calendar.IsWorked(new(2026, 5, 14)));
        await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Clean, (AddHolidays g) => g.Run(new(1999), Stop)));
    }

    [Fact]
    public async Task Nobody_without_a_keeper_s_role_changes_what_a_plant_is_made_of()
    {
        var refused = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.A03, (TakeRegister g) => g.Run(new(RegisterKind.Sites, TypedTable.Read("code\nNP", "fr")), Stop)));
        Assert.Equal(PeopleRefusal.NotAllowed, refused.Refusal);
        await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.A03, (SetTimeUnit g) => g.Run(new(TimeUnit.Tmu), Stop)));
        await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.A03, (AddHolidays g) => g.Run(new(2026), Stop)));
    }

    [Fact]
    public async Task Another_plant_sees_none_of_it()
    {
        await Take(RegisterKind.Sites, "code;libellé\nNP;Nulle-Part");
        Assert.Empty((await shop.By(shop.Stranger, (RegisterSheet.Reader r) => r.Find(RegisterKind.Sites, null, "", Stop))).Objects);
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (RegisterSheet.Reader r) => r.Find(RegisterKind.Tasks, family, "OP100", Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (TakeRegister g) => g.Run(new(RegisterKind.Tasks, TypedTable.Read("n;libellé;temps\n1;a;1", "fr"), family, "OP100"), Stop)));
    }

    [Fact]
    public void Noise_of_every_kind_is_read_without_an_exception()
    {
        var random = new Random(20_261_126);
        string[] bits = ["\t", ";", "\n", "\"", "=1+1", "NaN", "1e400", "\uD800", "é", "0,5", "-3", "99999999999999999999", "25:61", "1 → 2", "🧰", "\u0000"];
        for (var round = 0; round < 400; round++)
        {
            var noise = new StringBuilder();
            for (var i = random.Next(60); i > 0; i--)
            {
                noise.Append(bits[random.Next(bits.Length)]);
            }

            foreach (var form in Enum.GetValues<RegisterKind>().Select(RegisterForm.Of))
            {
                var text = string.Join('\t', form.Columns.Select(c => c.Headings[0])) + "\n" + noise;
                var read = RegisterReading.Read(TypedTable.Read(text, round % 2 == 0 ? "fr" : "en"), form.Kind, new Dictionary<RegisterKind, IReadOnlySet<string>>(), [], TimeUnit.Tmu);
                Assert.Equal(read.Rows.Count, read.Numbers.Count);
            }
        }
    }

    private static string Demo(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "demo", name));

    private Task<TakeRegister.Outcome> Take(RegisterKind kind, string text, string? from = null, string operation = "", bool whole = false, uint? version = null) =>
        shop.By(shop.Clean, (TakeRegister g) => g.Run(new(kind, TypedTable.Read(text, "fr"), operation.Length > 0 ? family : null, operation, From: from, Whole: whole, Version: version), Stop));

    private Task<RegisterSheet> Find(RegisterKind kind, string operation = "") => shop.By(shop.Clean, (RegisterSheet.Reader r) => r.Find(kind, operation.Length > 0 ? family : null, operation, Stop));
}

using System.Text.Json;
using Etabli.Methods.ValueStreams;

namespace Etabli.Methods.Tests.ValueStreams;

/// <summary>The current state of the demonstration factory, from its files, against the answers of its generator.</summary>
public sealed class DemoMapTests
{
    private static readonly JsonElement Answer = DemoFactory.Answers.GetProperty("vsm");

    private static readonly StreamReading Reading = Map().Read();

    [Fact]
    public void The_takt_is_525_seconds_for_840_minutes()
    {
        Assert.Equal(Answer.GetProperty("takt_s").GetDouble(), Reading.Takt.Time.TotalSeconds);
        Assert.Equal(Answer.GetProperty("temps_net_jour_min").GetDouble(), Reading.Takt.Available.TotalMinutes);
    }

    [Fact]
    public void Every_effective_cycle_is_found_and_only_honing_exceeds_the_takt()
    {
        var expected = Answer.GetProperty("cycle_effectif_s").EnumerateObject().ToList();
        Assert.Equal(expected.Select(e => e.Name).Order(StringComparer.Ordinal), Reading.Loads.Select(l => l.Code).Order(StringComparer.Ordinal));
        Assert.All(expected, e => Assert.Equal(e.Value.GetDouble(), Reading.Loads.Single(l => l.Code == e.Name).Cycle.Known.TotalSeconds, 0.0501));
        Assert.Equal(Answer.GetProperty("au_dessus_du_takt").EnumerateArray().Select(e => e.GetString()), Reading.Loads.Where(l => l.ExceedsTakt == true).Select(l => l.Code));
        Assert.Equal(["OP60"], Reading.Bottleneck!.Codes);
        Assert.Equal(94.3, Reading.Loads.Single(l => l.Code == "OP60").Capacity.Known, 0.05);
    }

    [Fact]
    public void Rods_take_33_75_days_barrels_32_5_and_rods_are_critical()
    {
        Assert.Equal(Answer.GetProperty("delai_branche_tige_j").GetDouble(), Branch("S00").LeadTime.Known, 1e-9);
        Assert.Equal(Answer.GetProperty("delai_branche_fut_j").GetDouble(), Branch("S50a").LeadTime.Known, 1e-9);
        Assert.Equal(Answer.GetProperty("delai_chemin_critique_j").GetDouble(), Reading.LeadTime.Known, 1e-9);
        Assert.Equal("S00", Reading.Critical!.Steps[0]);
        Assert.Equal(17.25, Branch("S99").LeadTime.Known, 1e-9);
    }

    [Fact]
    public void Barrels_are_worked_4_489_seconds_of_which_3_124_add_value()
    {
        Assert.Equal(Answer.GetProperty("temps_traitement_fut_montage_s").GetDouble(), Branch("S50a").ProcessingTime.Known.TotalSeconds);
        Assert.Equal(Answer.GetProperty("temps_va_fut_montage_s").GetDouble(), Branch("S50a").ValueAddedTime.Known.TotalSeconds);
        Assert.Equal(Answer.GetProperty("ratio_va_pct").GetDouble(), Branch("S50a").Efficiency.Known * 100, 0.00005);
    }

    [Fact]
    public void The_stocks_are_6_624_pieces_worth_359_592()
    {
        Assert.Equal(Answer.GetProperty("stock_total_pieces").GetInt64(), Reading.Stock.Pieces);
        Assert.Equal(Answer.GetProperty("stock_total_eur").GetDecimal(), Reading.Stock.Value.Known);
    }

    [Fact]
    public void Every_stock_lasts_the_days_its_file_says()
    {
        var high = Reading.Branches.SelectMany(b => b.Ladder).Where(s => s.IsHigh).DistinctBy(s => s.Step).ToDictionary(s => s.Step, s => s.Days!.Value);
        Assert.All(DemoFactory.Rows("04_stocks_vsm.csv"), r => Assert.Equal(DemoFactory.Number(r["jours"]), high[r["stock"]], 0.005));
    }

    private static StreamBranch Branch(string head) => Reading.Branches.Single(b => b.Steps[0] == head);

    private static ValueStream Map()
    {
        var shift = new WorkShift(TimeSpan.FromMinutes(450), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5));
        var assembly = TimeSpan.FromSeconds(DemoFactory.Rows("11_taches_montage.csv").Sum(r => DemoFactory.Number(r["temps_s"])));
        var steps = DemoFactory.Rows("02_operations.csv").Select(r => Operation(r, assembly)).Concat(DemoFactory.Rows("04_stocks_vsm.csv").Select(Stock));
        string[][] branches =
        [
            ["S00", "OP10", "S10", "OP20", "S20", "OP30", "S30", "OP40", "S40", "OP100"],
            ["S50a", "OP50", "S50", "OP60", "S60", "OP70", "S70", "OP80", "S80", "OP90", "S90", "OP100"],
            ["S99", "OP100"],
            ["OP100", "S100", "OP110", "S110", "OP120", "S120", "OP130", "S130"],
        ];
        return new(new(96, 1, shift.Net * 2), steps, branches.SelectMany(b => b.Zip(b.Skip(1), (from, to) => new StreamLink(from, to))));
    }

    private static StreamStep Operation(Dictionary<string, string> row, TimeSpan assembly)
    {
        if (row["sous_traite"] == "1")
        {
            // What is being chromed is counted as stock S30; the step itself adds no day.
            return new(row["op"], StreamStepKind.Outsourced) { Days = 0 };
        }

        // The line's six posts follow one another: one machine, whose cycle is the slowest post's.
        var isLine = row["op"] == "OP100";
        return new(row["op"], StreamStepKind.Process)
        {
            Box = new()
            {
                CycleTime = TimeSpan.FromSeconds(DemoFactory.Number(row["tc_unitaire_s"])),
                Changeover = TimeSpan.FromMinutes(DemoFactory.Number(row["temps_changement_min"])),
                Lot = (int)DemoFactory.Number(row["taille_lot"]),
                Availability = DemoFactory.Number(row["dispo_pct"]) / 100,
                Scrap = DemoFactory.Number(row["rebut_pct"]) / 100,
                Machines = isLine ? 1 : (int)DemoFactory.Number(row["nb_machines"]),
            },
            ProcessingTime = isLine ? assembly : null,
            ValueAddedTime = TimeSpan.FromSeconds(DemoFactory.Number(row["temps_va_s"])),
        };
    }

    private static StreamStep Stock(Dictionary<string, string> row) =>
        new(row["stock"], StreamStepKind.Stock) { Pieces = (long)DemoFactory.Number(row["quantite"]), UnitValue = (decimal)DemoFactory.Number(row["valeur_unitaire_eur"]) };
}

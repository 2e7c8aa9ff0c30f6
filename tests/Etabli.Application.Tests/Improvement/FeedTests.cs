using System.Globalization;
using Etabli.Application.Files;
using Etabli.Application.Improvement.Actions;
using Etabli.Application.Improvement.Indicators;
using Etabli.Application.Plant.Measures;
using Etabli.Application.Plant.Occurrences;
using Etabli.Application.Plant.Tables;
using Etabli.Improvement;
using Etabli.Improvement.Actions;
using Etabli.Improvement.Indicators;
using Etabli.People;
using PeopleRefusal = Etabli.People.Refusal;
using Refusal = Etabli.Improvement.Refusal;

namespace Etabli.Application.Tests.Improvement;

/// <summary>Series that fill themselves from the plant's own records, on a real PostgreSQL; every value counted again from the file.</summary>
public sealed class FeedTests : IAsyncLifetime
{
    private Workshop shop = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Demo => Path.Combine(AppContext.BaseDirectory, "demo");

    public async ValueTask InitializeAsync() => shop = await Workshop.Open(Stop);

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Theory]
    [InlineData(FeedFigure.Share, Frequency.Weekly)]
    [InlineData(FeedFigure.Mean, Frequency.Weekly)]
    [InlineData(FeedFigure.Sum, Frequency.Monthly)]
    [InlineData(FeedFigure.Count, Frequency.Monthly)]
    [InlineData(FeedFigure.Most, Frequency.Daily)]
    [InlineData(FeedFigure.Least, Frequency.Daily)]
    public async Task A_series_of_measures_says_of_each_period_what_the_file_says(FeedFigure figure, Frequency frequency)
    {
        var record = (await Take("15_production_poste.csv")).Table.Value;
        var id = await Add(frequency);
        await Follow(id, new(FeedKind.Measures) { Figure = figure, Record = record, Moment = 0, Value = 7, Over = 6, Only = 2, OnlyIs = "ROD1" });
        var expected = Lines("15_production_poste.csv").Where(c => c[2] == "ROD1").GroupBy(c => Indicator.PeriodOf(DateOnly.Parse(c[0], CultureInfo.InvariantCulture), frequency)).Where(g => g.Key < Indicator.PeriodOf(Today, frequency)).OrderBy(g => g.Key)
            .Select(g => (g.Key, Math.Round(Value(figure, [.. g]), 4)));
        Assert.Equal(expected, (await Series(id)).Select(p => (p.Period, p.Value)));

        static decimal Value(FeedFigure figure, List<string[]> rows) => figure switch
        {
            FeedFigure.Share => 100 * rows.Sum(Scrap) / rows.Sum(r => decimal.Parse(r[6], CultureInfo.InvariantCulture)),
            FeedFigure.Mean => rows.Average(Scrap),
            FeedFigure.Sum => rows.Sum(Scrap),
            FeedFigure.Count => rows.Count,
            FeedFigure.Most => rows.Max(Scrap),
            _ => rows.Min(Scrap),
        };

        static decimal Scrap(string[] row) => decimal.Parse(row[7], CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task What_arrives_fills_the_periods_that_are_over_corrects_those_that_say_otherwise_and_what_is_taken_back_corrects_them_again()
    {
        var first = await Text("jour;pièces\n2025-09-01;10\n2025-09-02;12\n2025-09-08;9", "pièces.csv");
        var id = await Add(Frequency.Weekly);
        Assert.Equal((2, 0), await Follow(id, new(FeedKind.Measures) { Figure = FeedFigure.Sum, Record = first.Table.Value, Moment = 0, Value = 1 }));
        var more = await Text("jour;pièces\n2025-09-03;5\n2025-09-15;7\n" + Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ";100", "suite.csv", first.Table);
        var sheet = await Sheet(id);
        Assert.Equal([(new DateOnly(2025, 9, 1), 27m), (new DateOnly(2025, 9, 8), 9m), (new DateOnly(2025, 9, 15), 7m)], sheet.Series.Select(p => (p.Period, p.Value)));
        var old = Assert.Single(sheet.Points, p => p.ReplacedAt is not null);
        Assert.Equal(22, old.Value);
        Assert.NotEmpty(sheet.Series[0].CorrectionReason!);

        // What was taken back corrects the week it spoke of; a week nothing speaks of any more keeps its last value.
        await shop.By(shop.Clean, (TakeBackMeasures g) => g.Run(new(more.Import!.Value), Stop));
        Assert.Equal([22m, 9m, 7m], (await Series(id)).Select(p => p.Value));

        // Nothing new changes nothing; without its source people record again, and what is there stays.
        Assert.Equal((0, 0), await shop.By(shop.Clean, (RefreshIndicator g) => g.Run(new(id), Stop)));
        await Follow(id, null);
        await Text("jour;pièces\n2025-09-22;4", "encore.csv", first.Table);
        Assert.Equal(3, (await Series(id)).Count);
        Assert.Equal(Refusal.FeedIncomplete, (await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Clean, (RefreshIndicator g) => g.Run(new(id), Stop)))).Refusal);
    }

    [Fact]
    public async Task Stops_and_scrap_of_a_station_make_the_series_of_its_weeks_without_a_hole()
    {
        var minutes = await Add(Frequency.Weekly);
        await Follow(minutes, new(FeedKind.StopMinutes) { Station = "ROD1" });
        Assert.Empty(await Series(minutes));
        await Events("16_arrets.csv");
        var stops = Lines("16_arrets.csv").Where(c => c[3] == "ROD1").GroupBy(c => IsoWeek.Of(DateOnly.Parse(c[1], CultureInfo.InvariantCulture)).Monday).ToDictionary(g => g.Key, g => g.Sum(c => decimal.Parse(c[5], CultureInfo.InvariantCulture)));
        var series = await Series(minutes);
        Assert.All(series, p => Assert.Equal(stops.GetValueOrDefault(p.Period), p.Value));
        Assert.Equal(20_445, stops.Values.Sum());
        Assert.Equal((series[^1].Period.DayNumber - series[0].Period.DayNumber) / 7 + 1, series.Count);
        var scrap = await Add(Frequency.Monthly);
        await Events("17_rebuts.csv");
        await Follow(scrap, new(FeedKind.ScrapPieces));
        Assert.Equal(Lines("17_rebuts.csv").Sum(c => decimal.Parse(c[4], CultureInfo.InvariantCulture)), (await Series(scrap)).Sum(p => p.Value));
    }

    [Fact]
    public async Task Late_and_closed_actions_are_those_of_the_end_of_each_period()
    {
        await shop.By(shop.Clean, (PlanAction g) => g.Run(new(shop.Vérins, null, "X0", "Filmer", "3 films", shop.Meth, Today.AddDays(3), PdcaStep.Plan), Stop));
        var (late, closed) = (await Add(Frequency.Daily), await Add(Frequency.Daily));
        shop.House.Clock.Advance(TimeSpan.FromDays(7));
        await Follow(late, new(FeedKind.LateActions));
        await Follow(closed, new(FeedKind.ClosedActions));
        Assert.Equal([0m, 0, 0, 0, 1, 1, 1], (await Series(late)).Select(p => p.Value));
        Assert.All(await Series(closed), p => Assert.Equal(0, p.Value));
    }

    [Fact]
    public async Task A_source_that_lacks_a_column_or_names_another_kind_is_refused_and_nobody_from_elsewhere_follows_one()
    {
        var record = (await Take("15_production_poste.csv")).Table.Value;
        var id = await Add(Frequency.Weekly);
        foreach (var wrong in new IndicatorFeed[]
        {
            new(FeedKind.Measures) { Figure = FeedFigure.Mean, Record = record, Moment = 0 }, new(FeedKind.Measures) { Figure = FeedFigure.Share, Record = record, Moment = 0, Value = 7 },
            new(FeedKind.Measures) { Figure = FeedFigure.Mean, Record = record, Moment = 2, Value = 7 }, new(FeedKind.Measures) { Figure = FeedFigure.Mean, Record = record, Moment = 0, Value = 2 },
            new(FeedKind.Measures) { Figure = FeedFigure.Mean, Record = record, Moment = 0, Value = 99 }, new(FeedKind.Measures) { Figure = FeedFigure.Mean, Record = Guid.NewGuid(), Moment = 0, Value = 7 },
        })
        {
            Assert.Equal(Refusal.FeedIncomplete, (await Assert.ThrowsAsync<RefusalException>(() => Follow(id, wrong))).Refusal);
        }

        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (FollowSource g) => g.Run(new(id, new(FeedKind.StopCount)), Stop)));
        Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Tutor, (FollowSource g) => g.Run(new(id, new(FeedKind.StopCount)), Stop)))).Refusal);
        Assert.Null((await Sheet(id)).Feed);
    }

    private DateOnly Today => DateOnly.FromDateTime(shop.House.Clock.GetUtcNow().UtcDateTime);

    private static IEnumerable<string[]> Lines(string file) => File.ReadAllLines(Path.Combine(Demo, file)).Skip(1).Select(l => l.Split(','));

    private Task<IndicatorId> Add(Frequency frequency) => shop.By(shop.Clean, (AddIndicator g) => g.Run(
        new(shop.Vérins, null, new(BoardLetter.Q, "Série", "Ce que dit la source", "Décider", "somme", "u", frequency, 10m, TargetDirection.AtMost, "atelier", shop.Meth, "")), Stop));

    private Task<(int New, int Corrected)> Follow(IndicatorId id, IndicatorFeed? feed) => shop.By(shop.Clean, (FollowSource g) => g.Run(new(id, feed), Stop));

    private Task<IndicatorSheet> Sheet(IndicatorId id) => shop.By(shop.Clean, (IndicatorSheet.Reader r) => r.Find(id, Stop));

    private async Task<IReadOnlyList<IndicatorSheet.Point>> Series(IndicatorId id) => (await Sheet(id)).Series;

    private async Task<TakeMeasures.Answer> Take(string file)
    {
        await using var bytes = File.OpenRead(Path.Combine(Demo, file));
        using var text = await TableFile.Open(bytes, file, "fr", new FileLimits(), Stop);
        return await shop.By(shop.Clean, (TakeMeasures g) => g.Run(new(text.Reader, text.Culture, file), Stop));
    }

    private Task<TakeMeasures.Answer> Text(string text, string from, Etabli.Plant.Measures.MeasureTableId? table = null) => shop.By(shop.Clean, (TakeMeasures g) => g.Run(new(new StringReader(text), "fr", from, table), Stop));

    private async Task Events(string file)
    {
        await using var bytes = File.OpenRead(Path.Combine(Demo, file));
        using var text = await TableFile.Open(bytes, file, "fr", new FileLimits(), Stop);
        await shop.By(shop.Clean, (TakeEvents g) => g.Run(new(text.Reader, text.Culture, file), Stop));
    }
}

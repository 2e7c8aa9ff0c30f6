using Etabli.Methods.Movements;

namespace Etabli.Methods.Tests.Movements;

public sealed class MovementStudyTests
{
    private static readonly Trip[] Setter = [new("setter", "ROD1", "tools", 14, 24), new("setter", "ROD1", "lab", 9, 48)];

    [Fact]
    public void A_setter_who_returns_14_and_9_times_walks_1_536_metres()
    {
        var study = MovementStudy.Of(Setter);
        Assert.Equal(1536, study.Total.Known);
        Assert.Equal([new ActorDistance("setter", 1536, 46)], study.Actors);
        Assert.Equal(new FromTo("lab", "ROD1", 9, 432), study.Between("lab", "ROD1"));
        Assert.Equal(new FromTo("lab", "tools", 0, 0), study.Between("lab", "tools"));
        Assert.Equal(["ROD1", "tools", "lab"], study.Places);
    }

    [Fact]
    public void A_one_way_trip_fills_one_cell_of_the_matrix()
    {
        var study = MovementStudy.Of([new Trip("carter", "dock", "rack", 4, 60, Returns: false)]);
        Assert.Equal(240, study.Total.Known);
        Assert.Equal([new FromTo("dock", "rack", 4, 240)], study.Cells);
    }

    [Fact]
    public void Nobody_walks_in_an_empty_study()
    {
        Assert.Equal(0, MovementStudy.Of([]).Total.Known);
        Assert.Empty(MovementStudy.Of([]).Cells);
    }

    [Fact]
    public void A_walk_is_as_long_as_its_bends()
    {
        Assert.Equal(11, Paths.Length([new(0, 0), new(3, 4), new(3, 10)], PlanScale.Metres));
        Assert.Equal(0, Paths.Length([new(3, 4)], PlanScale.Metres));
        Assert.Equal(0, Paths.Length([], PlanScale.Metres));
    }

    [Fact]
    public void Two_clicks_and_a_true_distance_give_the_scale()
    {
        Assert.Equal(0.2, PlanScale.Between(new(0, 0), new(30, 40), metres: 10).MetresPerUnit);
        Assert.Equal("b", Assert.Throws<ArgumentException>(() => PlanScale.Between(new(1, 1), new(1, 1), 10)).ParamName);
        Assert.Equal("metres", Assert.Throws<ArgumentOutOfRangeException>(() => PlanScale.Between(new(0, 0), new(1, 1), 0)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlanPoint(double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlanScale(double.PositiveInfinity));
    }

    [Fact]
    public void Aisles_are_never_shorter_than_the_crow_and_a_detour_never_shortens()
    {
        Assert.Equal(24, Paths.AlongAisles(new(24, 40), new(6, 34), PlanScale.Metres));
        var dice = new Random(40);
        for (var i = 0; i < 500; i++)
        {
            PlanPoint a = Point(dice), b = Point(dice), c = Point(dice);
            var straight = Paths.Length([a, b], PlanScale.Metres);
            Assert.True(Paths.AlongAisles(a, b, PlanScale.Metres) >= straight - 1e-9);
            Assert.True(Paths.Length([a, c, b], PlanScale.Metres) >= straight - 1e-9);
            Assert.Equal(straight, Paths.Length([b, a], PlanScale.Metres), 1e-9);
            Assert.Equal(straight * 0.2, Paths.Length([a, b], new(0.2)), 1e-9);
        }
    }

    [Fact]
    public void The_matrix_and_the_people_each_add_up_to_the_whole()
    {
        var dice = new Random(41);
        for (var i = 0; i < 300; i++)
        {
            var trips = Enumerable.Range(0, dice.Next(1, 20)).Select(_ => new Trip($"P{dice.Next(4)}", $"L{dice.Next(5)}", $"L{dice.Next(5)}", dice.Next(20), dice.Next(100), dice.Next(2) == 0)).ToList();
            var study = MovementStudy.Of(trips);
            Assert.Equal(study.Total.Known, study.Actors.Sum(a => a.Metres), 1e-9);
            Assert.Equal(study.Total.Known, study.Cells.Sum(c => c.Metres), 1e-9);
            Assert.Equal(study.Actors.Sum(a => a.Ways), study.Cells.Sum(c => c.Ways), 1e-9);
            Assert.Equal(study.Total.Known * 3, MovementStudy.Of(trips.Select(t => new Trip(t.Actor, t.From, t.To, t.PerShift * 3, t.Distance, t.Returns))).Total.Known, 1e-6);
            Assert.Equal(study, MovementStudy.Of([.. trips]));
        }
    }

    [Fact]
    public void A_trip_without_a_person_or_with_a_negative_number_is_refused()
    {
        Assert.Equal("Actor", Assert.Throws<ArgumentException>(() => new Trip("", "a", "b", 1, 1)).ParamName);
        Assert.Equal("PerShift", Assert.Throws<ArgumentOutOfRangeException>(() => new Trip("x", "a", "b", -1, 1)).ParamName);
        Assert.Equal("Distance", Assert.Throws<ArgumentOutOfRangeException>(() => new Trip("x", "a", "b", 1, double.NaN)).ParamName);
    }

    [Fact]
    public void The_factory_walks_7_230_metres_a_shift_of_which_its_setter_1_788()
    {
        var places = DemoFactory.Rows("07_implantation.csv").ToDictionary(r => r["lieu"], r => new PlanPoint(DemoFactory.Number(r["x_m"]), DemoFactory.Number(r["y_m"])));
        var rows = DemoFactory.Rows("08_deplacements.csv");
        var study = MovementStudy.Of(rows.Select(r => new Trip(r["acteur"], r["de"], r["vers"], DemoFactory.Number(r["allers_retours_par_equipe"]), Paths.AlongAisles(places[r["de"]], places[r["vers"]], PlanScale.Metres))));
        Assert.All(rows.Zip(study.Trips), p => Assert.Equal(DemoFactory.Number(p.First["distance_aller_m"]), p.Second.Distance));
        var answer = DemoFactory.Answers.GetProperty("spaghetti");
        Assert.Equal(answer.GetProperty("distance_equipe_m").GetDouble(), study.Total.Known);
        Assert.Equal(answer.GetProperty("regleur_rodage_m").GetDouble(), study.Actors.Single(a => a.Actor == "régleur rodage").Metres);
    }

    private static PlanPoint Point(Random dice) => new(dice.NextDouble() * 100, dice.NextDouble() * 100);
}

using System.Runtime.CompilerServices;

namespace Etabli.Cli.Tests;

/// <summary>Operation times from the terminal: solved is 0, wrong input is 2 with its place, a table that does not ship is 3.</summary>
public sealed class TimeVerbTests : IDisposable
{
    private const string French = "fr_FR.UTF-8";
    private const string English = "en_GB.UTF-8";
    private readonly string scratch = Directory.CreateTempSubdirectory("etabli-").FullName;

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    [Fact]
    public async Task The_post_P3_is_allowed_464_seconds_and_the_value_left_out_says_why()
    {
        string[] asked = ["time", "study", Demo("12_chrono_P3.csv"), "--unit", "cmin", "--allowance", "11", "--routing", "445"];
        var told = await Terminal.Run(null, French, asked);
        Assert.Equal((0, ""), (told.Code, told.Complained));
        Assert.Contains("464,0 s", Bare(told.Said), StringComparison.Ordinal);
        Assert.Contains("c, cycle 7 écarté : joint pincé", Bare(told.Said), StringComparison.Ordinal);
        var said = (await Terminal.Run(null, English, [.. asked, "--json"])).Json;
        Assert.Equal(464.0, said.GetProperty("standardTime").GetProperty("value").GetDouble(), 0.05);
        Assert.Equal("TS = TN·(1 + CR)", said.GetProperty("standardTime").GetProperty("because").GetProperty("formula").GetString());
        Assert.Equal([6, 7, 5, 8, 7], said.GetProperty("elements").EnumerateArray().Select(e => e.GetProperty("neededByTextbook").GetProperty("value").GetInt32()));
    }

    [Fact]
    public async Task A_share_of_the_shift_allows_more_than_the_same_share_of_the_work()
    {
        async Task<double> Allowed(string of) => (await Terminal.Run(null, French, "time", "study", Demo("12_chrono_P3.csv"), "--allowance", "11", "--of", of, "--json")).Json.GetProperty("standardTime").GetProperty("value").GetDouble();
        Assert.Equal(696.73 * 0.6 / 0.89, await Allowed("shift"), 0.05);
        Assert.Equal(696.73 * 0.6 * 1.11, await Allowed("work"), 0.05);
    }

    [Fact]
    public async Task A_value_nobody_leaves_out_is_named_and_counts()
    {
        var file = Path.Combine(scratch, "chrono.csv");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(Demo("12_chrono_P3.csv"), TestContext.Current.CancellationToken)).Replace("à exclure", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var said = (await Terminal.Run(null, French, "time", "study", file, "--json")).Json;
        var suspect = Assert.Single(said.GetProperty("suspects").EnumerateArray());
        Assert.Equal(("c", 7), (suspect.GetProperty("element").GetString(), suspect.GetProperty("cycle").GetInt32()));
        Assert.Equal(12, said.GetProperty("elements")[2].GetProperty("counted").GetInt32());
    }

    [Fact]
    public async Task A_sequence_is_170_TMU_and_a_bad_one_says_where_and_how_to_mend_it()
    {
        var told = await Terminal.Run(null, French, "most", "A6 B6 G1 A1 B0 P3 A0");
        Assert.Equal((0, ""), (told.Code, told.Complained));
        Assert.Contains("170 TMU = 6,12 s", Bare(told.Said), StringComparison.Ordinal);
        var said = (await Terminal.Run(null, French, "most", "A6 B6 G1 A1 B0 P3 A0", "--json")).Json;
        Assert.Equal((170, 6.12, true), (said.GetProperty("tmu").GetDouble(), said.GetProperty("seconds").GetDouble(), said.GetProperty("verified").GetBoolean()));
        var wrong = await Terminal.Run(null, English, "most", "A6 B6 G2 A1 B0 P3 A0");
        Assert.Equal(2, wrong.Code);
        Assert.Contains("place 7, “G2” is not a value of the table; expected: G1 or G3", wrong.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_gestures_is_timed_and_a_card_that_does_not_ship_is_refused_until_it_is_brought()
    {
        var (gestures, card) = (Path.Combine(scratch, "gestes.csv"), Path.Combine(scratch, "uas.csv"));
        await File.WriteAllTextAsync(gestures, "geste;main;séquence;fréquence;moment\nPrendre;g;R10B G1A;1;1\nTenir;d;R4A G1A;1;1\nTourner;;T90S;3;\n", TestContext.Current.CancellationToken);
        var said = (await Terminal.Run(null, French, "mtm", gestures, "--json")).Json;
        Assert.Equal(13.5 + 3 * 5.4, said.GetProperty("tmu").GetDouble(), 1e-9);
        Assert.Equal("mtm-1-inches", said.GetProperty("table").GetProperty("code").GetString());
        var refused = await Terminal.Run(null, French, "mtm", gestures, "--table", "uas");
        Assert.Equal(3, refused.Code);
        await File.WriteAllTextAsync(card, "code;tmu\nR10B;10\nG1A;2,5\nR4A;1\nT90S;4\n", TestContext.Current.CancellationToken);
        Assert.Equal(24.5, (await Terminal.Run(null, French, "mtm", gestures, "--table", card, "--json")).Json.GetProperty("tmu").GetDouble());
        await File.WriteAllTextAsync(card, "code;tmu\nR10B;dix\n", TestContext.Current.CancellationToken);
        Assert.Equal(2, (await Terminal.Run(null, French, "mtm", gestures, "--table", card)).Code);
    }

    private static string Bare(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static string Demo(string name, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../data/demo/csv", name));
}

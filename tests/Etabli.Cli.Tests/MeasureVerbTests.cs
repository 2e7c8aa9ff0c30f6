using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Etabli.Cli.Tests;

/// <summary>The methods from the terminal: the demonstration's numbers, each with where it comes from; what cannot be is said in the reader's words.</summary>
public sealed class MeasureVerbTests : IDisposable
{
    private const string French = "fr_FR.UTF-8";
    private const string English = "en_GB.UTF-8";
    private static readonly string[] Bore = [Demo("18_spc_alesage.csv"), "--column", "ecart_um"];
    private readonly string scratch = Directory.CreateTempSubdirectory("etabli-").FullName;

    public void Dispose() => Directory.Delete(scratch, recursive: true);

    [Fact]
    public async Task The_bore_of_the_demonstration_goes_out_when_its_stones_are_worn()
    {
        var told = await Terminal.Run(null, French, ["spc", "xbar-r", .. Bore, "--subgroup", "5"]);
        Assert.Equal((0, ""), (told.Code, told.Complained));
        Assert.Contains("21,3425", told.Said, StringComparison.Ordinal);
        Assert.Contains("règle 1, hors limites : points 53, 56, 59, 60", Bare(told.Said), StringComparison.Ordinal);

        var said = (await Terminal.Run(null, English, ["spc", "xbar-r", .. Bore, "--by", "sous_groupe", "--rules", "nelson", "--since", "59", "--json"])).Json;
        var (means, ranges) = (said.GetProperty("charts")[0], said.GetProperty("charts")[1]);
        Assert.Equal(21.3425, Value(means, "centre"), 1e-4);
        Assert.Equal(14.7375, Value(ranges, "centre"), 1e-4);
        Assert.Equal([12.842, 29.843], [Value(means, "lower"), Value(means, "upper")], (a, b) => Math.Abs(a - b) < 0.005);
        Assert.Equal([53, 56, 59, 60], Numbers(means.GetProperty("beyondLimits")));
        Assert.Equal([5, 117], Numbers(ranges.GetProperty("beyondLimits")));
        Assert.Equal(53, said.GetProperty("change").GetProperty("firstAfter").GetInt32());
        Assert.Equal(128, means.GetProperty("points").GetArrayLength());
        var sigma = means.GetProperty("upper").GetProperty("because").GetProperty("terms").EnumerateArray().Single(t => t.GetProperty("symbol").GetString() == "σ");
        Assert.Equal("σ = R̄ / d2", sigma.GetProperty("from").GetProperty("formula").GetString());
        Assert.Contains("ISO 7870-2", sigma.GetProperty("from").GetProperty("source").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_reads_the_same_numbers_whatever_the_language()
    {
        string[] asked = ["test", "anova", .. Bore, "--group", "equipe", "--json"];
        Assert.Equal((await Terminal.Run(null, French, asked)).Said, (await Terminal.Run(null, English, asked)).Said);
    }

    [Fact]
    public async Task A_point_is_left_out_with_its_reason_and_the_others_keep_their_numbers()
    {
        string[] asked = ["spc", "xbar-r", .. Bore, "--subgroup", "5", "--exclude", "5:pièce tombée", "--exclude", "117:jauge"];
        var told = await Terminal.Run(null, French, asked);
        Assert.Contains("Point 5 exclu des limites : pièce tombée", Bare(told.Said), StringComparison.Ordinal);
        var said = (await Terminal.Run(null, French, [.. asked, "--json"])).Json.GetProperty("charts")[1];
        Assert.Equal([39], Numbers(said.GetProperty("beyondLimits")));
        Assert.Equal("jauge", said.GetProperty("points")[116].GetProperty("excluded").GetString());
    }

    [Fact]
    public async Task A_process_out_of_control_has_a_performance_and_no_capability()
    {
        string[] asked = ["capability", .. Bore, "--subgroup", "5", "--lower", "0", "--upper", "39"];
        var told = await Terminal.Run(null, French, asked);
        Assert.Equal(3, told.Code);
        Assert.Contains("Capabilité refusée : le procédé est hors contrôle", Bare(told.Complained), StringComparison.Ordinal);
        Assert.Contains("0,847086", told.Said, StringComparison.Ordinal);
        var refused = await Terminal.Run(null, English, [.. asked, "--json"]);
        Assert.Equal(3, refused.Code);
        Assert.Equal(JsonValueKind.Null, refused.Json.GetProperty("capability").GetProperty("cpk").GetProperty("index").GetProperty("value").ValueKind);
        Assert.Equal(0.935, Value(refused.Json.GetProperty("performance").GetProperty("pp"), "index"), 5e-4);
        Assert.Equal("unstable", refused.Json.GetProperty("stability").GetProperty("state").GetString());
        foreach (var method in new[] { "percentile", "johnson" })
        {
            var other = await Terminal.Run(null, French, [.. asked, "--method", method, "--json"]);
            Assert.Equal(0, other.Code);
            Assert.InRange(Value(other.Json.GetProperty("performance"), "ppk"), 0.6, 1.1);
        }
    }

    [Fact]
    public async Task A_steady_process_has_its_capability()
    {
        var file = Written("stable.csv", "mesure\n" + string.Join('\n', Enumerable.Range(0, 60).Select(i => (10 + (i * 37 % 11 - 5) / 10m).ToString(CultureInfo.GetCultureInfo("fr")))));
        var told = await Terminal.Run(null, French, "capability", file, "--lower", "8,5", "--upper", "11,5");
        Assert.Equal((0, ""), (told.Code, told.Complained));
        Assert.Contains("Cpk", told.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gauge_of_the_demonstration_takes_a_fifth_of_the_study()
    {
        string[] asked = ["gauge", Demo("19_r_et_r.csv"), "--part", "PIÈCE", "--operator", "opérateur", "--value", "ecart_um", "--tolerance", "39"];
        var said = (await Terminal.Run(null, French, [.. asked, "--json"])).Json;
        Assert.Equal(0.1859, Value(said, "gaugeShare"), 5e-5);
        Assert.Equal(7, Value(said, "distinctCategories"));
        Assert.True(said.GetProperty("isPooled").GetBoolean());
        Assert.Equal(0.19, said.GetProperty("components").GetProperty("gauge").GetProperty("toleranceShare").GetDouble(), 5e-4);
        Assert.Contains("18,59 %", Bare((await Terminal.Run(null, French, asked)).Said), StringComparison.Ordinal);
        Assert.Contains("R&R", (await Terminal.Run(null, English, [.. asked, "--method", "ranges", "--k", "5.15"])).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bottleneck_of_the_demonstration_loses_half_of_its_time()
    {
        string[] asked = ["trs", Demo("15_production_poste.csv"), "--stops", Demo("16_arrets.csv")];
        var said = (await Terminal.Run(null, French, [.. asked, "--json"])).Json;
        var lathe = said.GetProperty("machines").EnumerateArray().Single(m => m.GetProperty("name").GetString() == "ROD1");
        Assert.Equal([0.5651, 0.6197, 0.9493, 0.9606], [Value(lathe, "trs"), Value(lathe, "availability"), Value(lathe, "performance"), Value(lathe, "quality")], (a, b) => Math.Abs(a - b) < 5e-5);
        Assert.Equal(1110.5 * 60, Value(lathe.GetProperty("reliability"), "meanTimeBetween"), 3);
        Assert.Equal("NF E60-182", lathe.GetProperty("trs").GetProperty("because").GetProperty("source").GetString()!.Split(", ")[1]);
        Assert.Contains("56,51 %", Bare((await Terminal.Run(null, French, asked)).Said), StringComparison.Ordinal);

        var outside = (await Terminal.Run(null, French, [.. asked, "--machine", "rod1", "--changeover", "outside", "--json"])).Json.GetProperty("machines");
        Assert.Equal(0.6891, Value(Assert.Single(outside.EnumerateArray()), "trs"), 5e-5);
        var scrap = (await Terminal.Run(null, French, [.. asked, "--machine", "ROD1", "--scrap", Demo("17_rebuts.csv"), "--json"])).Json.GetProperty("machines")[0];
        Assert.Equal(0.5651, Value(scrap, "trs"), 5e-5);
        var alone = (await Terminal.Run(null, French, "trs", Demo("15_production_poste.csv"), "--machine", "ROD1", "--json")).Json.GetProperty("machines")[0];
        Assert.Equal(0.5651, Value(alone, "trs"), 5e-5);
    }

    [Theory]
    [InlineData("spc xbar-s 18 --column ecart_um --subgroup 5 --pooled")]
    [InlineData("spc imr 18 --column ecart_um --rules western-electric --reference 100")]
    [InlineData("spc moving-average 18 --column ecart_um --span 4")]
    [InlineData("spc ewma 18 --column ecart_um --subgroup 5 --weight 0,1")]
    [InlineData("spc cusum 18 --column ecart_um --subgroup 5 --decision 4 --head-start 2 --restart")]
    [InlineData("spc p 15 --column rebuts --size quantite --standardised")]
    [InlineData("spc np 15 --column rebuts --subgroup 100")]
    [InlineData("spc c 15 --column rebuts")]
    [InlineData("spc u 15 --column rebuts --size quantite")]
    [InlineData("spc t2 15 --column quantite --column bonnes --false-alarm 0.01")]
    [InlineData("spc rules 18 --column ecart_um --centre 21,3 --sigma 6,9 --rules nelson")]
    [InlineData("spc arl shewhart --shift 1 --subgroup 5")]
    [InlineData("spc arl shewhart --rules western-electric")]
    [InlineData("spc arl ewma --weight 0,1 --sigmas 2,814")]
    [InlineData("spc arl cusum --allowance 0.5 --decision 5")]
    [InlineData("describe 18 --column ecart_um --group equipe")]
    [InlineData("fit 18 --column ecart_um --families normal,empirical --seed 7 --replications 19")]
    [InlineData("test t 18 --column ecart_um --mean 20 --alternative greater")]
    [InlineData("test t 18 --column ecart_um --group equipe")]
    [InlineData("test welch 18 --column ecart_um --group equipe --difference 1")]
    [InlineData("test f 18 --column ecart_um --group equipe")]
    [InlineData("test mann-whitney 18 --column ecart_um --group equipe")]
    [InlineData("test paired 15 --column quantite --column bonnes")]
    [InlineData("test wilcoxon 15 --column quantite --column bonnes")]
    [InlineData("test levene 18 --column ecart_um --group equipe --centre mean")]
    [InlineData("test bartlett 18 --column ecart_um --group equipe")]
    [InlineData("test anova 15 --column quantite --group poste")]
    [InlineData("test two-way 15 --column quantite --group poste --group equipe")]
    [InlineData("test chi2 16 --row equipe --column classe")]
    [InlineData("test proportions 16 --column type --success panne --group equipe")]
    [InlineData("test proportions 16 --column type --success panne --share 0,1")]
    [InlineData("test normality 18 --column ecart_um")]
    [InlineData("test grubbs 18 --column ecart_um")]
    [InlineData("test trend 18 --column ecart_um")]
    [InlineData("regress 15 --y bonnes --x quantite --x arrets_min")]
    [InlineData("regress 15 --y bonnes --x quantite --degree 2")]
    [InlineData("pareto 16 --cause cause --weight duree_min --keep 4")]
    [InlineData("sample-size mean --deviation 6,3 --margin 0.5")]
    [InlineData("sample-size proportion --margin 0,03")]
    [InlineData("sample-size t --difference 1 --deviation 2 --power 0,9")]
    [InlineData("sample-size proportions --first 0,02 --second 0,05")]
    [InlineData("sample-size deviation --ratio 1,5")]
    public async Task Each_verb_answers_a_reader_in_both_languages_and_a_script_in_one(string line)
    {
        string[] asked = [.. line.Split(' ').Select(w => w switch { "15" => Demo("15_production_poste.csv"), "16" => Demo("16_arrets.csv"), "18" => Demo("18_spc_alesage.csv"), _ => w })];
        var french = await Terminal.Run(null, French, asked);
        Assert.Equal((0, ""), (french.Code, french.Complained));
        Assert.NotEmpty(french.Said);
        Assert.DoesNotContain("NaN", french.Said, StringComparison.Ordinal);
        var english = await Terminal.Run(null, English, [.. asked, "--json"]);
        Assert.Equal(0, english.Code);
        Assert.All(Keys(english.Json), k => Assert.Matches("^[a-z][A-Za-z0-9]*$", k));
        Assert.Contains(asked[0] is "pareto" or "fit" ? "\"" : "\"source\"", english.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("describe {vide}", 2, "ne contient aucune valeur")]
    [InlineData("describe {texte}", 2, "Ligne 3, colonne « mesure » : « abc » n’est pas un nombre.")]
    [InlineData("describe {nan}", 2, "Ligne 3, colonne « mesure » : « NaN » n’est pas un nombre fini.")]
    [InlineData("describe nulle-part.csv", 2, "n’existe pas")]
    [InlineData("describe {deux} --column c", 2, "n’a pas de colonne « c » ; ses colonnes : a, b.")]
    [InlineData("describe {deux}", 2, "a plusieurs colonnes")]
    [InlineData("describe {dix} --confidence 2", 2, "--confidence attend un nombre entre 0 et 1")]
    [InlineData("describe {dix} --confidence beaucoup", 2, "--confidence attend un nombre")]
    [InlineData("spc imr {un}", 2, "Il y a 1 valeur(s) ; il en faut au moins 2.")]
    [InlineData("spc xbar-r {dix}", 2, "Cette carte demande des sous-groupes")]
    [InlineData("spc xbar-r {dix} --subgroup 1", 2, "Le sous-groupe 1 n’a qu’une valeur")]
    [InlineData("spc xbar-r {dix} --subgroup 3", 2, "10 valeurs ne font pas un nombre entier de sous-groupes de 3.")]
    [InlineData("spc xbar-r {dix} --subgroup 5 --exclude 3", 2, "une exclusion s’écrit NUMÉRO:raison")]
    [InlineData("spc xbar-r {dix} --subgroup 5 --exclude 1:a --exclude 2:b", 2, "Tous les points sont exclus")]
    [InlineData("spc xbar-r {dix} --subgroup 5 --reference 3", 2, "La référence est de 3 points ; il y en a 2.")]
    [InlineData("spc imr {dix} --sigma 2", 2, "demandent --centre et --sigma")]
    [InlineData("spc rules {dix}", 2, "demandent --centre et --sigma")]
    [InlineData("spc imr {dix} --since 40", 2, "Il n’y a pas de point 40")]
    [InlineData("spc cusum {egal}", 3, "Toutes les valeurs sont égales")]
    [InlineData("spc p {dix} --subgroup 2", 2, "n’est pas un nombre entier")]
    [InlineData("spc p {deux} --column a", 2, "demande la taille des échantillons")]
    [InlineData("spc p {deux} --column b --size a", 2, "non-conformes pour")]
    [InlineData("spc np {deux} --column a --size b", 2, "de tailles différentes")]
    [InlineData("spc t2 {deux} --column a", 2, "Deux colonnes sont demandées")]
    [InlineData("capability {dix} --lower 10 --upper 0", 2, "La tolérance est à l’envers : 10 n’est pas sous 0.")]
    [InlineData("capability {dix}", 2, "Donnez une limite de tolérance")]
    [InlineData("capability {dix} --lower 0 --target -1", 2, "hors de la tolérance")]
    [InlineData("capability {egal} --lower 0", 3, "Toutes les valeurs sont égales")]
    [InlineData("capability {dix} --lower 0 --method johnson", 2, "il en faut au moins 30")]
    [InlineData("capability {moins} --lower 0 --method box-cox", 2, "veut des valeurs supérieures à 0")]
    [InlineData("gauge {deux} --part a --operator b --value a", 2, "mesure(s) par")]
    [InlineData("trs {deux}", 2, "n’a pas de colonne « poste »")]
    [InlineData("test t {dix}", 2, "Donnez une colonne par échantillon")]
    [InlineData("test t {egal} --mean 3", 3, "Aucun résultat")]
    [InlineData("test normality {egal}", 3, "Aucun résultat : les valeurs ne varient pas.")]
    [InlineData("test normality {un}", 2, "il en faut au moins")]
    [InlineData("test grubbs {egal}", 3, "Aucun résultat")]
    [InlineData("test two-way {deux} --column a --group b", 2, "Deux facteurs différents")]
    [InlineData("regress {deux} --y a --x b --degree 30", 2, "--degree va de 1 à 20")]
    [InlineData("regress {deux} --y a", 2, "Donnez de 1 à")]
    [InlineData("fit {dix} --families loi", 2, "Aucune loi ne s’appelle « loi »")]
    [InlineData("pareto {deux} --cause a --weight c", 2, "n’a pas de colonne « c »")]
    [InlineData("sample-size mean --deviation -1 --margin 1", 2, "--deviation attend un nombre supérieur à 0")]
    [InlineData("sample-size deviation --ratio 0,5", 2, "La méthode refuse")]
    [InlineData("spc arl ewma --weight 2", 2, "--weight attend")]
    public async Task What_cannot_be_is_said_in_french_without_a_stack(string line, int code, string sentence)
    {
        var files = new Dictionary<string, string>
        {
            ["vide"] = "mesure\n",
            ["texte"] = "mesure\n1\nabc\n",
            ["nan"] = "mesure\n1\nNaN\n",
            ["un"] = "mesure\n1\n",
            ["dix"] = "mesure\n1,5\n2\n3\n4\n5\n6\n7\n8\n9\n10\n",
            ["egal"] = "mesure\n" + string.Concat(Enumerable.Repeat("3\n", 12)),
            ["moins"] = "mesure\n1\n-2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n",
            ["deux"] = "a;b\n1;2\n2;4\n3;7\n1;3\n",
        };
        var asked = line.Split(' ').Select(w => w.StartsWith('{') ? Written(w.Trim('{', '}') + ".csv", files[w.Trim('{', '}')]) : w).ToArray();
        var told = await Terminal.Run(null, French, asked);
        Assert.Equal(code, told.Code);
        Assert.Contains(sentence, Bare(told.Complained), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told.Complained, StringComparison.Ordinal);
        if (code == 3)
        {
            var json = await Terminal.Run(null, English, [.. asked, "--json"]);
            Assert.Equal(code, json.Code);
            Assert.Equal(JsonValueKind.Object, json.Json.ValueKind);
        }
    }

    [Fact]
    public async Task A_wrong_cell_is_told_to_a_script_with_its_place()
    {
        var told = await Terminal.Run(null, English, "describe", Written("t.csv", "n;mesure\n1;2\n2;x\n"), "--column", "mesure", "--json");
        Assert.Equal(2, told.Code);
        Assert.Equal(("notANumber", 3, "mesure", "x"), (told.Json.GetProperty("error").GetString(), told.Json.GetProperty("line").GetInt32(), told.Json.GetProperty("column").GetString(), told.Json.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_hole_is_refused_unless_it_is_asked_to_be_left_out()
    {
        var file = Written("trou.csv", "n;mesure\n1;2\n2;\n3;4\n");
        Assert.Contains("la cellule est vide", (await Terminal.Run(null, French, "describe", file, "--column", "mesure")).Complained, StringComparison.Ordinal);
        Assert.Equal(2, (await Terminal.Run(null, French, "describe", file, "--column", "mesure", "--skip-empty", "--json")).Json.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_million_values_are_described_as_they_come()
    {
        var file = Path.Combine(scratch, "long.csv");
        await using (var text = new StreamWriter(file, false, Encoding.ASCII))
        {
            await text.WriteAsync("x\n");
            for (var i = 0; i < 1_200_000; i++)
            {
                await text.WriteAsync(i % 2 == 0 ? "1000000000,5\n" : "1000000001,5\n");
            }
        }

        var said = (await Terminal.Run(null, French, "describe", file, "--json")).Json;
        Assert.Equal(1_200_000, said.GetProperty("count").GetInt32());
        Assert.Equal(1_000_000_001, Value(said, "mean"));
        Assert.Equal(0.25 * 1_200_000 / 1_199_999, Value(said, "variance"), 1e-15);
        Assert.Equal(JsonValueKind.Null, said.GetProperty("box").ValueKind);
    }

    private static double Value(JsonElement of, string name) => of.GetProperty(name).GetProperty("value").GetDouble();

    private static IEnumerable<int> Numbers(JsonElement list) => list.EnumerateArray().Select(n => n.GetInt32());

    private static IEnumerable<string> Keys(JsonElement of) => of.ValueKind switch
    {
        JsonValueKind.Object => of.EnumerateObject().SelectMany(p => Keys(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => of.EnumerateArray().SelectMany(Keys),
        _ => [],
    };

    private static string Bare(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private string Written(string name, string text)
    {
        var file = Path.Combine(scratch, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static string Demo(string name, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../data/demo/csv", name));
}

using System.Runtime.CompilerServices;
using Etabli.Application.Hosting;
using Etabli.TestHouse;

namespace Etabli.Cli.Tests;

public sealed class CommandLineTests : IAsyncLifetime
{
    private const string French = "fr_FR.UTF-8";
    private const string English = "en_GB.UTF-8";
    private readonly string scratch = Directory.CreateTempSubdirectory("etabli-").FullName;
    private StorehouseSettings house = null!;

    public async ValueTask InitializeAsync() => house = await House.NewDatabase($"c_{Guid.NewGuid():N}", TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(scratch, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_sound_standard_is_told_in_the_readers_language()
    {
        var french = await Terminal.Run(null, French, "standard", "check", Standard("coordonnateur-lean-amelioration-continue.json"));
        Assert.Equal(0, french.Code);
        Assert.Contains("9 compétences", french.Said, StringComparison.Ordinal);
        var english = await Terminal.Run(null, English, "standard", "check", Standard("coordonnateur-lean-amelioration-continue.json"));
        Assert.Contains("9 competences", english.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_standard_is_told_fault_by_fault_with_its_place()
    {
        var broken = Path.Combine(scratch, "abîmé.json");
        var text = await File.ReadAllTextAsync(Standard("coordonnateur-lean-amelioration-continue.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(broken, text.Replace("\"schemaVersion\"", "\"schemaVersoin\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var told = await Terminal.Run(null, French, "standard", "check", broken, "--json");
        Assert.Equal(2, told.Code);
        Assert.False(told.Json.GetProperty("ok").GetBoolean());
        Assert.Contains(told.Json.GetProperty("faults").EnumerateArray(), f => f.GetProperty("path").GetString() == "$" && f.GetProperty("detail").GetString() == "schemaVersion");
    }

    [Theory]
    [InlineData("standard", "check", "nulle-part.json")]
    [InlineData("standard", "check")]
    [InlineData("balance")]
    public async Task A_wrong_command_ends_with_2(params string[] arguments)
    {
        var told = await Terminal.Run(null, French, arguments);
        Assert.Equal(2, told.Code);
        Assert.NotEmpty(told.Complained);
    }

    [Fact]
    public async Task A_demonstration_is_made_saved_and_put_back_from_the_terminal()
    {
        Assert.Equal(0, (await Terminal.Run(house, French, "demo", "reset")).Code);
        var proof = await Terminal.Run(house, French, "journal", "verify", "--json");
        Assert.True(proof.Json.GetProperty("holds").GetBoolean());

        var folder = Path.Combine(scratch, "sauvegarde");
        var saved = await Terminal.Run(house, French, "backup", folder, "--json");
        Assert.Equal(0, saved.Code);
        Assert.True(saved.Json.GetProperty("rows").GetInt64() > 100);

        var twice = await Terminal.Run(house, English, "backup", folder);
        Assert.Equal(3, twice.Code);
        Assert.Contains("never overwrites", twice.Complained, StringComparison.Ordinal);

        var guarded = await Terminal.Run(house, French, "restore", folder);
        Assert.Equal(3, guarded.Code);
        Assert.Contains("--replace", guarded.Complained, StringComparison.Ordinal);

        var back = await Terminal.Run(house, French, "restore", folder, "--replace", "--json");
        Assert.Equal(0, back.Code);
        Assert.Equal(saved.Json.GetProperty("rows").GetInt64(), back.Json.GetProperty("rows").GetInt64());
    }

    [Fact]
    public async Task A_standard_is_imported_on_behalf_of_somebody_who_may()
    {
        Assert.Equal(0, (await Terminal.Run(house, French, "demo", "reset")).Code);
        string[] order = ["standard", "import", Standard("coordonnateur-lean-amelioration-continue.json"), "--as-version", "9.9", "--as"];
        var imported = await Terminal.Run(house, French, [.. order, "res@demo.example", "--json"]);
        Assert.True(imported.Code == 0, imported.Complained + imported.Said);
        Assert.True(imported.Json.GetProperty("ok").GetBoolean());

        var candidate = await Terminal.Run(house, French, [.. order, "clean@demo.example"]);
        Assert.Equal(3, candidate.Code);
        var nobody = await Terminal.Run(house, French, [.. order, "personne@demo.example"]);
        Assert.Equal(2, nobody.Code);
        Assert.Contains("personne@demo.example", nobody.Complained, StringComparison.Ordinal);

        var foreign = await Terminal.Run(house, French, "dossier", "show", Guid.NewGuid().ToString(), "--as", "uimm@demo.example", "--json");
        Assert.Equal(2, foreign.Code);
        Assert.Equal("not-found", foreign.Json.GetProperty("error").GetString());
    }

    [Fact]
    public async Task An_empty_house_is_founded_and_gives_the_link_of_its_first_administrator()
    {
        string[] order = ["found", "--kind", "ExamCentre", "--name", "UIMM territoriale", "--email", "ulysse@centre.example", "--first", "Ulysse", "--last", "Marchand", "--url", "https://etabli.example"];
        var told = await Terminal.Run(house, French, [.. order, "--json"]);
        Assert.True(told.Code == 0, told.Complained);
        Assert.Matches("^https://etabli.example/invitations/[A-Za-z0-9_-]{43}$", told.Json.GetProperty("link").GetString()!);
        Assert.Equal(3, (await Terminal.Run(house, French, [.. order.Select(w => w == "ulysse@centre.example" ? "personne" : w)])).Code);
        Assert.Equal(2, (await Terminal.Run(house, French, [.. order.Select(w => w == "UIMM territoriale" ? " " : w)])).Code);
    }

    [Fact]
    public async Task A_database_that_cannot_be_had_is_told_without_a_stack()
    {
        var told = await Terminal.Run(new StorehouseSettings(scratch, "Host=/nulle-part;Username=x;Database=x"), French, "journal", "verify");
        Assert.Equal(3, told.Code);
        Assert.DoesNotContain("   at ", told.Complained, StringComparison.Ordinal);
    }

    private static string Standard(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../data/referentiels", name));
}

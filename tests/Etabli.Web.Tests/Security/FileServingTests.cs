using System.Net;
using System.Text;
using System.Text.Json;
using Etabli.Demo;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

[Collection(PublicSite.Name)]
public sealed class FileServingTests(PublicSite house)
{
    private static readonly byte[] Table = "poste;pièces\nTour;42\n"u8.ToArray();

    private Site Site => house.Site;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_comes_back_as_it_was_sent_saved_and_never_run()
    {
        using var visitor = await Visitor.As(Site, "CLEAN");
        var address = await Deposit(visitor, "mesures é.csv", Table);
        using var answer = await visitor.Get(address);
        Assert.Equal(Table, await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("mesures é.csv", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("no-cache, private", answer.Headers.CacheControl!.ToString());
        HeaderTests.MustBeGuarded(answer, address);
    }

    [Fact]
    public async Task Asked_again_it_is_not_sent_again_but_the_right_is_looked_at_again()
    {
        using var visitor = await Visitor.As(Site, "CLEAN");
        var address = await Deposit(visitor, "mesures.csv", Table);
        using var first = await visitor.Get(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        using var same = await visitor.Send(again);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        using var other = await Visitor.As(Site, "GTP");
        using var foreign = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        using var refused = await other.Send(foreign);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_film_is_read_from_its_middle()
    {
        using var visitor = await Visitor.As(Site, "CLEAN");
        var film = Film();
        var address = await Deposit(visitor, "poste.mp4", film);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Range", "bytes=100-199" } } };
        using var answer = await visitor.Send(request);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(film[100..200], await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("video/mp4", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_file_of_another_organisation_is_not_found_and_the_journal_keeps_the_attempt()
    {
        using var visitor = await Visitor.As(Site, "CLEAN");
        var address = await Deposit(visitor, "mesures.csv", Table);
        using var other = await Visitor.As(Site, "EV2");
        var before = await Ledger.RefusedAccesses(Site, DemoIds.Person("EV2").Value);
        using var answer = await other.Get(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(before + 1, await Ledger.RefusedAccesses(Site, DemoIds.Person("EV2").Value));
    }

    [Fact]
    public async Task A_file_that_lies_is_refused_by_its_name_in_a_sentence()
    {
        using var visitor = await Visitor.As(Site, "CLEAN");
        using var answer = await Send(visitor, "photo.jpg", "<html><script>alert(1)</script></html>"u8.ToArray(), DemoIds.Organisation("vnp").Value);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
        Assert.Equal("Application.Files.FileLies", told.GetProperty("refusal").GetString());
        var sentence = told.GetProperty("sentence").GetString()!;
        Assert.Contains("photo.jpg", sentence, StringComparison.Ordinal);
        Assert.Contains("une image JPEG", sentence, StringComparison.Ordinal);
        Assert.Contains("une page HTML", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_deposits_for_another_organisation()
    {
        using var visitor = await Visitor.As(Site, "CLEAN");
        using var answer = await Send(visitor, "mesures.csv", Table, DemoIds.Organisation("ailleurs").Value);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_is_found_under_no_other_address()
    {
        using var visitor = await Visitor.As(Site, "CLEAN");
        var address = await Deposit(visitor, "mesures.csv", Table);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Table));
        foreach (var guess in new[] { $"/files/{hash[..2]}/{hash[2..4]}/{hash}", $"/{hash}", $"/fichiers/{hash}", address + "/../../keys", "/fichiers/..%2f..%2fkeys" })
        {
            using var answer = await visitor.Get(guess);
            Assert.True((int)answer.StatusCode is 302 or (>= 400 and < 500), $"{guess}: {answer.StatusCode}");
        }
    }

    internal static async Task<string> Deposit(Visitor visitor, string name, byte[] content)
    {
        using var answer = await Send(visitor, name, content, DemoIds.Organisation("vnp").Value);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        return answer.Headers.Location!.ToString();
    }

    internal static async Task<HttpResponseMessage> Send(Visitor visitor, string name, byte[] content, Guid organisation) =>
        await visitor.PostFile("/fichiers", new() { ["organisation"] = organisation.ToString(), ["__RequestVerificationToken"] = await visitor.Token("/style") }, name, content);

    private static byte[] Film()
    {
        var track = Box("trak", Box("tkhd", new byte[84]));
        return
        [
            .. Box("ftyp", Encoding.ASCII.GetBytes("isom\0\0\0\0isommp41")),
            .. Box("moov", [.. Box("mvhd", new byte[100]), .. track]),
            .. Box("mdat", [.. Enumerable.Range(0, 2000).Select(i => (byte)(i % 251))]),
        ];
    }

    private static byte[] Box(string name, byte[] body) => [0, 0, (byte)((body.Length + 8) >> 8), (byte)((body.Length + 8) & 255), .. Encoding.ASCII.GetBytes(name), .. body];
}

using System.Net;
using System.Text;
using System.Text.Json;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

/// <summary>Machines at the running site: a key made on its page, rows posted without cookie, and whatever else may be sent.</summary>
public sealed class MeasureApiTests(MeasureApiTests.Bench bench) : IClassFixture<MeasureApiTests.Bench>
{
    private const string Two = """[{"piece":"A","cote":10.02},{"piece":"B","cote":10.040}]""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_are_taken_without_a_cookie_and_the_same_request_is_answered_the_same()
    {
        using var first = await Post(Two, name: "lot-1");
        var said = await first.Content.ReadAsStringAsync(Stop);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (first.StatusCode, first.Content.Headers.ContentType!.MediaType));
        Assert.Equal("""{"taken":2,"known":0,"faulty":0,"record":"Essai REST","faults":[]}""", said);
        var rows = await bench.Rows();
        using var again = await Post(Two, name: "lot-1");
        Assert.Equal(said, await again.Content.ReadAsStringAsync(Stop));
        Assert.Equal(rows, await bench.Rows());
        await Refused(await Post(Two + " ", name: "lot-1"), HttpStatusCode.Conflict, "request-name-taken");
        Assert.False(first.Headers.Contains("Set-Cookie"));
        HeaderTests.MustBeGuarded(first, bench.Address);
    }

    [Fact]
    public async Task A_machine_s_integrator_finds_the_records_and_their_columns()
    {
        using var answer = await bench.Send(new(HttpMethod.Get, "/api/mesures"), bench.Secret);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var record = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("records").EnumerateArray().Single(r => r.GetProperty("id").GetGuid() == bench.Record);
        Assert.Equal("Essai REST", record.GetProperty("name").GetString());
        Assert.Equal("""[{"name":"piece","kind":"text","unit":""},{"name":"cote","kind":"number","unit":""}]""", record.GetProperty("columns").GetRawText());
    }

    [Fact]
    public async Task Faults_are_worded_in_the_language_asked_and_all_or_nothing_answers_422()
    {
        const string mixed = """[{"cote":1},{"cote":"douze"}]""";
        using var none = await Post(mixed, query: "?all=true", language: "en-US,fr;q=0.5");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Equal("""{"taken":0,"known":0,"faulty":1,"record":"Essai REST","faults":[{"row":2,"column":"cote","text":"douze","why":"Not a number"}]}""", await none.Content.ReadAsStringAsync(Stop));
        using var some = await Post(mixed);
        Assert.Contains("\"taken\":1,", await some.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Pas un nombre", await some.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await Refused(await Post(mixed, query: "?all=oui"), HttpStatusCode.BadRequest, "all-or-nothing");
    }

    [Fact]
    public async Task Nobody_comes_in_with_a_wrong_key_or_with_a_cookie_alone()
    {
        var rows = await bench.Rows();
        foreach (var wrong in new[] { null, "etk_" + new string('A', 43), bench.Secret[..^2], "", "etk_ ~" })
        {
            await Refused(await Post(Two, secret: wrong), HttpStatusCode.Unauthorized, "no-key");
        }

        using var visitor = await Visitor.As(bench.Site, "CLEAN");
        await Refused(await visitor.Send(Request(Two)), HttpStatusCode.Unauthorized, "no-key");
        await Refused(await visitor.Get("/api/mesures"), HttpStatusCode.Unauthorized, "no-key");

        // A key with the cookie of somebody else is the key.
        using var stranger = await Visitor.As(bench.Site, await Stranger.Settle(bench.Site));
        var request = Request(Two);
        request.Headers.Authorization = new("Bearer", bench.Secret);
        using var good = await stranger.Send(request);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.Equal(rows + 2, await bench.Rows());
    }

    [Fact]
    public async Task A_key_taken_back_on_its_page_opens_nothing_and_its_secret_is_shown_once_and_never_written_down()
    {
        using var visitor = await Visitor.As(bench.Site, "CLEAN");
        var secret = await Bench.MakeKey(visitor, "Banc éphémère");
        var page = await visitor.Page("/usine/mesures/cles");
        Assert.DoesNotContain(secret, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        using (var good = await Post(Two, secret: secret))
        {
            Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        }

        var row = page.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("Banc éphémère", StringComparison.Ordinal));
        using (var back = await visitor.Post("/usine/mesures/cles", new()
        {
            ["_handler"] = "reprise",
            ["__RequestVerificationToken"] = await visitor.Token("/usine/mesures/cles"),
            ["Back.Key"] = row.QuerySelector("button")!.GetAttribute("value")!,
        }))
        {
            Assert.Equal(HttpStatusCode.Found, back.StatusCode);
        }

        await Refused(await Post(Two, secret: secret), HttpStatusCode.Unauthorized, "no-key");
        Assert.DoesNotContain(secret, bench.Site.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Secret, bench.Site.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "not-json")]
    [InlineData("{", "not-json")]
    [InlineData("[1]", "row-not-an-object")]
    [InlineData("null", "row-not-an-object")]
    [InlineData("[]", "no-row-said")]
    [InlineData("""{"cote":{}}""", "row-value-not-simple")]
    [InlineData("""{"cote":"\ud800"}""", "not-json")]
    public async Task What_is_no_row_is_refused_as_a_problem(string body, string code) => await Refused(await Post(body), HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task An_unknown_column_is_named_with_its_row_in_both_languages()
    {
        var french = await Refused(await Post("""[{"cote":1},{"humeur":"bonne"}]"""), HttpStatusCode.BadRequest, "row-column-unknown");
        Assert.Equal((2, "humeur"), (french.GetProperty("row").GetInt32(), french.GetProperty("column").GetString()));
        Assert.Equal("Ligne 2\u00A0: le relevé n’a pas de colonne «\u00A0humeur\u00A0».", french.GetProperty("detail").GetString());
        var english = await Refused(await Post("""[{"cote":1},{"humeur":"bonne"}]""", language: "en"), HttpStatusCode.BadRequest, "row-column-unknown");
        Assert.Equal("Row 2: the record has no column “humeur”.", english.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task What_is_unknown_unnamed_or_of_another_kind_is_refused_each_with_its_status()
    {
        await Refused(await Post(Two, record: Guid.NewGuid()), HttpStatusCode.NotFound, "no-record");
        await Refused(await Post(Two, name: ""), HttpStatusCode.BadRequest, "request-unnamed");
        await Refused(await Post(Two, name: new string('x', 101)), HttpStatusCode.BadRequest, "request-unnamed");
        await Refused(await Post(Two, kind: "text/csv"), HttpStatusCode.UnsupportedMediaType, "not-json");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_too_large_is_refused_whether_its_length_is_said_or_not(bool chunked)
    {
        var request = Request($"[{string.Join(',', Enumerable.Repeat("{\"piece\":\"" + new string('x', 1_000) + "\"}", 2_200))}]");
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = true;
        var rows = await bench.Rows();
        await Refused(await bench.Send(request, bench.Secret), HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Equal(rows, await bench.Rows());
    }

    [Fact]
    public async Task Deep_or_broken_json_is_refused_and_the_house_stands()
    {
        var dice = new Random(53);
        const string letters = "[]{}\":,\\u0d8eE+-.1naltrufsé\u0001";
        for (var i = 0; i < 150; i++)
        {
            var body = i < 4 ? new string(i % 2 == 0 ? '[' : '{', 1 << (10 + (3 * i))) : new string([.. Enumerable.Range(0, dice.Next(1, 60)).Select(_ => letters[dice.Next(letters.Length)])]);
            await Refused(await Post(body), HttpStatusCode.BadRequest, null);
        }

        using var answer = await bench.Send(new(HttpMethod.Get, "/api/mesures"), bench.Secret);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_machine_that_sends_too_often_is_told_when_to_come_back()
    {
        await using var site = await Site.Open(Stop, new Dictionary<string, string> { ["Etabli__Limits__Measures"] = "3" });
        using var http = new HttpClient { BaseAddress = site.Address };
        for (var i = 0; i < 3; i++)
        {
            using var answer = await http.GetAsync("/api/mesures", Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        var late = await http.GetAsync("/api/mesures", Stop);
        Assert.NotNull(late.Headers.RetryAfter);
        await Refused(late, HttpStatusCode.TooManyRequests, "too-often");
    }

    private static async Task<JsonElement> Refused(HttpResponseMessage answer, HttpStatusCode status, string? code)
    {
        using (answer)
        {
            var said = await answer.Content.ReadAsStringAsync(Stop);
            Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {said}");
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            var problem = JsonDocument.Parse(said).RootElement;
            Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
            Assert.StartsWith($"urn:etabli:{code}", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
            Assert.DoesNotMatch("^Api\\.|\\{\\d", problem.GetProperty("title").GetString() + problem.GetProperty("detail").GetString());
            return problem;
        }
    }

    private Task<HttpResponseMessage> Post(string body, string? name = null, string? query = null, string? language = null, string? kind = null, Guid? record = null) => Post(body, bench.Secret, name, query, language, kind, record);

    private Task<HttpResponseMessage> Post(string body, string? secret, string? name = null, string? query = null, string? language = null, string? kind = null, Guid? record = null) =>
        bench.Send(Request(body, name, query, language, kind, record), secret);

    private HttpRequestMessage Request(string body, string? name = null, string? query = null, string? language = null, string? kind = null, Guid? record = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/mesures/{record ?? bench.Record}{query}") { Content = new StringContent(body, Encoding.UTF8, kind ?? "application/json") };
        if (name is not "")
        {
            request.Headers.Add("Idempotency-Key", name ?? Guid.NewGuid().ToString());
        }

        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        return request;
    }

    /// <summary>A site, a record made on its page by somebody of the plant, and a key made on its page for it.</summary>
    public sealed class Bench : IAsyncLifetime
    {
        private HttpClient http = null!;

        public Site Site { get; private set; } = null!;

        public Guid Record { get; private set; }

        public string Secret { get; private set; } = "";

        public string Address => $"/api/mesures/{Record}";

        public async ValueTask InitializeAsync()
        {
            Site = await Site.Open(CancellationToken.None);
            http = new HttpClient(new SocketsHttpHandler { UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(20) }) { BaseAddress = Site.Address };
            using var visitor = await Visitor.As(Site, "CLEAN");
            using var answer = await visitor.PostFile("/usine/mesures/importer", new()
            {
                ["_handler"] = "mesures",
                ["__RequestVerificationToken"] = await visitor.Token("/usine/mesures/importer"),
                ["Form.Text"] = "piece;cote\nZ;1,5",
                ["Form.Name"] = "Essai REST",
            }, "rien.csv", [], "Upload");
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            Record = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
            Secret = await MakeKey(visitor, "Banc d’essai");
        }

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            await Site.DisposeAsync();
        }

        internal static async Task<string> MakeKey(Visitor visitor, string label)
        {
            using var answer = await visitor.Post("/usine/mesures/cles", new() { ["_handler"] = "cle", ["__RequestVerificationToken"] = await visitor.Token("/usine/mesures/cles"), ["Form.Label"] = label });
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            return (await Visitor.Parse(answer)).QuerySelector("input[name=secret]")!.GetAttribute("value")!;
        }

        internal Task<HttpResponseMessage> Send(HttpRequestMessage request, string? secret)
        {
            if (secret is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {secret}");
            }

            return http.SendAsync(request, Stop);
        }

        internal Task<long> Rows() => Ledger.One<long>(Site, "select count(*) from plant.measure_row where \"table\" = $1", Record);
    }
}

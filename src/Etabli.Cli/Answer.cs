using System.Text.Encodings.Web;
using System.Text.Json;

namespace Etabli.Cli;

/// <summary>What a command answers: lines for a reader, one JSON object for a script, and how it ended.</summary>
internal sealed record Answer(int Code, object Facts, params string[] Lines)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Why it was refused although lines could be said: they go to the standard output, this to the standard error.</summary>
    public string? Complaint { get; init; }

    public static Answer Done(object facts, params string[] lines) => new(ExitCode.Done, facts, lines);

    public static Answer Wrong(string fault, string words) => new(ExitCode.BadInput, new { error = fault, sentence = words }, words);

    /// <summary>JSON goes to the standard output whatever the end; words of a failure go to the standard error.</summary>
    public async Task<int> Write(bool asJson)
    {
        if (asJson)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(Facts, Json));
            return Code;
        }

        if (Complaint is not null)
        {
            await Console.Error.WriteLineAsync(Complaint);
        }

        var to = Code == ExitCode.Done || Complaint is not null ? Console.Out : Console.Error;
        foreach (var line in Lines)
        {
            await to.WriteLineAsync(line);
        }

        return Code;
    }
}

using System.Text.Json;

namespace Etabli.Application.Operation;

/// <summary>What a backup says of itself: every file with its hash, every table with its rows, the end of the journal.</summary>
public sealed record BackupManifest
{
    public const string Name = "manifest.json";

    public const string HashName = "manifest.sha256";

    public const string DatabaseName = "database.dump";

    /// <summary>Rises when the layout of a backup changes.</summary>
    public int Format { get; init; } = 1;

    public required DateTimeOffset At { get; init; }

    /// <summary>Last migration of the database.</summary>
    public required string Version { get; init; }

    public required long JournalEntries { get; init; }

    public required string JournalHead { get; init; }

    public required IReadOnlyDictionary<string, long> Rows { get; init; }

    public required IReadOnlyList<Part> Parts { get; init; }

    /// <summary>One file of the backup, its path relative with slashes.</summary>
    public sealed record Part(string Path, long Size, string Sha256);

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
}

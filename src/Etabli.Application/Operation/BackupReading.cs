using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Etabli.People;

namespace Etabli.Application.Operation;

/// <summary>Reads a backup whole and says whether it still is what was written.</summary>
public static class BackupReading
{
    /// <exception cref="RefusalException"><see cref="Refusal.NotABackup"/>, or <see cref="Refusal.BackupDamaged"/> with the first wrong file.</exception>
    public static async Task<BackupManifest> Check(string folder, CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var manifest = await Read(folder, stop);
        var wrong = new List<string>();
        foreach (var part in manifest.Parts)
        {
            if (!await Holds(folder, part, stop))
            {
                wrong.Add(part.Path);
            }
        }

        if (wrong.Count > 0)
        {
            throw new RefusalException(Refusal.BackupDamaged, wrong.Count, wrong[0]);
        }

        return manifest;
    }

    private static async Task<BackupManifest> Read(string folder, CancellationToken stop)
    {
        var path = Path.Combine(folder, BackupManifest.Name);
        var hashPath = Path.Combine(folder, BackupManifest.HashName);
        if (!File.Exists(path) || !File.Exists(hashPath))
        {
            throw new RefusalException(Refusal.NotABackup, folder);
        }

        var text = await File.ReadAllBytesAsync(path, stop);
        var said = Encoding.ASCII.GetString(await File.ReadAllBytesAsync(hashPath, stop));
        if (!said.StartsWith(Convert.ToHexStringLower(SHA256.HashData(text)), StringComparison.Ordinal))
        {
            throw new RefusalException(Refusal.BackupDamaged, 1, BackupManifest.Name);
        }

        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(text, BackupManifest.Json);
            if (manifest is { Format: 1 } && manifest.Parts.All(p => IsInside(p.Path)) && manifest.Parts.Any(p => p.Path == BackupManifest.DatabaseName))
            {
                return manifest;
            }
        }
        catch (JsonException)
        {
            // Falls through: a manifest that does not read is no manifest of ours.
        }

        throw new RefusalException(Refusal.NotABackup, folder);
    }

    private static bool IsInside(string path) =>
        path.Length > 0 && !Path.IsPathRooted(path) && !path.Contains('\\') && !path.Split('/').Any(s => s is "" or "." or "..");

    private static async Task<bool> Holds(string folder, BackupManifest.Part part, CancellationToken stop)
    {
        var path = Path.Combine(folder, part.Path);
        if (!File.Exists(path))
        {
            return false;
        }

        await using var stream = File.OpenRead(path);
        return stream.Length == part.Size && Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop)) == part.Sha256;
    }
}

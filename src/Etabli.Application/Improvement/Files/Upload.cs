using Etabli.Application.Files;
using Etabli.People;
using Etabli.People.Files;
using Etabli.Persistence;
using Refusal = Etabli.Improvement.Refusal;

namespace Etabli.Application.Improvement.Files;

/// <summary>A file as it comes with a form: its name and its bytes.</summary>
public sealed record Upload(string? Name, Stream Content);

/// <summary>Photos go through the same door as every file, and must be pictures.</summary>
internal static class Uploads
{
    /// <summary>Deposits a picture, to be saved with what it shows.</summary>
    /// <exception cref="RefusalException">The file is refused, or is no picture.</exception>
    internal static async Task<FileId> Picture(this DepositFile deposit, EtabliDb db, OrganisationId plant, Upload upload, CancellationToken stop)
    {
        var id = await deposit.Add(new(plant, null, upload.Name, upload.Content), stop);
        var stored = db.Files.Local.Single(f => f.Id == id);
        return stored.Kind.IsImage() ? id : throw new RefusalException(Refusal.PhotoNotAPicture, stored.Name);
    }
}

using Etabli.People;
using Etabli.People.Files;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Files;

/// <summary>A deposited file as a page or a download shows it. Read only, and only what the caller may see.</summary>
public sealed record FileSheet(FileId Id, string Name, FileKind Kind, long Size, string Sha256, int Width, int Height, PersonId Owner, DateTimeOffset At)
{
    public sealed class Reader(EtabliDb db, FileStore store)
    {
        /// <summary>The file, or null when it does not exist for the caller.</summary>
        public Task<FileSheet?> Find(FileId id, CancellationToken stop) => Sheets(db.Files.Where(f => f.Id == id)).SingleOrDefaultAsync(stop);

        /// <summary>Several at once, in one question; those that are not for the caller are missing.</summary>
        public async Task<IReadOnlyList<FileSheet>> Find(IReadOnlyCollection<FileId> ids, CancellationToken stop) =>
            ids.Count == 0 ? [] : await Sheets(db.Files.Where(f => ids.Contains(f.Id))).ToListAsync(stop);

        /// <summary>Opens the content of a file the caller has been shown.</summary>
        /// <exception cref="RefusalException"><see cref="Refusal.FileAltered"/>: the content is gone or has another length.</exception>
        public FileStream Open(FileSheet file)
        {
            ArgumentNullException.ThrowIfNull(file);
            var hash = ContentHash.Parse(file.Sha256);
            if (!store.Has(hash))
            {
                throw new RefusalException(Refusal.FileAltered, file.Name);
            }

            var stream = store.Open(hash);
            if (stream.Length != file.Size)
            {
                stream.Dispose();
                throw new RefusalException(Refusal.FileAltered, file.Name);
            }

            return stream;
        }

        private static IQueryable<FileSheet> Sheets(IQueryable<StoredFile> files) => files.AsNoTracking()
            .Select(f => new FileSheet(f.Id, f.Name, f.Kind, f.Size, f.Sha256, f.Width, f.Height, f.Owner, f.At));
    }
}

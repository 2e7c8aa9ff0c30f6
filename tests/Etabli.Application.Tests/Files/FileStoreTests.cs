using Etabli.Application.Files;
using Etabli.People.Files;
using Etabli.People;
using Refusal = Etabli.Application.Files.Refusal;

namespace Etabli.Application.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("etabli-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public async Task A_content_lies_under_its_own_hash_and_reads_back()
    {
        var store = new FileStore(home, new FileLimits());
        var (hash, length) = await store.Put("a.csv", 3, (into, stop) => into.WriteAsync("abc"u8.ToArray(), stop).AsTask(), Stop);

        // Source: FIPS 180-4, example of one block.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash.Hex);
        Assert.Equal(3, length);
        Assert.Equal(Path.Combine(home, "files", "ba", "78", hash.Hex), store.PathOf(hash));
        await using var back = store.Open(hash);
        Assert.Equal("abc", await new StreamReader(back).ReadToEndAsync(Stop));
        Assert.True(await store.Holds(hash, Stop));
    }

    [Fact]
    public async Task The_same_content_twice_lies_on_the_disk_once()
    {
        var store = new FileStore(home, new FileLimits());
        var intake = new FileIntake(store, new FileLimits());
        var first = await intake.Take(new MemoryStream(Pictures.Png()), "avant.png", Stop);
        var second = await intake.Take(new MemoryStream(Pictures.Png(metadata: false)), "après.png", Stop);
        Assert.Equal(first.Hash, second.Hash);
        Assert.Single(store.All());
        Assert.Empty(Directory.GetFiles(Path.Combine(home, "files", "tmp")));
    }

    [Fact]
    public async Task A_content_changed_on_the_disk_is_told_from_the_one_deposited()
    {
        var store = new FileStore(home, new FileLimits());
        var kept = await new FileIntake(store, new FileLimits()).Take(new MemoryStream(Pictures.Png()), "a.png", Stop);
        await File.AppendAllTextAsync(store.PathOf(kept.Hash), "x", Stop);
        Assert.False(await store.Holds(kept.Hash, Stop));
        File.Delete(store.PathOf(kept.Hash));
        Assert.False(await store.Holds(kept.Hash, Stop));
    }

    [Fact]
    public async Task A_refused_file_leaves_nothing_behind()
    {
        var store = new FileStore(home, new FileLimits());
        var intake = new FileIntake(store, new FileLimits { CsvBytes = 10 });
        await Assert.ThrowsAsync<RefusalException>(() => intake.Take(new MemoryStream("MZ programme"u8.ToArray()), "photo.jpg", Stop));
        var large = await Assert.ThrowsAsync<RefusalException>(() => intake.Take(new MemoryStream(new byte[100]), "mesures.csv", Stop));
        Assert.Equal(Refusal.FileTooLarge, large.Refusal);
        Assert.Empty(store.All());
        Assert.Empty(Directory.GetFiles(Path.Combine(home, "files", "tmp")));
    }

    [Fact]
    public async Task A_full_disk_is_said_before_anything_is_written()
    {
        var store = new FileStore(home, new FileLimits { FreeBytes = long.MaxValue / 2 });
        var no = await Assert.ThrowsAsync<RefusalException>(() => new FileIntake(store, new FileLimits()).Take(new MemoryStream(Pictures.Png()), "a.png", Stop));
        Assert.Equal(Refusal.StoreFull, no.Refusal);
        Assert.Equal("a.png", no.About[0]);
        Assert.Empty(store.All());
    }

    [Fact]
    public void A_hash_is_never_a_path()
    {
        Assert.Throws<ArgumentException>(() => ContentHash.Parse("../../etc/passwd"));
        Assert.Throws<ArgumentException>(() => ContentHash.Parse(new string('A', 64)));
    }
}

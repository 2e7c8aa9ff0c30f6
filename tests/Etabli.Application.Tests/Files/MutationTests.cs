using System.Diagnostics;
using Etabli.Application.Files;
using Etabli.People.Files;
using Etabli.People;

namespace Etabli.Application.Tests.Files;

/// <summary>Thousands of slightly wrong files: each is taken or refused, never anything else, quickly and in little memory.</summary>
public sealed class MutationTests
{
    private const int Rounds = 3_000;

    [Theory]
    [InlineData(FileKind.Jpeg, 1)]
    [InlineData(FileKind.Png, 2)]
    [InlineData(FileKind.WebP, 3)]
    [InlineData(FileKind.Pdf, 4)]
    [InlineData(FileKind.Xlsx, 5)]
    [InlineData(FileKind.Csv, 6)]
    [InlineData(FileKind.Mp4, 7)]
    public async Task A_wrong_file_is_taken_or_refused_and_never_breaks_the_house(FileKind kind, int seed)
    {
        var dice = new Random(seed);
        var whole = RecognitionTests.Sample(kind);
        var name = "pièce" + kind.Ending();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
        {
            var wrong = Mutate(whole, dice);
            try
            {
                using var source = new MemoryStream(wrong);
                var taken = FileInspection.Of(source, name, new FileLimits());
                using var into = new MemoryStream();
                await taken.Write(source, into, TestContext.Current.CancellationToken);
                Assert.Equal(taken.Length, into.Length);
                into.Position = 0;
                Assert.Equal(kind, FileInspection.Of(into, taken.Name, new FileLimits()).Kind);
            }
            catch (RefusalException no)
            {
                Assert.Equal(name, no.About[0]);
            }
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{Rounds} files took {watch.Elapsed}.");
        Assert.True((GC.GetAllocatedBytesForCurrentThread() - before) / Rounds < 3_000_000);
    }

    private static byte[] Mutate(byte[] whole, Random dice)
    {
        var wrong = new List<byte>(whole);
        for (var change = dice.Next(1, 5); change > 0 && wrong.Count > 0; change--)
        {
            var at = dice.Next(wrong.Count);
            switch (dice.Next(6))
            {
                case 0:
                    wrong[at] ^= (byte)(1 << dice.Next(8));
                    break;
                case 1:
                    wrong[at] = (byte)dice.Next(256);
                    break;
                case 2:
                    wrong.RemoveRange(at, dice.Next(Math.Min(64, wrong.Count - at) + 1));
                    break;
                case 3:
                    wrong.InsertRange(at, Enumerable.Repeat((byte)dice.Next(256), dice.Next(64)));
                    break;
                case 4:
                    wrong.InsertRange(at, wrong.GetRange(dice.Next(at + 1), dice.Next(Math.Min(64, wrong.Count - at) + 1)));
                    break;
                default:
                    for (var i = at; i < Math.Min(at + 4, wrong.Count); i++)
                    {
                        wrong[i] = dice.Next(2) == 0 ? (byte)0xFF : (byte)0;
                    }

                    break;
            }
        }

        return [.. wrong];
    }
}

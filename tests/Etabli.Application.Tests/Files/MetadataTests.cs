using System.Text;
using Etabli.People.Files;

namespace Etabli.Application.Tests.Files;

/// <summary>What is kept of a picture shows what was seen, not where, with what, or by whom.</summary>
public sealed class MetadataTests
{
    [Theory]
    [InlineData(FileKind.Jpeg)]
    [InlineData(FileKind.Png)]
    [InlineData(FileKind.WebP)]
    [InlineData(FileKind.Mp4)]
    public async Task The_place_is_nowhere_in_what_is_kept(FileKind kind)
    {
        var sent = RecognitionTests.Sample(kind);
        Assert.True(sent.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Pictures.Place)) > 0);

        var kept = await Looking.Written(sent, "photo" + kind.Ending());

        Assert.Equal(-1, kept.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Pictures.Place)));
        Assert.Equal(-1, kept.AsSpan().IndexOf("xmpmeta"u8));
        Assert.Equal(-1, kept.AsSpan().IndexOf("script"u8));
    }

    [Theory]
    [InlineData(FileKind.Jpeg)]
    [InlineData(FileKind.Png)]
    [InlineData(FileKind.WebP)]
    public async Task A_picture_taken_sideways_still_stands_upright(FileKind kind)
    {
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            var sent = kind switch
            {
                FileKind.Jpeg => Pictures.Jpeg(orientation: orientation, metadata: true),
                FileKind.Png => Pictures.Png(orientation: orientation, metadata: true),
                _ => Pictures.WebP(orientation: orientation, metadata: true),
            };
            var kept = await Looking.Written(sent, "photo" + kind.Ending());
            Assert.Equal(orientation, Looking.At(kept, "photo" + kind.Ending()).Orientation);
            Assert.Equal(orientation == 1, kept.AsSpan().IndexOf("MM\0*"u8) < 0);
        }
    }

    [Theory]
    [InlineData(FileKind.Jpeg)]
    [InlineData(FileKind.Png)]
    [InlineData(FileKind.WebP)]
    [InlineData(FileKind.Pdf)]
    [InlineData(FileKind.Xlsx)]
    [InlineData(FileKind.Csv)]
    [InlineData(FileKind.Mp4)]
    public async Task Writing_a_file_twice_changes_nothing_more(FileKind kind)
    {
        var once = await Looking.Written(RecognitionTests.Sample(kind), "pièce" + kind.Ending());
        var twice = await Looking.Written(once, "pièce" + kind.Ending());
        Assert.Equal(once, twice);
    }

    [Fact]
    public async Task The_picture_itself_does_not_change_by_one_byte()
    {
        var bare = Pictures.Jpeg();
        Assert.Equal(bare, await Looking.Written(bare, "photo.jpg"));
        var drawn = Pictures.Png();
        Assert.Equal(drawn, await Looking.Written(drawn, "photo.png"));
        var simple = Pictures.WebP();
        Assert.Equal(simple, await Looking.Written(simple, "photo.webp"));
    }

    [Fact]
    public async Task Colours_stay_those_of_the_profile()
    {
        var kept = await Looking.Written(Pictures.Jpeg(metadata: true), "photo.jpg");
        Assert.True(kept.AsSpan().IndexOf("ICC_PROFILE"u8) > 0);
        var drawn = await Looking.Written(Pictures.Png(metadata: true), "photo.png");
        Assert.True(drawn.AsSpan().IndexOf("pHYs"u8) > 0);
    }

    [Fact]
    public async Task What_a_telephone_put_behind_the_picture_is_cut_off()
    {
        var kept = await Looking.Written(Pictures.Jpeg(tail: Pictures.Jpeg(metadata: true)), "photo.jpg");
        Assert.Equal(Pictures.Jpeg(), kept);
    }

    [Fact]
    public async Task No_offset_inside_a_film_moves()
    {
        var sent = Documents.Mp4(place: true);
        var kept = await Looking.Written(sent, "poste.mp4");
        Assert.Equal(sent.Length, kept.Length);
        Assert.Equal(sent.AsSpan().IndexOf("mdat"u8), kept.AsSpan().IndexOf("mdat"u8));
        Assert.Equal(-1, kept.AsSpan().IndexOf("udta"u8));
    }
}

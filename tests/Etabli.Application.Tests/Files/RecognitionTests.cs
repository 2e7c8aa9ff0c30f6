using System.Text;
using Etabli.Application.Files;
using Etabli.People.Files;

namespace Etabli.Application.Tests.Files;

public sealed class RecognitionTests
{
    public static TheoryData<string, FileKind> Sound => new()
    {
        { "photo.jpg", FileKind.Jpeg },
        { "photo.JPEG", FileKind.Jpeg },
        { "schéma.png", FileKind.Png },
        { "schéma.webp", FileKind.WebP },
        { "rapport.pdf", FileKind.Pdf },
        { "stocks.xlsx", FileKind.Xlsx },
        { "mesures.csv", FileKind.Csv },
        { "poste.mp4", FileKind.Mp4 },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_file_is_what_its_bytes_are(string name, FileKind kind)
    {
        var seen = Looking.At(Sample(kind), name);
        Assert.Equal(kind, seen.Kind);
        Assert.Equal(name, seen.Name);
    }

    [Fact]
    public void Every_pair_of_a_name_and_another_content_is_a_lie_refused_by_name()
    {
        foreach (var claimed in Enum.GetValues<FileKind>())
        {
            foreach (var real in Enum.GetValues<FileKind>().Where(k => k != claimed))
            {
                var no = Looking.Refused(Sample(real), "bilan" + claimed.Ending());
                Assert.Equal(Refusal.FileLies, no.Refusal);
                Assert.Equal("bilan" + claimed.Ending(), no.About[0]);
                Assert.Equal(claimed, no.About[1]);
            }
        }
    }

    [Theory]
    [InlineData("photo.jpg", "MZ\u0090\0\u0003\0\0\0", FileLook.Program)]
    [InlineData("photo.png", "\u007FELF\u0002\u0001\u0001", FileLook.Program)]
    [InlineData("photo.jpg", "  <!DOCTYPE html><html><script>alert(1)</script>", FileLook.Html)]
    [InlineData("mesures.csv", "<html><body>a;b</body></html>", FileLook.Html)]
    [InlineData("schéma.png", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", FileLook.Svg)]
    [InlineData("rapport.pdf", "#!/bin/sh\nrm -rf /", FileLook.Script)]
    [InlineData("rapport.pdf", "Bonjour à tous", FileLook.Text)]
    [InlineData("photo.jpg", "GIF89a\u0001\0\u0001\0", FileLook.Gif)]
    [InlineData("stocks.xlsx", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", FileLook.OldOffice)]
    [InlineData("poste.mp4", "\0\0\0\u0014ftypqt  \0\0\0\0qt  ", FileLook.QuickTime)]
    [InlineData("photo.jpg", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic", FileLook.Heic)]
    public void A_lie_is_named_for_what_it_is(string name, string content, FileLook look)
    {
        var no = Looking.Refused(Encoding.Latin1.GetBytes(content), name);
        Assert.Equal(Refusal.FileLies, no.Refusal);
        Assert.Equal(look, no.About[2]);
    }

    [Fact]
    public void A_kind_nobody_asked_for_is_refused_even_when_it_is_honest()
    {
        Assert.Equal(Refusal.FileKindNotAccepted, Looking.Refused([.. "MZ"u8, 0, 0], "outil.exe").Refusal);
        Assert.Equal(Refusal.FileKindNotAccepted, Looking.Refused(Pictures.Jpeg(), "photo.jpg.exe").Refusal);
        Assert.Equal(Refusal.FileKindNotAccepted, Looking.Refused("bonjour"u8.ToArray(), "notes").Refusal);
        Assert.Equal(Refusal.FileEmpty, Looking.Refused([], "photo.jpg").Refusal);
    }

    [Fact]
    public void A_name_without_ending_claims_nothing_and_receives_the_true_one() =>
        Assert.Equal("photo.png", Looking.At(Pictures.Png(), "photo").Name);

    [Fact]
    public void Each_kind_has_its_own_largest_size_and_the_refusal_says_it()
    {
        var limits = new FileLimits { ImageBytes = 2_000_000, PdfBytes = 100 };
        var no = Looking.Refused(Documents.Pdf(), "rapport.pdf", limits);
        Assert.Equal(Refusal.FileTooLarge, no.Refusal);
        Assert.Equal(FileKind.Jpeg, Looking.At(Pictures.Jpeg(), "photo.jpg", limits).Kind);
    }

    [Theory]
    [InlineData("C:\\Users\\Chloé\\photo.jpg", "photo.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("rap\u202Efdp.exe", "rapfdp.exe")]
    [InlineData("a\r\nSet-Cookie: x.png", "aSet-Cookie x.png")]
    [InlineData("<script>.csv", "script.csv")]
    [InlineData("", "fichier")]
    [InlineData("...", "fichier")]
    public void A_name_keeps_only_what_a_person_can_see(string sent, string kept) => Assert.Equal(kept, FileName.Clean(sent));

    [Fact]
    public void A_very_long_name_keeps_its_ending()
    {
        var name = FileName.Clean(new string('é', 5000) + ".xlsx");
        Assert.Equal(FileName.Longest, name.Length);
        Assert.EndsWith("….xlsx", name, StringComparison.Ordinal);
    }

    internal static byte[] Sample(FileKind kind) => kind switch
    {
        FileKind.Jpeg => Pictures.Jpeg(metadata: true),
        FileKind.Png => Pictures.Png(metadata: true),
        FileKind.WebP => Pictures.WebP(metadata: true),
        FileKind.Pdf => Documents.Pdf(),
        FileKind.Xlsx => Documents.Xlsx(),
        FileKind.Csv => Encoding.UTF8.GetBytes("poste;pièces\nTournage;42\nÉbavurage;17\n"),
        FileKind.Mp4 => Documents.Mp4(place: true),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

using System.Text;
using Etabli.Application.Files;
using Etabli.People.Files;

namespace Etabli.Application.Tests.Files;

/// <summary>A file that starts well must also go on well, to its last byte.</summary>
public sealed class StructureTests
{
    [Theory]
    [InlineData(FileKind.Jpeg)]
    [InlineData(FileKind.Png)]
    [InlineData(FileKind.WebP)]
    [InlineData(FileKind.Pdf)]
    [InlineData(FileKind.Xlsx)]
    [InlineData(FileKind.Mp4)]
    public void A_file_cut_anywhere_is_refused(FileKind kind)
    {
        var whole = RecognitionTests.Sample(kind);
        var last = kind == FileKind.Pdf ? whole.Length - 1 : whole.Length;
        for (var length = 1; length < last; length++)
        {
            Looking.Refused(whole[..length], "coupé" + kind.Ending());
        }
    }

    [Theory]
    [InlineData(FileKind.Jpeg)]
    [InlineData(FileKind.Png)]
    [InlineData(FileKind.WebP)]
    [InlineData(FileKind.Pdf)]
    [InlineData(FileKind.Xlsx)]
    [InlineData(FileKind.Mp4)]
    public void A_page_hidden_behind_a_file_is_refused(FileKind kind)
    {
        byte[] both = [.. RecognitionTests.Sample(kind), .. "<html><script>alert(1)</script></html>"u8];
        var no = Looking.Refused(both, "double" + kind.Ending());
        Assert.Contains(no.Refusal, new Enum[] { Refusal.FileHidesMore, Refusal.FileDamaged });
    }

    [Theory]
    [InlineData(FileKind.Jpeg)]
    [InlineData(FileKind.Png)]
    [InlineData(FileKind.Pdf)]
    public void A_workbook_hidden_behind_a_file_is_refused(FileKind kind)
    {
        byte[] both = [.. RecognitionTests.Sample(kind), .. Documents.Xlsx()];
        Looking.Refused(both, "double" + kind.Ending());
        Looking.Refused(both, "double.xlsx");
    }

    [Fact]
    public void One_wrong_bit_in_a_PNG_chunk_is_seen()
    {
        var picture = Pictures.Png();
        for (var at = 8; at < picture.Length; at++)
        {
            var wrong = (byte[])picture.Clone();
            wrong[at] ^= 0x10;
            Looking.Refused(wrong, "schéma.png");
        }
    }

    [Fact]
    public void A_PNG_whose_data_is_shorter_than_its_picture_is_refused()
    {
        // Well-formed chunks all along, but the header promises ten rows more than the data holds.
        var small = Pictures.Png(40, 30);
        var tall = Pictures.Png(40, 40);
        byte[] mixed = [.. tall[..33], .. small[33..]];
        Assert.Equal(Refusal.FileDamaged, Looking.Refused(mixed, "schéma.png").Refusal);
    }

    [Fact]
    public void An_interlaced_PNG_is_a_picture_like_another()
    {
        Assert.Equal(40, Looking.At(Pictures.Png(40, 30, interlaced: true), "schéma.png").Width);
        Assert.Equal(1, Looking.At(Pictures.Png(1, 1, interlaced: true), "schéma.png").Width);
    }

    [Fact]
    public void A_picture_too_large_for_a_screen_is_refused_by_its_size_before_it_is_unpacked()
    {
        var limits = new FileLimits { Pixels = 1_000, Side = 100 };
        foreach (var (content, name) in new[] { (Pictures.Jpeg(), "a.jpg"), (Pictures.Png(), "a.png"), (Pictures.WebP(metadata: true), "a.webp") })
        {
            var no = Looking.Refused(content, name, limits);
            Assert.Equal(Refusal.ImageTooLarge, no.Refusal);
        }

        var bomb = Looking.Refused(Pictures.Jpeg(65_000, 65_000), "bombe.jpg");
        Assert.Equal(Refusal.ImageTooLarge, bomb.Refusal);
        Assert.Equal(65_000L, bomb.About[1]);
    }

    [Fact]
    public void A_telephone_may_put_a_second_picture_behind_the_first() =>
        Assert.Equal(48, Looking.At(Pictures.Jpeg(tail: Pictures.Jpeg()), "photo.jpg").Width);

    [Fact]
    public void A_locked_PDF_is_refused_because_no_jury_could_read_it()
    {
        Assert.Equal(Refusal.FileEncrypted, Looking.Refused(Documents.Pdf("/Encrypt 9 0 R "), "rapport.pdf").Refusal);
        Assert.Equal(Refusal.FileEncrypted, Looking.Refused(Documents.Pdf("/Encrypt 9 0 R ", crossReferenceStream: true), "rapport.pdf").Refusal);
        Assert.Equal(FileKind.Pdf, Looking.At(Documents.Pdf(crossReferenceStream: true), "rapport.pdf").Kind);
    }

    [Fact]
    public void A_PDF_that_points_nowhere_is_damaged()
    {
        var text = Encoding.Latin1.GetString(Documents.Pdf());
        var astray = text.Replace("startxref\n", "startxref\n9", StringComparison.Ordinal);
        Assert.Equal(Refusal.FileDamaged, Looking.Refused(Encoding.Latin1.GetBytes(astray), "rapport.pdf").Refusal);
    }

    [Theory]
    [InlineData("isom")]
    [InlineData("mp42")]
    public void A_film_is_known_by_its_brand(string brand) => Assert.Equal(FileKind.Mp4, Looking.At(Documents.Mp4(brand), "poste.mp4").Kind);

    [Theory]
    [InlineData("poste;pièces\n\"Tour; grand\";42\n")]
    [InlineData("\uFEFFposte,pièces\r\nTour,42\r\n")]
    [InlineData("mesure\n12,5\n12\n13,25\n")]
    [InlineData("poste\tnote\nTour\tune \"vraie\" panne\n")]
    public void A_table_is_text_cut_by_one_separator(string content) =>
        Assert.Equal(FileKind.Csv, Looking.At(Encoding.UTF8.GetBytes(content), "mesures.csv").Kind);

    [Fact]
    public void A_table_written_by_an_old_French_spreadsheet_is_read() =>
        Assert.Equal(FileKind.Csv, Looking.At(Encoding.Latin1.GetBytes("pièce;défaut\nà façon;\u0080 12\n"), "mesures.csv").Kind);

    [Theory]
    [InlineData("Chère équipe, voici le point.\nIl reste, hélas, des rebuts, des retouches, et du bruit.\n")]
    [InlineData("a;b\n1;2;3\n4\n5;6;7;8\n")]
    [InlineData("a;b\n1;\u0001\n")]
    [InlineData("a;b\n\"jamais fermé;2\n")]
    public void A_text_that_is_no_table_is_refused(string content)
    {
        var no = Looking.Refused(Encoding.UTF8.GetBytes(content), "mesures.csv");
        Assert.Contains(no.Refusal, new Enum[] { Refusal.FileDamaged, Refusal.FileLies });
    }

    [Fact]
    public void The_tables_of_the_demonstration_plant_are_tables()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "data", "demo")))
        {
            folder = folder.Parent!;
        }

        var tables = Directory.GetFiles(Path.Combine(folder.FullName, "data", "demo"), "*.csv", SearchOption.AllDirectories);
        Assert.True(tables.Length > 40);
        foreach (var table in tables)
        {
            Assert.Equal(FileKind.Csv, Looking.At(File.ReadAllBytes(table), Path.GetFileName(table)).Kind);
        }
    }
}

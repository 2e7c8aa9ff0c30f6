using System.Text;
using Etabli.Application.Files;

namespace Etabli.Application.Tests.Files;

/// <summary>A workbook is a ZIP, and a ZIP can be many unpleasant things.</summary>
public sealed class WorkbookTests
{
    private const string Name = "stocks.xlsx";

    [Fact]
    public void A_workbook_with_macros_is_refused_whatever_its_name()
    {
        Assert.Equal(Refusal.FileHoldsProgram, Looking.Refused(Documents.Xlsx(z => Documents.Add(z, "xl/vbaProject.bin", "x")), Name).Refusal);
        Assert.Equal(Refusal.FileHoldsProgram, Looking.Refused(Documents.Xlsx(type: "application/vnd.ms-excel.sheet.macroEnabled.main+xml"), Name).Refusal);
    }

    [Fact]
    public void A_plain_archive_is_no_workbook() =>
        Assert.Equal(Refusal.FileDamaged, Looking.Refused(Documents.Xlsx(types: "<Types/>"), Name).Refusal);

    [Fact]
    public void A_file_that_unpacks_a_thousand_times_is_refused()
    {
        var bomb = Documents.Xlsx(z => Documents.Add(z, "xl/bombe.xml", new string(' ', 5_000_000)));
        Assert.Equal(Refusal.FileUnpacksTooLarge, Looking.Refused(bomb, Name).Refusal);
    }

    [Fact]
    public void All_entries_together_have_a_limit_too()
    {
        var limits = new FileLimits { ZipUnpackedBytes = 1_000 };
        Assert.Equal(Refusal.FileUnpacksTooLarge, Looking.Refused(Documents.Xlsx(), Name, limits).Refusal);
        limits = new FileLimits { ZipEntries = 4 };
        Assert.Equal(Refusal.FileUnpacksTooLarge, Looking.Refused(Documents.Xlsx(), Name, limits).Refusal);
    }

    [Theory]
    [InlineData("../../etc/cron.d/x")]
    [InlineData("/etc/passwd")]
    [InlineData("xl\\..\\x.xml")]
    [InlineData("C:x.xml")]
    public void A_name_that_climbs_out_is_refused(string entry) =>
        Assert.Equal(Refusal.FileDamaged, Looking.Refused(Documents.Xlsx(z => Documents.Add(z, entry, "x")), Name).Refusal);

    [Fact]
    public void An_entry_that_unpacks_to_more_than_it_says_is_refused()
    {
        var honest = Documents.Xlsx(z => Documents.Add(z, "xl/long.xml", new string('a', 4_000) + "z"));
        var liar = (byte[])honest.Clone();
        var central = honest.AsSpan().LastIndexOf("xl/long.xml"u8) - 46;
        Assert.Equal(4_001, BitConverter.ToInt32(liar, central + 24));
        BitConverter.TryWriteBytes(liar.AsSpan(central + 24), 4_000);
        Assert.Equal(Refusal.FileDamaged, Looking.Refused(liar, Name).Refusal);
    }

    [Fact]
    public void Two_entries_on_the_same_bytes_are_refused()
    {
        var honest = Documents.Xlsx(z =>
        {
            Documents.Add(z, "xl/a.xml", "même");
            Documents.Add(z, "xl/b.xml", "même");
        });
        var central = honest.AsSpan().LastIndexOf("xl/a.xml"u8) - 46;
        var second = honest.AsSpan().LastIndexOf("xl/b.xml"u8) - 46;
        honest.AsSpan(central + 42, 4).CopyTo(honest.AsSpan(second + 42));
        Assert.Equal(Refusal.FileDamaged, Looking.Refused(honest, Name).Refusal);
    }

    [Fact]
    public void A_locked_workbook_is_refused()
    {
        var locked = Documents.Xlsx();
        var central = locked.AsSpan().LastIndexOf("xl/workbook.xml"u8) - 46;
        locked[central + 8] |= 1;
        Assert.Equal(Refusal.FileEncrypted, Looking.Refused(locked, Name).Refusal);
    }

    [Fact]
    public void An_entity_that_would_read_another_file_is_not_followed()
    {
        const string types = """<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><Types><Override PartName="/xl/workbook.xml" ContentType="&x;"/></Types>""";
        Assert.Equal(Refusal.FileDamaged, Looking.Refused(Documents.Xlsx(types: types), Name).Refusal);
    }

    [Fact]
    public void A_wrong_checksum_is_seen()
    {
        var wrong = Documents.Xlsx();
        var central = wrong.AsSpan().LastIndexOf("xl/worksheets/sheet1.xml"u8) - 46;
        wrong[central + 16] ^= 1;
        Assert.Equal(Refusal.FileDamaged, Looking.Refused(wrong, Name).Refusal);
    }

    [Fact]
    public void The_refusal_names_the_workbook() => Assert.Equal(Name, Looking.Refused(Encoding.ASCII.GetBytes("PK\u0003\u0004"), Name).About[0]);
}

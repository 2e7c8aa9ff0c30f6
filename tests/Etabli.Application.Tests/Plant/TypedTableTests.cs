using System.Text;
using Etabli.Application.Files;
using Etabli.Application.Plant;
using Etabli.Application.Plant.Flows;
using Etabli.Application.Tests.Files;
using Etabli.People;
using Etabli.Plant.Flows;
using FileRefusal = Etabli.Application.Files.Refusal;

namespace Etabli.Application.Tests.Plant;

/// <summary>Tables as people bring them.</summary>
public sealed class TypedTableTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("stock\tquantité\nS1\t1 234,5\n", "fr")]
    [InlineData("\uFEFFstock;quantité\r\nS1;1234,5\r\n", "fr")]
    [InlineData("stock,quantité\nS1,1234.5\n", "en")]
    [InlineData("stock,quantité\n\n\"S1\",\"1,234.5\"\n", "en")]
    public void The_mark_between_cells_tells_how_numbers_are_written(string text, string culture)
    {
        var table = TypedTable.Read(text, "fr");
        Assert.Equal(["stock", "quantité"], table.Heading);
        Assert.Equal(culture, table.Culture);
        Assert.True(Etabli.Application.Improvement.TypedNumber.TryRead(Assert.Single(table.Lines).Cells[1], table.Culture, out var value));
        Assert.Equal(1234.5m, value);
    }

    [Fact]
    public async Task A_file_of_the_old_code_page_keeps_its_accents()
    {
        var table = await TypedTable.Read(new MemoryStream(Encoding.Latin1.GetBytes("op;libellé;tc\nOP10;Débit tubes;95\n")), "ops.csv", "fr", new FileLimits(), Stop);
        Assert.Equal("Débit tubes", table.Lines[0].Cells[1]);
    }

    [Fact]
    public async Task The_first_sheet_of_a_workbook_is_read_with_its_numbers_and_dates()
    {
        var table = await TypedTable.Read(new MemoryStream(Workbook()), "stocks.xlsx", "fr", new FileLimits(), Stop);
        Assert.Equal(["stock", "libellé", "quantité", "date"], table.Heading);
        Assert.Equal(["S60", "Fûts rodés", "96.5", "2025-10-14"], table.Lines[0].Cells);
        Assert.Equal("en", table.Culture);
    }

    [Fact]
    public async Task A_picture_is_no_table_and_a_table_too_large_is_refused_by_name()
    {
        var no = await Assert.ThrowsAsync<RefusalException>(() => TypedTable.Read(new MemoryStream("%PDF-1.4\n"u8.ToArray()), "ops.csv", "fr", new FileLimits(), Stop));
        Assert.IsType<FileRefusal>(no.Refusal);
        no = await Assert.ThrowsAsync<RefusalException>(() => TypedTable.Read(new MemoryStream(new byte[TypedTable.MostBytes + 1]), "ops.csv", "fr", new FileLimits(), Stop));
        Assert.Equal(FileRefusal.FileTooLarge, no.Refusal);
    }

    [Fact]
    public void Ten_thousand_lines_with_three_wrong_cells_give_three_faults()
    {
        var text = new StringBuilder("op;libellé;tc\n");
        for (var i = 0; i < TypedTable.Most + 5; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"OP{i};Opération {i};{(i is 10 or 500 or 9_000 ? "?" : i.ToString(System.Globalization.CultureInfo.InvariantCulture))}\n");
        }

        var table = TypedTable.Read(text.ToString(), "fr");
        Assert.True(table.IsCut);
        var read = FlowImport.Read(table, null, new(NumberOrigin.Imported, new(Guid.CreateVersion7()), "CLEAN", DateTimeOffset.UnixEpoch), new(2026, 1, 1));
        Assert.Equal([12, 502, 9_002], read.Faults.Select(f => f.Line));
        Assert.Equal(TypedTable.Most - 3, read.Good);
    }

    [Fact]
    public void No_text_however_broken_makes_the_reader_fail()
    {
        var dice = new Random(20261126);
        var seeds = new[] { "op;libellé;tc;lot\nOP10;a;1;2\n", "stock\tlibellé\tposition\tquantité\nS1\tx\tOP10-OP20\t3\n", "de,vers,type,frequence\n\"A\",\"B\",manuel,jour\n" };
        const string spice = "\";,\t\n\r\0é=-−1.e9\uFEFF\uD800 '’";
        for (var i = 0; i < 4_000; i++)
        {
            var text = new StringBuilder(seeds[i % seeds.Length]);
            for (var n = dice.Next(1, 12); n > 0; n--)
            {
                text.Insert(dice.Next(text.Length + 1), spice[dice.Next(spice.Length)]);
                text.Remove(dice.Next(text.Length), 1);
            }

            var table = TypedTable.Read(text.ToString(), i % 2 == 0 ? "fr" : "en");
            Assert.All(table.Lines, l => Assert.Equal(table.Heading.Count, l.Cells.Count));
            var read = FlowImport.Read(table, null, new(NumberOrigin.Imported, new(Guid.CreateVersion7()), "CLEAN", DateTimeOffset.UnixEpoch), new(2026, 1, 1));
            Assert.True(read.Good <= table.Lines.Count);
        }
    }

    [Fact]
    public async Task A_workbook_with_any_byte_changed_is_read_or_refused()
    {
        var dice = new Random(7);
        var whole = Workbook();
        for (var i = 0; i < 300; i++)
        {
            var broken = (byte[])whole.Clone();
            broken[dice.Next(broken.Length)] = (byte)dice.Next(256);
            try
            {
                await TypedTable.Read(new MemoryStream(broken), "stocks.xlsx", "fr", new FileLimits(), Stop);
            }
            catch (RefusalException)
            {
                // Said, by name.
            }
        }
    }

    /// <summary>One sheet: a heading, a line with a number and a date.</summary>
    private static byte[] Workbook() => Documents.Xlsx(sheet: """
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>stock</t></is></c><c r="B1" t="inlineStr"><is><t>libellé</t></is></c><c r="C1" t="inlineStr"><is><t>quantité</t></is></c><c r="D1" t="inlineStr"><is><t>date</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>S60</t></is></c><c r="B2" t="inlineStr"><is><t>Fûts rodés</t></is></c><c r="C2"><v>96.5</v></c><c r="D2" s="1"><v>45944</v></c></row>
        </sheetData></worksheet>
        """);
}

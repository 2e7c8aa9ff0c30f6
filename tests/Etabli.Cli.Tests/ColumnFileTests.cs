using System.Text;
using Etabli.Cli.Columns;

namespace Etabli.Cli.Tests;

/// <summary>A column is read as people write it, or refused with its place; whatever the bytes, never anything else.</summary>
public sealed class ColumnFileTests
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("ecart\n1.5\n2.5\n")]
    [InlineData("ecart\n1,5\n2,5")]
    [InlineData("\uFEFFécart\r\n1,5\r\n\r\n2,5\r\n")]
    [InlineData("n;ecart\n1;1,5\n2;2,5\n")]
    [InlineData("n,ecart\n1,1.5\n2,2.5\n")]
    [InlineData("n,ecart\n1,\"1,5\"\n2,\"2,5\"\n")]
    [InlineData("n\tECART\n1\t1,5\n2\t2.5\n")]
    [InlineData("n;\"Écart\"\n\"un \"\"deux\"\"; trois\";1.5\n\"sur\ndeux lignes\"; 2.5 \n;\n")]
    [InlineData("sep=,\nn,ecart\n1,1.5\n2,2.5\n")]
    public void Numbers_are_read_as_people_write_them(string text)
    {
        Assert.Equal([1.5, 2.5], Read(Encoding.UTF8.GetBytes(text), "Écart"));
        Assert.Equal([1.5, 2.5], Read(Windows.GetBytes(text.TrimStart('\uFEFF')), "ÉCART"));
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData(" -3,25 ", -3.25)]
    [InlineData("−3", -3)]
    [InlineData("1e-3", 0.001)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1\u00A0234\u00A0567", 1234567)]
    [InlineData("1\u202F234.5", 1234.5)]
    public void A_number_has_its_point_or_its_comma_and_its_thousands(string text, double expected) => Assert.Equal(expected, ColumnNumber.Read(text, betweenCommas: false, out _));

    [Theory]
    [InlineData("abc", "NotANumber")]
    [InlineData("1,2,3", "NotANumber")]
    [InlineData("1.234,5", "NotANumber")]
    [InlineData("12 34", "NotANumber")]
    [InlineData("1 2345", "NotANumber")]
    [InlineData("1,5 234", "NotANumber")]
    [InlineData("0x10", "NotANumber")]
    [InlineData("12 %", "NotANumber")]
    [InlineData("NaN", "NotFinite")]
    [InlineData("-Infinity", "NotFinite")]
    [InlineData("1e999", "NotFinite")]
    [InlineData("1e76", "TooLarge")]
    [InlineData("1,234", "Ambiguous")]
    [InlineData("  ", "Empty")]
    public void What_is_no_number_is_named(string text, string fault)
    {
        Assert.Null(ColumnNumber.Read(text, betweenCommas: true, out var found));
        Assert.Equal(fault, found);
    }

    [Fact]
    public void A_file_without_heading_has_numbers_for_names()
    {
        Assert.Equal([1, 2, 3], Read("1\n2\n3\n"u8.ToArray(), null));
        Assert.Equal([5, 7], Read("4;5\n6;7\n"u8.ToArray(), "2"));
    }

    [Theory]
    [InlineData("a;b\n1;2\nx;3\n", "a", "notANumber", 3L, "x")]
    [InlineData("a;b\n1;2\n\n;3\n", "a", "emptyCell", 4L, "")]
    [InlineData("a;b\n1;2\n2\n", "b", "emptyCell", 3L, "")]
    [InlineData("a;b\n\"deux\nlignes\";2\n1;deux\n", "b", "notANumber", 4L, "deux")]
    [InlineData("a;b\n1;2\n", "c", "noColumn", null, null)]
    [InlineData("a;b\n1;2\n", null, "whichColumn", null, null)]
    [InlineData("a;A\n1;2\n", "a", "twoColumns", null, null)]
    [InlineData("a\n1\n\"2\n3\n", "a", "openQuote", 3L, null)]
    [InlineData("a\n\n \n", "a", "empty", null, null)]
    [InlineData("\n\n", "a", "empty", null, null)]
    public void A_fault_says_its_line_its_column_and_what_was_read(string text, string? column, string key, long? line, string? read)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("fr");
        var fault = Assert.Throws<ColumnFault>(() =>
        {
            var values = Read(Encoding.UTF8.GetBytes(text), column);
            return values.Length == 0 ? throw new ColumnFault("Empty", "f.csv") : values;
        });
        Assert.Equal((key, line, read), (fault.Key, fault.Line, fault.Text));
        Assert.DoesNotContain("Column.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_that_is_a_number_goes_before_the_place() => Assert.Equal([20], Read("2;1;x\n20;30;40\n"u8.ToArray(), "2"));

    [Fact]
    public void Cells_and_lines_longer_than_what_is_read_at_once_are_whole()
    {
        var text = new StringBuilder("texte;valeur\n");
        for (var i = 0; i < 3000; i++)
        {
            text.Append('é', i % 97).Append(";\"").Append(i).Append("\"\r\n");
        }

        foreach (var encoding in new[] { Encoding.UTF8, Windows, Encoding.Unicode })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
            Assert.Equal(Enumerable.Range(0, 3000).Select(i => (double)i), Read(bytes, "valeur"));
        }
    }

    [Fact]
    public void A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        var bytes = Encoding.UTF8.GetBytes("a\n\"" + new string('x', ColumnFile.LongestLine * 2));
        Assert.Equal("longLine", Assert.Throws<ColumnFault>(() => Read(bytes, "a")).Key);
    }

    [Fact]
    public void Whatever_the_bytes_there_is_a_result_or_a_fault()
    {
        var dice = new Random(20261127);
        byte[][] good =
        [
            Encoding.UTF8.GetBytes("\uFEFFn;écart (µm);nom\r\n1;2,5;\"a;b\"\r\n2;3,5;\"dit \"\"c\"\"\"\r\n"),
            Windows.GetBytes("n,ecart,nom\n1,2.5,été\n2,\"3,5\",hiver\n"),
            Encoding.Unicode.GetBytes("\uFEFFn\técart\n1\t2\n3\t4\n"),
            "sep=;\n1;2\n3;4"u8.ToArray(),
        ];
        var (results, faults) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            byte[] bytes;
            if (round % 3 == 0)
            {
                bytes = new byte[dice.Next(200)];
                dice.NextBytes(bytes);
            }
            else
            {
                bytes = [.. good[dice.Next(good.Length)]];
                for (var change = dice.Next(1, 6); change > 0 && bytes.Length > 1; change--)
                {
                    var at = dice.Next(bytes.Length);
                    bytes = dice.Next(4) switch
                    {
                        0 => [.. bytes[..at], .. bytes[(at + 1)..]],
                        1 => [.. bytes[..at], "\";,\t\n\r "u8[dice.Next(7)], .. bytes[at..]],
                        2 => bytes[..at],
                        _ => [.. bytes[..at], (byte)dice.Next(256), .. bytes[(at + 1)..]],
                    };
                }
            }

            try
            {
                var values = Read(bytes, dice.Next(3) switch { 0 => "ecart", 1 => "2", _ => null });
                Assert.All(values, v => Assert.True(double.IsFinite(v)));
                results++;
            }
            catch (ColumnFault fault)
            {
                Assert.NotEqual("", fault.Message);
                faults++;
            }
        }

        Assert.True(results > 500 && faults > 500, $"{results} results, {faults} faults");
    }

    private static double[] Read(byte[] bytes, string? column)
    {
        using var file = ColumnFile.Open(new MemoryStream(bytes), "f.csv");
        var at = file.Find(column);
        List<double> values = [];
        while (file.Next())
        {
            values.Add(file.Number(at));
        }

        return [.. values];
    }
}

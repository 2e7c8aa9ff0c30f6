using Etabli.Methods.Balancing;

namespace Etabli.Methods.Tests.Balancing;

public sealed class LineFileTests
{
    private const string In2 = "3\n4\n5\n6\n1,2\n2,3\n-1,-1\nfree words\n";
    private const string Alb = "<number of tasks>\r\n3\r\n\r\n<cycle time>\r\n1000\r\n\r\n<order strength>\r\n0,196\r\n\r\n<task times>\r\n1 142\r\n2 34\r\n3 140\r\n\r\n<precedence relations>\r\n1,2\r\n1,3\r\n\r\n<end>\r\n";

    [Fact]
    public void Both_public_forms_are_read_with_any_line_ends_blank_rows_and_a_decimal_comma()
    {
        foreach (var text in new[] { In2, In2.ReplaceLineEndings("\r\n"), In2.ReplaceLineEndings("\r"), "\n\n" + In2.Replace("\n", "\n \n", StringComparison.Ordinal) })
        {
            var (line, cycle) = LineFile.ReadIn2(text);
            Assert.Equal([4, 5, 6], line.Tasks.Select(t => t.Time));
            Assert.Equal([new(0, 1), new(1, 2)], line.Arcs);
            Assert.Null(cycle);
        }

        foreach (var text in new[] { Alb, Alb.ReplaceLineEndings("\n"), Alb.Replace("0,196", "0.196", StringComparison.Ordinal) })
        {
            var (line, cycle) = LineFile.ReadAlb(text);
            Assert.Equal([142, 34, 140], line.Tasks.Select(t => t.Time));
            Assert.Equal([new(0, 1), new(0, 2)], line.Arcs);
            Assert.Equal(1000, cycle);
        }
    }

    [Theory]
    [InlineData("3\n4\n5\n6\n1,2\n2,3\n3,1\n-1,-1", LineFault.Circle, 7)]
    [InlineData("3\n4\n5\n6\n1,2\n2,3", LineFault.Truncated, 6)]
    [InlineData("3\n4\n5", LineFault.Truncated, 3)]
    [InlineData("3\n4\n-5\n6\n-1,-1", LineFault.NegativeTime, 3)]
    [InlineData("3\n4\nfive\n6\n-1,-1", LineFault.Unreadable, 3)]
    [InlineData("3\n4\n5,5\n6\n-1,-1", LineFault.Unreadable, 3)]
    [InlineData("3\n4\n5\n6\n\n1;2\n-1,-1", LineFault.Unreadable, 6)]
    [InlineData("3\n4\n5\n6\n1,9\n-1,-1", LineFault.UnknownTask, 5)]
    [InlineData("100000\n1", LineFault.TooManyTasks, 1)]
    [InlineData("0\n-1,-1", LineFault.Unreadable, 1)]
    [InlineData("99999999999\n1", LineFault.Unreadable, 1)]
    public void What_is_wrong_is_told_with_its_row(string text, LineFault fault, int row)
    {
        var wrong = Assert.Throws<LineException>(() => LineFile.ReadIn2(text));
        Assert.Equal((fault, row), (wrong.Fault, wrong.Row));
    }

    [Fact]
    public void Times_that_overflow_a_task_given_twice_and_a_missing_one_are_refused()
    {
        Assert.Equal(LineFault.TooLong, Assert.Throws<LineException>(() => LineFile.ReadIn2("2\n2000000000\n2000000000\n-1,-1")).Fault);
        Assert.Equal(LineFault.Truncated, Assert.Throws<LineException>(() => LineFile.ReadIn2("")).Fault);
        Assert.Equal((LineFault.Twice, 11), Told(Alb.Replace("2 34", "1 34", StringComparison.Ordinal).Replace("\r\n\r\n", "\r\n", StringComparison.Ordinal).Replace("<cycle", "\r\n\r\n<cycle", StringComparison.Ordinal)));
        Assert.Equal(LineFault.Truncated, Told(Alb.Replace("2 34\r\n", "", StringComparison.Ordinal)).Item1);
        Assert.Equal(LineFault.Truncated, Told(Alb.Replace("<end>", "", StringComparison.Ordinal)).Item1);
        Assert.Equal(LineFault.NoName, Assert.Throws<LineException>(() => AssemblyLine.Of([new("", 1)], [])).Fault);
        Assert.Equal(LineFault.Twice, Assert.Throws<LineException>(() => AssemblyLine.Of([new("a", 1), new("a", 1)], [])).Fault);
    }

    [Fact]
    public void A_circle_is_told_whole_from_a_task_back_to_it()
    {
        var wrong = Assert.Throws<LineException>(() => LineFile.ReadIn2("4\n1\n1\n1\n1\n1,2\n2,3\n3,4\n4,2\n-1,-1"));
        Assert.Equal(["2", "3", "4", "2"], wrong.About);
        Assert.Equal(["1", "1"], Assert.Throws<LineException>(() => LineFile.ReadIn2("1\n1\n1,1\n-1,-1")).About);
    }

    [Fact]
    public void Whatever_is_cut_changed_or_put_in_a_file_is_read_or_refused_in_words_and_never_breaks()
    {
        var random = new Random(42);
        foreach (var (text, read) in new (string, Func<string, LineFile>)[] { (In2, LineFile.ReadIn2), (Alb, LineFile.ReadAlb) })
        {
            for (var turn = 0; turn < 20_000; turn++)
            {
                var letters = text.ToList();
                for (var change = random.Next(1, 6); change > 0 && letters.Count > 0; change--)
                {
                    var at = random.Next(letters.Count);
                    switch (random.Next(4))
                    {
                        case 0: letters.RemoveAt(at); break;
                        case 1: letters[at] = (char)random.Next(1, 256); break;
                        case 2: letters.Insert(at, "0123456789,-<>\n\r é٣"[random.Next(19)]); break;
                        default: letters.RemoveRange(at, Math.Min(random.Next(20), letters.Count - at)); break;
                    }
                }

                try
                {
                    var file = read(new string([.. letters]));
                    Assert.NotEmpty(file.Line.Tasks);
                }
                catch (LineException refused)
                {
                    Assert.True(Enum.IsDefined(refused.Fault));
                }
            }
        }
    }

    private static (LineFault, int?) Told(string alb)
    {
        var wrong = Assert.Throws<LineException>(() => LineFile.ReadAlb(alb));
        return (wrong.Fault, wrong.Row);
    }
}

using System.Globalization;
using System.Text;
using Etabli.Methods.WorkMeasurement;

namespace Etabli.Methods.Tests.WorkMeasurement;

public sealed class MotionSequenceTests
{
    private static readonly MotionTable Most = MotionTable.BasicMost;

    [Fact]
    public void The_published_general_move_takes_170_TMU_or_6_12_seconds()
    {
        var printed = DemoFactory.Published("methods/most_basic.json").GetProperty("cases")[0];
        var read = Most.Time(printed.GetProperty("sequence").GetString()!);
        Assert.Equal(printed.GetProperty("tmu").GetDouble(), read.Tmu.Known);
        Assert.Equal(printed.GetProperty("seconds").GetDouble(), read.Time!.Value.TotalSeconds);
    }

    [Theory]
    [InlineData("A6 B6 G1 A1 B0 P3 A0", 170)]
    [InlineData("A6B6G1A1B0P3A0", 170)]
    [InlineData("a6, b6, g1, a1, b0, p3, a0", 170)]
    [InlineData("A3 B0 G1 (A1 B0 P3)×4 A0", 200)]
    [InlineData("A3 B0 G1 (A1 B0 P3)*4 A0", 200)]
    [InlineData("A3 B0 G1 4×(A1 B0 P3) A0", 200)]
    [InlineData("A3 B0 G1 (A1 B0 P3) A0 (4)", 200)]
    [InlineData("A6 B6 G1 A1 B0 P3 A0 (2)", 340)]
    [InlineData("(A6 B6 G1 A1 B0 P3 A0)×0,5", 85)]
    [InlineData("A1 B0 G1 M3 X10 I0 A0", 150)]
    [InlineData("A1 B0 G1 (A1 B0 P3 F6)×2 A1 B0 P1 A0", 240)]
    public void A_sequence_is_ten_times_its_indices_frequencies_on_partial_sums(string sequence, double tmu)
    {
        var read = Most.Time(sequence);
        Assert.Empty(read.Faults);
        Assert.Equal(tmu, read.Tmu.Known);
    }

    [Theory]
    [InlineData("A6 B6 G2 A1 B0 P3 A0", SequenceProblem.NotInScale, 7, "G1 G3")]
    [InlineData("A6 B6 Q1 A1 B0 P3 A0", SequenceProblem.UnknownCode, 7, null)]
    [InlineData("A6 B6 G A1 B0 P3 A0", SequenceProblem.NumberWrong, 7, "G0 G1 G3 G6")]
    [InlineData("A6 G1 B6 A1 B0 P3 A0", SequenceProblem.WrongOrder, 4, "B")]
    [InlineData("A6 B6 G1 A1 B0 P3", SequenceProblem.Unfinished, 18, "A F L C S M R T")]
    [InlineData("A6 B6 G1 P3", SequenceProblem.WrongOrder, 10, "A M")]
    [InlineData("A6 B6 G1 (A1 B0 P3 A0", SequenceProblem.NotClosed, 10, ")")]
    [InlineData("A6 B6 G1 A1) B0 P3 A0", SequenceProblem.NotOpened, 12, null)]
    [InlineData("A6 B6 G1 (A1 B0 P3)×0 A0", SequenceProblem.FrequencyWrong, 20, "×2")]
    [InlineData("(A6 B6) G1 (A1 B0 P3) A0 (4)", SequenceProblem.FrequencyOfWhich, 26, ")×4")]
    [InlineData("A6 B6 G1 A1 B0 P3 A0 ()", SequenceProblem.NothingInside, 22, null)]
    [InlineData("A6 # B6 G1 A1 B0 P3 A0", SequenceProblem.UnknownSign, 4, null)]
    [InlineData("×2 A6 B6 G1 A1 B0 P3 A0", SequenceProblem.FrequencyWrong, 1, "×2")]
    [InlineData("  ", SequenceProblem.Empty, 1, null)]
    public void Each_bad_token_is_named_with_its_place_and_how_to_mend_it(string sequence, SequenceProblem problem, int position, string? proposals)
    {
        var read = Most.Time(sequence);
        var fault = read.Faults[0];
        Assert.Equal((problem, position), (fault.Problem, fault.Position));
        Assert.False(read.Tmu.IsKnown);
        Assert.Null(read.Time);
        if (proposals is not null)
        {
            Assert.Equal(proposals.Split(' '), fault.Proposals);
        }
    }

    [Fact]
    public void What_is_proposed_for_a_wrong_index_mends_the_sequence() =>
        Assert.All(Most.Time("A6 B6 G2 A1 B0 P3 A0").Faults[0].Proposals, p => Assert.Empty(Most.Time($"A6 B6 {p} A1 B0 P3 A0").Faults));

    [Fact]
    public void The_reach_and_move_cards_in_inches_are_found_again_value_by_value()
    {
        foreach (var (file, letter) in new[] { ("methods/mtm1_reach_inches.csv", "R"), ("methods/mtm1_move_inches.csv", "M") })
        {
            var lines = DemoFactory.PublishedLines(file);
            var head = lines[0].Split(',');
            foreach (var cells in lines.Skip(1).Select(l => l.Split(',')))
            {
                for (var i = 1; i < head.Length; i++)
                {
                    var cases = head[i] switch { "CD" => ["C", "D"], "A_hand_in_motion" => ["Am"], "B_hand_in_motion" => ["Bm"], _ => new[] { head[i] } };
                    Assert.All(cases, c => Assert.Equal(DemoFactory.Number(cells[i]), MotionTable.Mtm1.Time($"{letter}{DemoFactory.Number(cells[0]).ToString(CultureInfo.InvariantCulture)}{c}").Tmu.Known, 1e-9));
                }
            }
        }
    }

    [Theory]
    [InlineData("T90S", 5.4)]
    [InlineData("T180L", 28.2)]
    [InlineData("LM25", 12.1)]
    [InlineData("SS40C2", 38.1)]
    [InlineData("TBC2", 37.2)]
    [InlineData("EF EF", 14.6)]
    [InlineData("3×G1A", 6)]
    [InlineData("(G1A RL1)×2 W4P", 68)]
    [InlineData("ET10/16", 9.5)]
    [InlineData("ET40/16", 20)]
    public void Codes_of_MTM_1_with_a_number_are_reckoned_from_the_table(string sequence, double expected)
    {
        var read = MotionTable.Mtm1.Time(sequence);
        Assert.Empty(read.Faults);
        Assert.Equal(expected, read.Tmu.Known, 1e-9);
    }

    [Fact]
    public void A_hand_in_motion_is_written_before_or_after_the_code() =>
        Assert.Equal(MotionTable.Mtm1.Time("R10Am").Tmu.Known, MotionTable.Mtm1.Time("mR10A").Tmu.Known);

    [Fact]
    public void Between_two_distances_of_the_card_the_time_lies_between_and_beyond_it_grows_by_the_inch()
    {
        double R(string distance) => MotionTable.Mtm1.Time($"R{distance}B").Tmu.Known;
        Assert.InRange(R("11"), R("10"), R("12"));
        Assert.Equal(R("30") + 0.7 * 4, R("34"), 1e-9);
    }

    [Fact]
    public void A_weight_is_allowed_by_its_class_factor_and_constant()
    {
        // 10 inches to an exact place with 12 lb: the class up to 12.5 lb, times 1.11 plus 3.9.
        var light = MotionTable.Mtm1.Time("M10C").Tmu.Known;
        Assert.Equal(Math.Round(light * 1.11 + 3.9, 1, MidpointRounding.AwayFromZero), MotionTable.Mtm1.Time("M10C12").Tmu.Known, 1e-9);
        Assert.Equal(light, MotionTable.Mtm1.Time("M10C2").Tmu.Known, 1e-9);
        Assert.Equal(SequenceProblem.TooFar, MotionTable.Mtm1.Time("M10C60").Faults[0].Problem);
    }

    [Theory]
    [InlineData("R10F", SequenceProblem.NoSuchCase, "R10B")]
    [InlineData("T100S", SequenceProblem.NotInScale, "T105S")]
    [InlineData("G9Z", SequenceProblem.UnknownCode, "G1A")]
    [InlineData("G1A2X", SequenceProblem.UnknownCode, "G1A")]
    [InlineData("R5A R10", SequenceProblem.NoSuchCase, "R10A")]
    public void A_code_that_is_not_in_the_card_is_named_with_the_nearest(string sequence, SequenceProblem problem, string proposed)
    {
        var fault = Assert.Single(MotionTable.Mtm1.Time(sequence).Faults);
        Assert.Equal(problem, fault.Problem);
        Assert.Contains(proposed, fault.Proposals);
    }

    [Fact]
    public void A_card_of_distance_classes_takes_the_class_above_and_counts_a_weight_as_MTM_2_is_written()
    {
        // The form of an MTM-2 card, its values made up: the card itself does not ship.
        var card = MotionTable.Read("""
            {"code": "own-2", "name": "Own card", "version": "1", "notation": "codes", "source": "made up for this test", "rights": "", "values": [{"code": "A", "tmu": 11, "status": "from memory"}],
             "families": [
              {"kind": "distance", "prefix": "GB", "unit": "cm", "status": "from memory", "points": [5, 15, 30], "cases": {"": [2, 4, 8]}, "between": "up"},
              {"kind": "counted", "prefix": "PW", "unit": "kg", "status": "from memory", "value": 1, "per": 5}]}
            """);
        Assert.Equal(8, card.Time("GB30").Tmu.Known);
        Assert.Equal(card.Time("GB30").Tmu.Known, card.Time("GB20").Tmu.Known);
        Assert.Equal(SequenceProblem.TooFar, card.Time("GB90").Faults[0].Problem);
        Assert.Equal(2, card.Time("PW6").Tmu.Known);
        Assert.False(card.Time("GB30 A").IsVerified);
        Assert.True(MotionTable.Mtm1.Time("R10B G1A").IsVerified);
    }

    [Fact]
    public void A_card_that_is_not_public_does_not_ship_and_is_read_when_its_owner_brings_it()
    {
        Assert.DoesNotContain(MotionTable.Shipped, t => t.Name.Contains("UAS", StringComparison.OrdinalIgnoreCase));
        var card = MotionTable.ReadCsv("code;tmu;sens\nXA1;20;prendre et placer\nXB2;7,5;tourner\n", "uas-entreprise", "2024", "carte de l’entreprise");
        Assert.Equal(47.5, card.Time("XA1×2 XB2").Tmu.Known);
        Assert.All(card.Values.Values, v => Assert.Equal(MotionStatus.Imported, v.Status));
        Assert.Equal("Line 3: XA1 is there twice, or there are more than 20000 codes.", Assert.Throws<FormatException>(() => MotionTable.ReadCsv("code,tmu\nXA1,20\nXA1,21", "c", "v", "s")).Message);
        Assert.Throws<FormatException>(() => MotionTable.ReadCsv("code,tmu\nXA1,twenty", "c", "v", "s"));
    }

    [Fact]
    public void Every_table_names_itself_its_version_and_its_source()
    {
        Assert.Equal(["most-basic", "mtm-1-inches"], MotionTable.Shipped.Select(t => t.Code));
        Assert.All(MotionTable.Shipped, t => Assert.True(t.Version.Length > 0 && t.Source.Length > 20 && t.Rights.Contains("trademark", StringComparison.Ordinal)));
        Assert.Contains("2026-11", MotionTable.BasicMost.Time("A6 B6 G1 A1 B0 P3 A0").Tmu.Because.Formula.Source.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_hands_at_once_the_longer_counts()
    {
        var analysis = MotionAnalysis.Of(MotionTable.Mtm1,
        [
            new("reach the nut", "R10B G1A", Hand.Left, 1, 1), new("reach the bolt", "R4A G1A", Hand.Right, 1, 1), new("turn", "T90S", Hand.Right, 3), new("release", "RL1", Hand.Both),
        ]);
        Assert.Equal([true, false, true, true], analysis.Rows.Select(r => r.Counts));
        Assert.Equal(MotionTable.Mtm1.Time("R10B G1A").Tmu.Known + 3 * 5.4 + 2, analysis.Tmu.Known, 1e-9);
        var even = MotionAnalysis.Of(MotionTable.Mtm1, [new("left", "G1A", Hand.Left, 1, 1), new("right", "G1A", Hand.Right, 1, 1)]);
        Assert.Equal(2, even.Tmu.Known);
    }

    [Fact]
    public void An_analysis_with_a_wrong_row_has_no_time_and_names_the_row()
    {
        var analysis = MotionAnalysis.Of(Most, [new("take", "A6 B6 G1 A1 B0 P3 A0"), new("turn", "A6 B6")]);
        Assert.False(analysis.Tmu.IsKnown);
        Assert.Equal("turn", Assert.Single(analysis.Tmu.Because.Gaps).Of);
    }

    [Fact]
    public void Whatever_is_typed_the_reader_gives_a_time_or_a_fault_inside_the_text()
    {
        var dice = new Random(81);
        const string Signs = "AABBGGPPMXIFLCRTW0136 24()××**,.;/-+mxz# é";
        foreach (var table in MotionTable.Shipped)
        {
            for (var run = 0; run < 20_000; run++)
            {
                var text = new StringBuilder();
                for (var i = dice.Next(40); i > 0; i--)
                {
                    text.Append(Signs[dice.Next(Signs.Length)]);
                }

                var read = table.Time(text.ToString());
                Assert.Equal(read.Faults.Count == 0, read.Tmu.IsKnown);
                Assert.All(read.Faults, f => Assert.InRange(f.Position, 1, text.Length + 1));
                Assert.True(read.Tmu.Value is null or >= 0);
            }
        }
    }

    [Fact]
    public void A_card_typed_any_how_is_read_or_refused_with_its_line()
    {
        var dice = new Random(85);
        const string Signs = "ABX12;,\t\n\r\"., -é";
        for (var run = 0; run < 5_000; run++)
        {
            var text = "code;tmu\n" + string.Concat(Enumerable.Range(0, dice.Next(30)).Select(_ => Signs[dice.Next(Signs.Length)]));
            try
            {
                Assert.NotEmpty(MotionTable.ReadCsv(text, "c", "v", "s").Values);
            }
            catch (FormatException refused)
            {
                Assert.StartsWith("Line ", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_table_with_anything_cut_or_changed_is_read_or_refused_and_never_worse()
    {
        var dice = new Random(84);
        foreach (var name in new[] { "most-basic.json", "mtm-1-inches.json" })
        {
            var json = ShippedTables.Text(name);
            for (var run = 0; run < 400; run++)
            {
                var broken = new StringBuilder(json);
                for (var i = dice.Next(1, 4); i > 0; i--)
                {
                    var at = dice.Next(broken.Length - 1);
                    _ = dice.Next(3) switch { 0 => broken.Remove(at, 1), 1 => broken.Insert(at, "0\"{},-[]"[dice.Next(8)]), _ => broken.Replace(broken[at], (char)dice.Next(32, 126), at, 1) };
                }

                try
                {
                    MotionTable.Read(broken.ToString()).Time("A6 B6 G1 A1 B0 P3 A0 R10B");
                }
                catch (FormatException refused)
                {
                    Assert.NotEmpty(refused.Message);
                }
            }
        }
    }
}

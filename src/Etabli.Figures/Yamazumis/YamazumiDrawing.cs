using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Yamazumis;

/// <summary>Draws the load of each post as a stack of its tasks, against the takt. (fr: yamazumi)</summary>
public static class YamazumiDrawing
{
    private const double Narrowest = 150;
    private const double Gap = 1.4;
    private const double NameFrom = 6;
    private const double NumberFrom = 3;
    private const double Leading = 3.4;
    private const double Words = 25;
    private static readonly Paint TaktLine = Paint.Line(Tone.Bad, Paint.Strong);
    private static readonly Paint TargetLine = Paint.Line(Tone.Bad, Paint.Plain, "2 1.2");
    private static readonly TextStyle Small = new(2.7, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Body = new(2.7);
    private static readonly TextStyle Strong = new(2.7, FontFace.Semibold);
    private static readonly TextStyle Sum = new(2.9, FontFace.Sans, Tone.Ink, Anchor.Middle);

    /// <summary>The width in millimetres at which its columns stand in one row and are easy to read.</summary>
    /// <param name="figure">What it shows.</param>
    public static double Wide(Yamazumi figure) => YamazumiLayout.Wide(figure ?? throw new ArgumentNullException(nameof(figure)));

    /// <summary>Draws it.</summary>
    /// <param name="figure">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 150 mm wide or more; 400 is a landscape A3.</param>
    public static string Draw(Yamazumi figure, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        var (language, words) = (sheet.Language, YamazumiWords.In(sheet.Language));
        if (figure.Posts.Count == 0)
        {
            return FigureFrame.Empty(sheet, figure.Title, words.Nothing);
        }

        var posts = figure.Posts.Concat(figure.Proposal).ToList();
        var layout = YamazumiLayout.Of(figure, sheet, posts.Max(p => Sum.Measure(Time(figure, p.Load, language))));
        var moves = figure.Moves();
        var facts = Facts(figure, moves.Count, language, words);
        var boxTall = 6.0 + facts.Count * 8.4;
        var legend = Legend(figure, moves.Count, language, words, sheet.Width);
        var notes = figure.Notes.Concat(layout.Left > 0 ? [string.Format(CultureInfo.InvariantCulture, words.More, language.Counted(layout.Left, words.OnePost, words.ManyPosts))] : [])
            .SelectMany(n => TextFitting.Wrap(n, sheet.Width, Small.Size, Small.Face, 3)).ToList();
        var columnsEnd = layout.IsBoxBeside ? Math.Max(layout.Bottom, layout.Rows[0].Top + boxTall + 3) : layout.Bottom;
        var legendTop = columnsEnd + 1;
        var boxTop = layout.IsBoxBeside ? layout.Rows[0].Top : legendTop + (legend.Count == 0 ? 0 : legend[^1].Row * 5 + 7);
        var bottom = layout.IsBoxBeside ? legendTop + (legend.Count == 0 ? 0 : legend[^1].Row * 5 + 6) : boxTop + 4 + (facts.Count + 1) / 2 * 8.4;
        return FigureFrame.Draw(sheet, bottom + notes.Count * 4 + 1, figure.Title, Reading(figure, moves.Count, language, words), pen =>
        {
            FigureHead.Draw(pen, sheet, figure.Title, language.Counted(figure.Posts.Sum(p => p.Blocks.Count), words.OneTask, words.ManyTasks), figure.Period);
            foreach (var row in layout.Rows)
            {
                DrawRow(pen, figure, layout, row, moves, sheet);
            }

            foreach (var entry in legend)
            {
                DrawLegend(pen, entry, legendTop + entry.Row * 5);
            }

            DrawFacts(pen, facts, figure.Proposal.Count > 0, layout.IsBoxBeside, boxTop, sheet, words);
            pen.Lines(0, bottom + 2, notes, Small, 4);
        }, Hatching.Necessary, Hatching.Waste, Hatching.Unset);
    }

    private static void DrawRow(SvgPen pen, Yamazumi figure, YamazumiLayout layout, YamazumiRow row, IReadOnlyList<YamazumiMove> moves, Sheet sheet)
    {
        var (language, words, floor) = (sheet.Language, YamazumiWords.In(sheet.Language), layout.Base(row));
        foreach (var (x, name) in row.Heads)
        {
            pen.Text(x + Gap / 2, row.Top - YamazumiLayout.Above - 1.6, name, new TextStyle(3.4, FontFace.Semibold), row.Right - x);
        }

        var tallest = layout.PerUnit == 0 ? 0 : layout.Plot / layout.PerUnit;
        var scale = ValueAxis.Of([0, tallest], 8, fromZero: true);
        pen.Text(YamazumiLayout.Axis - 2, row.Top - 3, figure.Unit, Small with { Anchor = Anchor.End });
        foreach (var graduation in scale.Graduations.Where(g => layout.PerUnit > 0 ? g <= tallest * (1 + 1e-9) : g == 0))
        {
            var y = floor - graduation * layout.PerUnit;
            pen.Line(YamazumiLayout.Axis - 1, y, row.Right, y, Paint.Line(Tone.Grid, Paint.Fine));
            pen.Text(YamazumiLayout.Axis - 2, y + 0.95, language.Number((decimal)graduation, scale.Decimals), Small with { Anchor = Anchor.End }, YamazumiLayout.Axis - 2);
        }

        DrawLimits(pen, figure, layout, row, language, words);
        foreach (var column in row.Columns)
        {
            // What is moved is the proposal, or today as long as there is none.
            var isMovable = column.IsProposed == figure.Proposal.Count > 0;
            if (isMovable)
            {
                pen.Begin(null, null, column.Post.Name);
            }

            DrawColumn(pen, figure, layout, column, floor, moves, language, words);
            if (isMovable)
            {
                pen.End();
            }
        }

        pen.Line(YamazumiLayout.Axis - 1, floor, row.Right, floor, Paint.Line(Tone.Ink, 0.5));
    }

    private static void DrawLimits(SvgPen pen, Yamazumi figure, YamazumiLayout layout, YamazumiRow row, Language language, YamazumiWords words)
    {
        if (figure.Takt <= 0)
        {
            return;
        }

        var y = layout.Base(row) - (double)figure.Takt * layout.PerUnit;
        var said = words.Takt + " " + Time(figure, figure.Takt, language);
        var style = new TextStyle(3, FontFace.Semibold, Tone.Bad);
        pen.Begin(said);
        pen.Line(YamazumiLayout.Axis - 1, y, row.Right + 1, y, TaktLine);
        pen.Text(row.Right + 2, y + (figure.Target is null ? 1 : -0.6), Shown(words.Takt, figure.Takt, style), style, Words);
        pen.End();
        if (figure.Target is not { } share || share <= 0)
        {
            return;
        }

        var target = y + (double)((1 - share) * figure.Takt) * layout.PerUnit;
        if (target < row.Top - 1)
        {
            return;
        }

        var aimed = Percent(share, language);
        pen.Begin(language.Labelled(words.Target, aimed + ", " + Time(figure, share * figure.Takt, language)));
        pen.Line(YamazumiLayout.Axis - 1, target, row.Right + 1, target, TargetLine);

        // Below the takt's words when the two lines are close.
        var under = share <= 1 ? Math.Max(target + 1, y + 2.9) : Math.Min(target + 1, y - 4);
        pen.Text(row.Right + 2, under, Shown(words.Target, share * figure.Takt, Small), Small with { Tone = Tone.Bad }, Words);
        pen.Text(row.Right + 2, under + (share <= 1 ? 3.4 : -3.4), aimed, Small, Words);
        pen.End();

        // The axis says the unit: a long time goes without.
        string Shown(string name, decimal time, TextStyle written) => written.Measure(name + " " + Time(figure, time, language)) <= Words ? name + " " + Time(figure, time, language) : name + " " + new Amount(time, string.Empty, 1).In(language);
    }

    private static void DrawColumn(SvgPen pen, Yamazumi figure, YamazumiLayout layout, YamazumiColumn column, double floor, IReadOnlyList<YamazumiMove> moves, Language language, YamazumiWords words)
    {
        var (left, whole, y, bottom) = (column.Left + Gap / 2, layout.Pitch - Gap, floor, floor);
        var width = whole - layout.Bars;
        var (takt, isCopied) = (figure.Takt * column.Post.Copies, column.Post.Copies > 1);
        foreach (var block in column.Post.Blocks)
        {
            var tall = (double)block.Time * layout.PerUnit;
            (y, bottom) = (y - tall, y);
            var move = column.IsProposed ? moves.FirstOrDefault(m => m.Number == block.Number && m.To == column.Post.Name) : null;
            pen.Begin(string.Join(", ", new[] { Named(block), Time(figure, block.Time, language), words.Worths[(int)block.Worth], move is null ? string.Empty : Mark(move) }.Where(w => w.Length > 0)), column.IsProposed == figure.Proposal.Count > 0 ? block.Number : null);
            Fill(pen, left, y, width, tall, block.Worth, tall > 0.8);
            if (move is not null)
            {
                var inset = Math.Min(0.45, tall / 2);
                pen.Rect(left + 0.45, y + inset, width - 0.9, tall - 2 * inset, Paint.Line(Tone.Ink, Math.Min(0.9, Math.Max(0.2, tall / 2))));
            }

            // A limit runs over the block and under its words.
            if (figure.Takt > 0)
            {
                Cross(takt, TaktLine);
                Cross((figure.Target ?? 0) * takt, TargetLine);
            }

            Label(pen, block, move, new Area(left, y, width, tall), figure, language);
            pen.End();
        }

        if (column.Post.Blocks.Count == 0)
        {
            pen.Rect(left, floor - 5, width, 5, Paint.Line(Tone.Line2, 0.25, "1.2 0.8"));
            pen.Text(left + width / 2, floor - 1.6, words.Empty, Small with { Anchor = Anchor.Middle }, width - 1);
        }

        if (column.Post.Load > column.Post.Work)
        {
            // Beyond the tasks: an empty box up to when the post is ready again.
            var top = floor - (double)column.Post.Load * layout.PerUnit;
            var beyond = Time(figure, column.Post.Load - column.Post.Work, language);
            pen.Begin(language.Labelled(column.Post.Said, words.Beyond + " " + beyond));
            pen.Line(left, top, left + width, top, Paint.Line(Tone.Ink2, 0.35));
            pen.Rect(left, top, width, y - top, Paint.Line(Tone.Ink2, 0.3, "1.2 0.8"));
            if (y - top >= NumberFrom)
            {
                pen.Text(left + width / 2, (top + y) / 2 + 0.95, "+ " + beyond, Small with { Anchor = Anchor.Middle }, width - 1);
            }

            pen.End();
        }

        if (isCopied && takt > 0)
        {
            var at = floor - (double)takt * layout.PerUnit;
            pen.Line(left - 0.4, at, left + whole + 0.4, at, TaktLine);
            pen.Text(left + whole / 2, at - 0.9, string.Format(CultureInfo.InvariantCulture, words.InCopies, column.Post.Copies), new TextStyle(2.7, FontFace.Semibold, Tone.Bad, Anchor.Middle), whole + Gap);
        }

        YamazumiModels.Draw(pen, figure, layout, column.Post, left, left + whole, floor, language);
        DrawHead(pen, figure, column, left, whole, floor, language, words);

        void Cross(decimal limit, Paint paint)
        {
            var at = floor - (double)limit * layout.PerUnit;
            if (limit > 0 && at >= y && at < bottom)
            {
                pen.Line(left, at, left + width, at, paint);
            }
        }
    }

    private static void DrawHead(SvgPen pen, Yamazumi figure, YamazumiColumn column, double left, double width, double floor, Language language, YamazumiWords words)
    {
        var (middle, post, name) = (left + width / 2, column.Post, new TextStyle(3.2, FontFace.Semibold, Tone.Ink, Anchor.Middle));
        var verdict = Verdict(figure, post);
        var said = post.Copies > 1 ? $"{post.Said} ×{post.Copies}" : post.Said;
        var room = width - (verdict is null ? 0 : 5.6);
        pen.Text(middle + (verdict is null ? 0 : 2.8), floor + 4, said, name, room);
        if (verdict is { } status)
        {
            StatusMark.Draw(pen, middle + 2.8 - Math.Min(room, name.Measure(said)) / 2 - 3.2, floor + 3, 4.2, status);
        }

        List<string> lines = [Time(figure, post.Load, language)];
        if (figure.Takt > 0)
        {
            lines.Add(Percent(post.Load / (figure.Takt * post.Copies), language));
        }

        if (YamazumiModels.Highest(post) is { } highest)
        {
            lines.Add(string.Format(CultureInfo.InvariantCulture, words.Highest, Time(figure, post.ByModel[highest], language)));
        }

        if (post.Worker is { } worker)
        {
            lines.Insert(0, worker);
        }

        if (post.Persons is { } persons)
        {
            lines.Add(language.Counted(persons, words.OnePerson, words.ManyPersons));
        }

        if (column.Was is { } was && was != post.Name)
        {
            lines.Add(was.Length == 0 ? words.New : string.Format(CultureInfo.InvariantCulture, words.Was, was));
        }

        for (var i = 0; i < lines.Count; i++)
        {
            pen.Text(middle, floor + 7.6 + i * 3.6, lines[i], i == 0 && post.Worker is not null ? Strong with { Anchor = Anchor.Middle } : i == (post.Worker is null ? 0 : 1) ? Sum : Small with { Anchor = Anchor.Middle }, width + Gap);
        }
    }

    private static Status? Verdict(Yamazumi figure, YamazumiPost post)
    {
        var takt = figure.Takt * post.Copies;
        return figure.Takt <= 0 ? null : post.Load > takt || YamazumiModels.IsAnyOver(figure, post) ? Status.Bad : figure.Target is { } share && post.Load > share * takt ? Status.Warning : null;
    }

    /// <summary>Number and name where the block has room for them, the number alone where it has little, nothing in a sliver.</summary>
    private static void Label(SvgPen pen, YamazumiBlock block, YamazumiMove? move, Area place, Yamazumi figure, Language language)
    {
        var room = place.Width - 3.2;
        if (place.Height < NumberFrom || Strong.Measure(block.Number) > room)
        {
            return;
        }

        var mark = move is null ? string.Empty : Mark(move);
        var most = Math.Min(4, (int)((place.Height - 1.6) / Leading));
        if (place.Height < NameFrom || most < 2)
        {
            var first = place.Height < NameFrom ? string.Empty : TextFitting.Shorten(block.Name, room - Strong.Measure(block.Number) - 1 - (mark.Length == 0 ? 0 : Strong.Measure(mark) + 2), Body.Size, Body.Face);

            // Two letters of a name say nothing.
            first = first.Length < 6 && first != block.Name ? string.Empty : first;
            Write(pen, place, [(block.Number, first, mark)], room);
            return;
        }

        List<(string, string, string)> lines = [(block.Number, string.Empty, mark.Length > 0 ? mark : Time(figure, block.Time, language))];
        lines.AddRange(TextFitting.Wrap(block.Name, room, Body.Size, Body.Face, most - 1).Select(l => (string.Empty, l, string.Empty)));
        Write(pen, place, lines, room);
    }

    /// <summary>The lines in the middle of their block, on paper so that they are read over any hatching.</summary>
    private static void Write(SvgPen pen, Area block, List<(string Number, string Text, string End)> lines, double room)
    {
        var top = block.CentreY - lines.Count * Leading / 2;
        pen.Rect(block.Left + 0.9, Math.Max(block.Top + 0.3, top - 0.3), block.Width - 1.8, Math.Min(block.Height - 0.6, lines.Count * Leading + 0.6), new Paint(Tone.Paper), 0.4);
        for (var i = 0; i < lines.Count; i++)
        {
            var (number, text, end) = lines[i];
            var y = top + i * Leading + Leading / 2 + 0.95;
            var used = number.Length == 0 ? 0 : Strong.Measure(number) + 1;
            pen.Text(block.Left + 1.6, y, number, Strong);
            pen.Text(block.Left + 1.6 + used, y, text, Body);
            if (end.Length > 0 && used + (text.Length == 0 ? 0 : Body.Measure(text) + 1) + Strong.Measure(end) <= room)
            {
                pen.Text(block.Right - 1.6, y, end, (end.Contains('→', StringComparison.Ordinal) ? Strong : Body) with { Anchor = Anchor.End });
            }
        }
    }

    private static void Fill(SvgPen pen, double x, double y, double width, double height, BlockWorth worth, bool isOutlined = true)
    {
        var paint = worth switch
        {
            BlockWorth.ValueAdding => new Paint(Tone.ValueAdding),
            BlockWorth.Necessary => new Paint(null, Hatching: Hatching.Necessary),
            BlockWorth.Waste => new Paint(null, Hatching: Hatching.Waste),
            _ => new Paint(null, Hatching: Hatching.Unset),
        };
        pen.Rect(x, y, width, height, isOutlined ? paint with { Stroke = worth is BlockWorth.Unset or BlockWorth.Waste ? Tone.Ink2 : Tone.Paper, Width = 0.3 } : paint);
    }

    private static List<(double X, int Row, string Kind, string Said)> Legend(Yamazumi figure, int moved, Language language, YamazumiWords words, double width)
    {
        List<(string Kind, string Said)> said = [.. figure.Posts.Concat(figure.Proposal).SelectMany(p => p.Blocks).Select(b => b.Worth).Distinct().OrderBy(w => w == BlockWorth.Unset ? 9 : (int)w).Select(w => (w.ToString(), words.Worths[(int)w]))];
        List<YamazumiPost> posts = [.. figure.Posts, .. figure.Proposal];
        said.AddRange(moved > 0 ? [("Moved", words.MovedMark)] : []);
        said.AddRange(posts.Exists(p => p.Load > p.Work) ? [("Beyond", words.Beyond)] : []);
        said.AddRange(figure.Takt > 0 && posts.Exists(p => p.Load > figure.Takt * p.Copies) ? [(nameof(Status.Bad), words.OverTakt)] : []);
        said.AddRange(posts.Exists(p => YamazumiModels.IsAnyOver(figure, p)) ? [(nameof(Status.Bad), words.OverModel)] : []);
        said.AddRange(posts.Exists(p => Verdict(figure, p) == Status.Warning) ? [(nameof(Status.Warning), words.OverTarget)] : []);
        if (figure.Models.Count > 0)
        {
            said.Add((string.Empty, words.MeanOfMix));
            said.AddRange(YamazumiModels.Shown(figure).Select(m => (nameof(Tone.Series1)[..^1] + m, YamazumiModels.Share(figure.Models[m], language, words))));
        }

        List<(double, int, string, string)> placed = [];
        var (x, row) = (0.0, 0);
        foreach (var (kind, text) in said)
        {
            var wide = Indent(kind) + Small.Measure(text);

            // The models begin a row: their order is told once.
            (x, row) = x > 0 && kind.Length == 0 ? (0, row + 1) : (x, row);
            (x, row) = x > 0 && x + wide > width ? (0, row + 1) : (x, row);
            placed.Add((x, row, kind, text));
            x += wide + 6;
        }

        return placed;
    }

    private static double Indent(string kind) => kind.Length == 0 ? 0 : kind.StartsWith("Series", StringComparison.Ordinal) ? 4 : 8;

    private static void DrawLegend(SvgPen pen, (double X, int Row, string Kind, string Said) entry, double y)
    {
        if (Enum.TryParse<Status>(entry.Kind, out var status) && status != Status.Unset)
        {
            StatusMark.Draw(pen, entry.X + 3.2, y + 2.2, 4.2, status);
        }
        else if (Enum.TryParse<BlockWorth>(entry.Kind, out var worth))
        {
            Fill(pen, entry.X + 0.2, y + 0.2, 6, 3.8, worth);
        }
        else if (entry.Kind.StartsWith("Series", StringComparison.Ordinal))
        {
            pen.Rect(entry.X + 0.6, y + 0.2, 2, 3.8, new Paint(YamazumiModels.Tones[int.Parse(entry.Kind.AsSpan(6), CultureInfo.InvariantCulture) % YamazumiModels.Tones.Length]));
        }
        else if (entry.Kind.Length > 0)
        {
            pen.Rect(entry.X + 0.6, y + 0.6, 5.4, 3.2, entry.Kind == "Beyond" ? Paint.Line(Tone.Ink2, 0.3, "1.2 0.8") : Paint.Line(Tone.Ink, 0.9));
        }

        pen.Text(entry.X + Indent(entry.Kind), y + 3.2, entry.Said, Small with { Tone = Tone.Ink });
    }

    private static List<(string Name, string Formula, string Today, string Proposal)> Facts(Yamazumi figure, int moved, Language language, YamazumiWords words)
    {
        var isCompared = figure.Proposal.Count > 0;
        var hasPlaces = figure.Posts.Concat(figure.Proposal).Any(p => p.Hand is not null || p.Copies > 1);
        List<(string, string, string, string)> facts = [];
        void Add(string name, string formula, Func<YamazumiBalance, string?> value)
        {
            if (figure.Balance is { } today && value(today) is { } now)
            {
                facts.Add((name, formula, now, isCompared ? (figure.ProposedBalance is { } proposal ? value(proposal) : null) ?? "–" : string.Empty));
            }
        }

        Add(hasPlaces ? words.Places : words.Posts, "n", b => language.Number(b.Posts));
        Add(words.Total, string.Empty, b => Time(figure, b.Total, language));
        Add(words.Longest, "max", b => Time(figure, b.Longest, language));
        Add(words.Efficiency, words.EfficiencyFormula, b => b.Efficiency is { } share ? Percent(share, language, 1) : null);
        Add(words.Smoothness, words.SmoothnessFormula, b => Time(figure, b.Smoothness, language));
        if (Yamazumi.ValueAdding(figure.Posts) is { } paid)
        {
            facts.Add((words.ValueAdding, string.Empty, Percent(paid, language, 1), isCompared ? Yamazumi.ValueAdding(figure.Proposal) is { } later ? Percent(later, language, 1) : "–" : string.Empty));
        }

        if (isCompared)
        {
            facts.Add((words.Moved, string.Empty, string.Empty, language.Number(moved)));
        }

        return facts;
    }

    private static void DrawFacts(SvgPen pen, List<(string Name, string Formula, string Today, string Proposal)> facts, bool isCompared, bool isBeside, double top, Sheet sheet, YamazumiWords words)
    {
        var blocks = isBeside ? 1 : 2;
        var wide = isBeside ? YamazumiLayout.Box - 4 : (sheet.Width - 8) / 2;
        var each = (facts.Count + blocks - 1) / blocks;
        for (var b = 0; b < blocks; b++)
        {
            var left = isBeside ? sheet.Width - wide : b * (wide + 8);
            var value = new TextStyle(3, FontFace.Semibold, Tone.Ink, Anchor.End);
            if (isCompared)
            {
                pen.Text(left + wide - 18, top + 1, words.Today, Small with { Anchor = Anchor.End }, 17);
                pen.Text(left + wide, top + 1, words.Proposal, Small with { Anchor = Anchor.End }, 17);
            }

            pen.Line(left, top + 2.6, left + wide, top + 2.6, Paint.Line(Tone.Ink));
            for (var i = b * each; i < Math.Min(facts.Count, (b + 1) * each); i++)
            {
                var (name, formula, today, proposal) = facts[i];
                var y = top + 6.6 + (i - b * each) * 8.4;
                var names = wide - (isCompared ? 36 : 22);
                pen.Text(left, y, name, Body, names);
                pen.Text(left, y + 3.4, formula, Small, wide);
                pen.Text(left + wide - (isCompared ? 18 : 0), y, today, value, isCompared ? 17 : 22);
                pen.Text(left + wide, y, proposal, value, 17);
                pen.Line(left, y + 4.7, left + wide, y + 4.7, Paint.Line(Tone.Line, 0.15));
            }
        }
    }

    private static string Reading(Yamazumi figure, int moved, Language language, YamazumiWords words)
    {
        List<string> sentences = [State(words.Today, figure.Posts, figure.Balance)];
        if (figure.Proposal.Count > 0)
        {
            sentences.Add(State(words.Proposal, figure.Proposal, figure.ProposedBalance));
            sentences.Add(language.Labelled(words.Moved, language.Number(moved)) + ".");
        }

        return string.Join(" ", sentences);

        string State(string name, IReadOnlyList<YamazumiPost> posts, YamazumiBalance? balance)
        {
            List<string> parts = [language.Counted(posts.Select(p => p.Name).Distinct().Count(), words.OnePost, words.ManyPosts), words.Total + " " + Time(figure, posts.Sum(p => p.Work), language)];
            if (figure.Takt > 0)
            {
                parts.Add(words.Takt + " " + Time(figure, figure.Takt, language));
                parts.AddRange(balance?.Efficiency is { } efficiency ? [words.Efficiency + " " + Percent(efficiency, language, 1)] : []);
                var over = posts.Where(p => p.Load > figure.Takt * p.Copies).Select(p => p.Said).ToList();
                parts.AddRange(over.Count > 0 ? [language.Labelled(words.OverTakt, string.Join(", ", over.Take(10)))] : []);
            }

            var models = posts.Where(p => YamazumiModels.IsAnyOver(figure, p)).Select(p => p.Said).ToList();
            parts.AddRange(models.Count > 0 ? [language.Labelled(words.OverModel, string.Join(", ", models.Take(10)))] : []);
            parts.AddRange(balance is not null ? [words.Smoothness + " " + Time(figure, balance.Smoothness, language)] : []);
            return language.Labelled(name, string.Join(", ", parts)) + ".";
        }
    }

    private static string Named(YamazumiBlock block) => block.Name.Length == 0 ? block.Number : block.Number + " " + block.Name;

    private static string Mark(YamazumiMove move) => move.From + "→" + move.To;

    private static string Time(Yamazumi figure, decimal value, Language language) => new Amount(value, figure.Unit, 1).In(language);

    private static string Percent(decimal share, Language language, int decimals = 0) => language.WithUnit(language.Number(share * 100, decimals), "%");
}

using Etabli.Figures.Ink;

namespace Etabli.Figures.Yamazumis;

/// <summary>One post and where its column stands.</summary>
internal sealed record YamazumiColumn(YamazumiPost Post, bool IsProposed, string? Was, double Left);

/// <summary>Columns beside one another under one takt line, with what is written above them.</summary>
internal sealed record YamazumiRow(IReadOnlyList<YamazumiColumn> Columns, double Top, double Right, IReadOnlyList<(double X, string Name)> Heads);

/// <summary>Where each thing of a yamazumi goes: one row when its columns fit, else as many as they need, all at one scale.</summary>
internal sealed record YamazumiLayout(IReadOnlyList<YamazumiRow> Rows, double Pitch, double PerUnit, double Plot, double Foot, bool IsBoxBeside, double Bottom, int Left, double Bars)
{
    internal const double Axis = 14;
    internal const double Above = 6;
    internal const double Head = 6;
    internal const double Box = 72;
    internal const double Bar = 1.7;
    internal const int MostBars = 6;
    private const double Top = 8;
    private const double Lines = 27;
    private const double Narrowest = 14;
    private const double Easy = 19;
    private const double Widest = 36;
    private const double Between = 8;
    private const double DefaultPerSecond = 0.25;
    private const int Most = 150;

    /// <summary>Width at which one row of columns is easy to read.</summary>
    internal static double Wide(Yamazumi figure)
    {
        var bars = figure.Models.Count == 0 ? 0 : Bar * Math.Min(MostBars, figure.Models.Count) + 0.6;
        return Axis + Lines + (figure.Posts.Count + figure.Proposal.Count) * (Easy + 2 + bars) + (figure.Proposal.Count > 0 ? Between : Box);
    }

    internal double Base(YamazumiRow row) => row.Top + Plot;

    internal static YamazumiLayout Of(Yamazumi figure, Sheet sheet, double widestHead)
    {
        var continued = figure.Continued();
        var today = figure.Posts.Take(Most).Select(p => new YamazumiColumn(p, false, null, 0)).ToList();
        var proposed = figure.Proposal.Take(Most).Select((p, i) => new YamazumiColumn(p, true, continued[i] ?? string.Empty, 0)).ToList();
        List<List<YamazumiColumn>> states = [.. new[] { today, proposed }.Where(s => s.Count > 0)];
        var bars = figure.Models.Count == 0 ? 0 : Bar * Math.Min(MostBars, figure.Models.Count) + 0.6;
        var least = Math.Max(Narrowest + bars, widestHead + 1.5);
        var room = sheet.Width - Axis - Lines;
        bool Fits(double wide, double each) => states.Sum(s => s.Count) * each + (states.Count - 1) * Between <= wide;

        // What it comes to stands beside columns that stay easy to read, else under them.
        var isBoxBeside = Fits(room - Box, Math.Max(least, Easy + bars));
        room -= isBoxBeside ? Box : 0;
        List<List<List<YamazumiColumn>>> rows = [];
        if (isBoxBeside || Fits(room, least))
        {
            rows.Add(states);
        }
        else
        {
            var most = Math.Max(1, (int)(room / least));
            foreach (var state in states)
            {
                var each = (int)Math.Ceiling(state.Count / Math.Ceiling(state.Count / (double)most));
                rows.AddRange(state.Chunk(each).Select(c => new List<List<YamazumiColumn>> { c.ToList() }));
            }
        }

        var pitch = rows.Min(r => Math.Min(Widest + bars, (room - (r.Count - 1) * Between) / r.Sum(s => s.Count)));
        List<YamazumiPost> all = [.. figure.Posts, .. figure.Proposal];
        var tallest = (double)all.Max(p => p.ByModel.Append(p.Load).Append(figure.Takt * p.Copies).Max());
        var (low, high) = rows.Count == 1 ? (70, 150) : (50, 84);
        var tall = tallest <= 0 ? low : Math.Clamp(figure.Unit == "s" ? tallest * DefaultPerSecond : high, low, high);
        var foot = 11.5 + 3.6 * new[] { figure.Proposal.Count > 0, figure.Models.Count > 0, all.Exists(p => p.Persons is not null), all.Exists(p => p.Worker is not null) }.Count(l => l);
        var y = Top;
        List<YamazumiRow> placed = [];
        foreach (var row in rows)
        {
            var x = Axis;
            List<YamazumiColumn> columns = [];
            List<(double, string)> heads = [];
            foreach (var state in row)
            {
                x += columns.Count > 0 ? Between : 0;
                if (figure.Proposal.Count > 0)
                {
                    var words = YamazumiWords.In(sheet.Language);
                    var same = rows.Where(r => r[0][0].IsProposed == state[0].IsProposed).ToList();
                    heads.Add((x, (state[0].IsProposed ? words.Proposal : words.Today) + (rows.Count > 1 && same.Count > 1 ? $" {same.IndexOf(row) + 1}/{same.Count}" : string.Empty)));
                }

                foreach (var column in state)
                {
                    columns.Add(column with { Left = x });
                    x += pitch;
                }
            }

            y += heads.Count > 0 ? Head : 0;
            placed.Add(new(columns, y + Above, x, heads));
            y += Above + tall + foot + 3;
        }

        return new(placed, pitch, tallest <= 0 ? 0 : tall / tallest, tall, foot, isBoxBeside, y, figure.Posts.Count - today.Count + figure.Proposal.Count - proposed.Count, bars);
    }
}

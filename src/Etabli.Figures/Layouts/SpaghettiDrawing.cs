using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Layouts;

/// <summary>Draws who walks where: the wider the more often, each person by a colour, a dash and a letter. (fr: diagramme spaghetti)</summary>
public static class SpaghettiDrawing
{
    private const double Row = 5.6;
    private static readonly Tone[] Tones = [Tone.Series1, Tone.Series2, Tone.Series3, Tone.Series4, Tone.Series5, Tone.Series6];
    private static readonly double[] ArrowPlaces = [0.6, 0.7, 0.52, 0.8, 0.34, 0.88, 0.24, 0.15];
    private static readonly string?[] Dashes = [null, "4 1.6", "1.2 1.2", "6 1.6 1.2 1.6", "2.4 1.2", "4 1.2 1 1.2 1 1.2"];

    /// <summary>Draws it: the floor, then the trips by who walks most.</summary>
    /// <param name="spaghetti">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 150 mm wide or more.</param>
    public static string Draw(Spaghetti spaghetti, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(spaghetti);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 150, nameof(sheet));
        var words = LayoutWords.In(sheet.Language);
        if (spaghetti.Layout.Stations.Count == 0 || spaghetti.Trips.Count == 0)
        {
            return FigureFrame.Empty(sheet, spaghetti.Layout.Title, spaghetti.Layout.Stations.Count == 0 ? words.Nothing : words.NoTrip);
        }

        var actors = spaghetti.Trips.GroupBy(trip => trip.Actor).Select(group => (Name: group.Key, Trips: group.OrderByDescending(trip => trip.Total).ToList(), Total: group.Sum(trip => trip.Total))).OrderByDescending(actor => actor.Total).ToList();
        var beside = sheet.Width >= 260;
        var plan = new LayoutPlan(spaghetti.Layout, 0, 0, beside ? sheet.Width - 132 : sheet.Width, beside ? 240 : 180);
        var panelHeight = 8 + actors.Sum(actor => (actor.Trips.Count + 1) * Row) + Row + 2;
        var panel = beside ? new Area(plan.Width + 8, 0, sheet.Width - plan.Width - 8, panelHeight) : new Area(0, plan.Height + 5, sheet.Width, panelHeight);
        var total = sheet.Language.WithUnit(sheet.Language.Number(spaghetti.Trips.Sum(trip => trip.Total)), "m");
        var reading = string.Format(CultureInfo.InvariantCulture, words.Reading, total, spaghetti.Period, actors[0].Name, sheet.Language.WithUnit(sheet.Language.Number(actors[0].Total), "m"));
        return FigureFrame.Draw(sheet, Math.Max(plan.Height, panel.Bottom), spaghetti.Layout.Title, reading, pen =>
        {
            plan.DrawGround(pen, sheet.Language);
            var letters = new List<((double X, double Y) At, string Letter, Tone Tone)>();
            foreach (var (index, actor) in actors.Index().Reverse())
            {
                foreach (var (order, trip) in actor.Trips.Index())
                {
                    DrawTrip(pen, plan, trip, index, order, letters);
                }
            }

            plan.DrawStations(pen);
            foreach (var (at, letter, tone) in letters)
            {
                DrawLetter(pen, plan, at, letter, tone);
            }

            plan.DrawZoneNames(pen);
            DrawPanel(pen, actors, spaghetti, panel, sheet.Language, words, total);
        });
    }

    private static string Letter(int index) => index < 26 ? ((char)('A' + index)).ToString() : ((char)('A' + index / 26 - 1)).ToString() + (char)('A' + index % 26);

    private static double WidthOf(int trips) => Math.Min(3, 0.4 * (1 + Math.Log2(Math.Max(1, trips))));

    private static void DrawTrip(SvgPen pen, LayoutPlan plan, SpaghettiTrip trip, int index, int order, List<((double X, double Y) At, string Letter, Tone Tone)> letters)
    {
        if (plan.Station(trip.From) is not { } from || plan.Station(trip.To) is not { } to)
        {
            return;
        }

        // Lines of several people along one aisle run side by side, not one over the other.
        var aside = (index - 2) * 0.45 + order * 0.25;
        var (a, b) = (plan.At(from.X + aside, from.Y + aside), plan.At(to.X + aside, to.Y + aside));
        List<(double X, double Y)> points = trip.Way.Count > 0 ? [a, .. trip.Way.Select(point => plan.At(point.X + aside, point.Y + aside)), b] : order % 2 == 0 ? [a, (b.X, a.Y), b] : [a, (a.X, b.Y), b];
        points = [.. points.Where((point, i) => i == 0 || Math.Abs(point.X - points[i - 1].X) + Math.Abs(point.Y - points[i - 1].Y) > 0.05)];
        if (points.Count < 2)
        {
            return;
        }

        var tone = Tones[index % Tones.Length];
        var width = WidthOf(trip.Trips);
        pen.Begin(Letter(index) + " " + trip.Actor + ", " + trip.From + (trip.Returns ? " – " : " → ") + trip.To + ", " + trip.Trips.ToString(CultureInfo.InvariantCulture) + " ×" + (trip.Reason is null ? string.Empty : ", " + trip.Reason));
        pen.Polyline(points, Paint.Line(tone, width, Dashes[index % Dashes.Length]) with { Opacity = 0.6 });
        plan.Walked.AddPath(points, width / 2 + 0.2);
        var size = 1.6 + width * 0.7;
        // At 60 % of the way, or near it where a station does not hide it.
        var (at, ux, uy) = ArrowPlaces.Select(share => Along(points, share))
            .FirstOrDefault(place => plan.Taken.IsFree(new Area(place.At.X - size, place.At.Y - size, 2 * size, 2 * size)), Along(points, 0.6));
        pen.Polyline([(at.X + ux * size, at.Y + uy * size), (at.X - ux * size * 0.5 - uy * size * 0.8, at.Y - uy * size * 0.5 + ux * size * 0.8), (at.X - ux * size * 0.5 + uy * size * 0.8, at.Y - uy * size * 0.5 - ux * size * 0.8)], new Paint(tone, Tone.Paper, 0.25), closed: true);
        pen.End();
        letters.Add((Along(points, 0.42).At, Letter(index), tone));
    }

    private static ((double X, double Y) At, double Ux, double Uy) Along(List<(double X, double Y)> points, double share)
    {
        var lengths = points.Zip(points.Skip(1)).Select(pair => Math.Sqrt(Math.Pow(pair.Second.X - pair.First.X, 2) + Math.Pow(pair.Second.Y - pair.First.Y, 2))).ToList();
        var left = lengths.Sum() * share;
        var i = 0;
        while (i < lengths.Count - 1 && left > lengths[i])
        {
            left -= lengths[i++];
        }

        var (from, to, far) = (points[i], points[i + 1], Math.Max(lengths[i], 1e-6));
        var (ux, uy) = ((to.X - from.X) / far, (to.Y - from.Y) / far);
        return ((from.X + ux * left, from.Y + uy * left), ux, uy);
    }

    private static void DrawLetter(SvgPen pen, LayoutPlan plan, (double X, double Y) at, string letter, Tone tone)
    {
        foreach (var (dx, dy) in new[] { (0.0, 0.0), (4, 0), (-4, 0), (0, 4), (0, -4), (7, 0), (-7, 0), (0, 7), (0, -7) })
        {
            var area = new Area(at.X + dx - 1.9, at.Y + dy - 1.9, 3.8, 3.8);
            if (area.Left > 0.5 && area.Top > 0.5 && area.Right < plan.Width - 0.5 && area.Bottom < plan.Height - 8.5 && plan.Taken.IsFree(area))
            {
                pen.Circle(area.CentreX, area.CentreY, 1.9, new Paint(Tone.Paper, tone, 0.5));
                pen.Text(area.CentreX, area.CentreY + 0.95, letter, new TextStyle(TextStyle.Smallest, FontFace.Semibold, Tone.Ink, Anchor.Middle));
                plan.Taken.Add(area);
                return;
            }
        }
    }

    private static void DrawPanel(SvgPen pen, List<(string Name, List<SpaghettiTrip> Trips, decimal Total)> actors, Spaghetti spaghetti, Area panel, Language language, LayoutWords words, string total)
    {
        var (head, body, number) = (new TextStyle(2.7, FontFace.Semibold, Tone.Ink2), new TextStyle(2.9), new TextStyle(2.9, FontFace.Sans, Tone.Ink, Anchor.End));
        var (trips, oneWay, sum) = (panel.Right - 46, panel.Right - 26, panel.Right);
        var name = trips - 14 - panel.Left;
        pen.Text(panel.Left + 12, 4 + panel.Top, words.Actor + ", " + words.Way.ToLowerInvariant(), head, name - 12);
        pen.Text(trips, 4 + panel.Top, spaghetti.Trips.All(trip => trip.Returns) ? words.Trips : words.Times, head with { Anchor = Anchor.End });
        pen.Text(oneWay, 4 + panel.Top, words.OneWay, head with { Anchor = Anchor.End });
        pen.Text(sum, 4 + panel.Top, words.Total, head with { Anchor = Anchor.End });
        pen.Line(panel.Left, panel.Top + 6, panel.Right, panel.Top + 6, Paint.Line(Tone.Ink));
        var y = panel.Top + 6;
        foreach (var (index, actor) in actors.Index())
        {
            y += Row;
            pen.Line(panel.Left, y - 1.1, panel.Left + 9.5, y - 1.1, Paint.Line(Tones[index % Tones.Length], 1, Dashes[index % Dashes.Length]));
            pen.Text(panel.Left + 12, y, Letter(index) + "\u00A0 " + actor.Name, body with { Face = FontFace.Semibold }, name - 12 + 22);
            pen.Text(sum, y, language.WithUnit(language.Number(actor.Total), "m"), number with { Face = FontFace.Semibold });
            foreach (var trip in actor.Trips)
            {
                y += Row;
                pen.Begin(trip.Reason);
                pen.Text(panel.Left + 15, y, trip.From + (trip.Returns ? " – " : " → ") + trip.To, body with { Tone = Tone.Ink2 }, name - 15);
                pen.Text(trips, y, language.Number(trip.Trips), number);
                pen.Text(oneWay, y, language.WithUnit(language.Number(trip.Distance), "m"), number);
                pen.Text(sum, y, language.WithUnit(language.Number(trip.Total), "m"), number);
                pen.End();
            }

            pen.Line(panel.Left, y + 1.7, panel.Right, y + 1.7, Paint.Line(Tone.Line, Paint.Fine));
        }

        y += Row + 0.8;
        pen.Text(panel.Left + 12, y, words.Total + ", " + spaghetti.Period, body with { Face = FontFace.Semibold }, panel.Width - 40);
        pen.Text(sum, y, total, number with { Face = FontFace.Semibold });
    }
}

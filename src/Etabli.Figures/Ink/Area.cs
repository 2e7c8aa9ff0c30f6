namespace Etabli.Figures.Ink;

/// <summary>A rectangle of the sheet that something takes.</summary>
internal readonly record struct Area(double Left, double Top, double Width, double Height)
{
    internal double Right => Left + Width;

    internal double Bottom => Top + Height;

    internal double CentreX => Left + Width / 2;

    internal double CentreY => Top + Height / 2;

    internal bool Touches(Area other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    internal Area Moved(double x, double y) => this with { Left = Left + x, Top = Top + y };

    internal Area Wider(double by) => new(Left - by, Top - by, Width + 2 * by, Height + 2 * by);

    /// <summary>Where a text stands when it is written at a point.</summary>
    internal static Area OfText(double x, double y, string text, TextStyle style)
    {
        var width = style.Measure(text);
        var left = style.Anchor switch { Anchor.Middle => x - width / 2, Anchor.End => x - width, _ => x };
        return new Area(left, y - style.Size * 0.72, width, style.Size * 0.8);
    }

    /// <summary>The thin rectangle of a straight line.</summary>
    internal static Area OfLine((double X, double Y) from, (double X, double Y) to, double half = 0.3) => new(
        Math.Min(from.X, to.X) - half,
        Math.Min(from.Y, to.Y) - half,
        Math.Abs(from.X - to.X) + 2 * half,
        Math.Abs(from.Y - to.Y) + 2 * half);
}

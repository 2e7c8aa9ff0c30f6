namespace Etabli.Figures.Ink;

/// <summary>What is already drawn, so that a word is put where nothing is.</summary>
internal sealed class TakenPlaces
{
    private const double Cell = 20;
    private readonly Dictionary<(int, int), List<Area>> cells = [];

    internal void Add(Area area)
    {
        foreach (var cell in Cells(area))
        {
            if (!cells.TryGetValue(cell, out var list))
            {
                cells[cell] = list = [];
            }

            list.Add(area);
        }
    }

    internal void AddPath(IReadOnlyList<(double X, double Y)> points, double half = 0.3)
    {
        for (var i = 1; i < points.Count; i++)
        {
            Add(Area.OfLine(points[i - 1], points[i], half));
        }
    }

    internal bool IsFree(Area area) => !Cells(area).Exists(cell => cells.TryGetValue(cell, out var list) && list.Exists(taken => taken.Touches(area)));

    private static List<(int X, int Y)> Cells(Area area)
    {
        var found = new List<(int X, int Y)>();
        for (var x = (int)Math.Floor(area.Left / Cell); x <= (int)Math.Floor(area.Right / Cell); x++)
        {
            for (var y = (int)Math.Floor(area.Top / Cell); y <= (int)Math.Floor(area.Bottom / Cell); y++)
            {
                found.Add((x, y));
            }
        }

        return found;
    }
}

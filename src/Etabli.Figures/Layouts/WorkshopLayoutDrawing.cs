using Etabli.Figures.Ink;

namespace Etabli.Figures.Layouts;

/// <summary>Draws the floor of a workshop to scale. (fr: plan d’implantation)</summary>
public static class WorkshopLayoutDrawing
{
    /// <summary>Draws it.</summary>
    /// <param name="layout">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 80 mm wide or more.</param>
    public static string Draw(WorkshopLayout layout, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 80, nameof(sheet));
        var words = LayoutWords.In(sheet.Language);
        if (layout.Stations.Count + layout.Zones.Count == 0)
        {
            return FigureFrame.Empty(sheet, layout.Title, words.Nothing);
        }

        var plan = new LayoutPlan(layout, 0, 0, sheet.Width, 260);
        var reading = sheet.Language.Counted(layout.Stations.Count, words.StationOne, words.StationMany) + ", " + new Amount((decimal)layout.Width, string.Empty, 1).In(sheet.Language) + " × " + new Amount((decimal)layout.Height, "m", 1).In(sheet.Language) + ".";
        return FigureFrame.Draw(sheet, plan.Height, layout.Title, reading, pen =>
        {
            plan.DrawGround(pen, sheet.Language);
            plan.DrawStations(pen);
            plan.DrawZoneNames(pen);
        });
    }
}

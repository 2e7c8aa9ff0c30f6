using Etabli.Figures.Ink;

namespace Etabli.Figures.ControlCharts;

/// <summary>Where the points of one plot stand on the sheet.</summary>
internal sealed class ControlPlotFrame
{
    internal ControlPlotFrame(ControlChart chart, ControlPlot plot, double left, double right, double top, double height)
    {
        Chart = chart;
        Plot = plot;
        (Left, Right, Top, Bottom) = (left, right, top, top + height);
        Axis = AxisOf(plot, height);
        Pitch = (right - left) / Math.Max(1, chart.PointCount);
        IsLong = LongSeries.IsLong(chart.PointCount, right - left);
    }

    internal ControlChart Chart { get; }

    internal ControlPlot Plot { get; }

    internal double Left { get; }

    internal double Right { get; }

    internal double Top { get; }

    internal double Bottom { get; }

    internal ValueAxis Axis { get; }

    internal double Pitch { get; }

    /// <summary>Whether the points are more than the columns of the plot can tell apart.</summary>
    internal bool IsLong { get; }

    internal double X(double index) => Left + (index + 0.5) * Pitch;

    internal double Y(double value) => Bottom - Axis.At(value) * (Bottom - Top);

    internal double Start(int first) => Math.Max(Left, X(first - 0.5));

    internal double End(int last) => Math.Min(Right, X(last + 0.5));

    internal static ValueAxis AxisOf(ControlPlot plot, double height)
    {
        List<double> values = [.. plot.Values, .. plot.Second ?? [], .. plot.Limits.SelectMany(Bounds)];
        values.AddRange(new[] { plot.LowerTolerance, plot.UpperTolerance }.OfType<double>());
        return ValueAxis.Aired(values, height < 45 ? 4 : 6);
    }

    private static IEnumerable<double> Bounds(ControlLimits limits) => new[] { limits.Centre, limits.Lower, limits.Upper }.OfType<double>();
}

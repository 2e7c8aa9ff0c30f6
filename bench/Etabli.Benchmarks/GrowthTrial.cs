using System.Diagnostics;
using System.Globalization;
using System.Text;
using Etabli.Methods.Balancing;
using Etabli.Methods.Balancing.Ruled;

namespace Etabli.Benchmarks;

/// <summary>How the searches for a balance grow with the tasks: random lines of each size, the median processor time, drawn on logarithmic axes.</summary>
internal static class GrowthTrial
{
    private const int Lines = 9;
    private static readonly int[] Sizes = [10, 20, 30, 50, 70, 100, 150, 200, 300, 500, 1000];

    public static void Run(string file, double seconds)
    {
        var curves = new List<(string Name, string Colour, List<(int Tasks, double Seconds, int Proved)> Points)>();
        foreach (var (name, colour, of) in new (string, string, Func<AssemblyLine, CancellationToken, (bool Proved, long Bytes)>)[]
        {
            ("fewest stations, no rule", "#1f5fbf", (line, stop) => LineBalancer.Fewest(line, 1000, null, null, stop) is var b ? (b.IsProved, b.Bytes) : default),
            ("with zones, equipment, tasks apart", "#b3541e", (line, stop) => (RuledBalancer.Best(Ruled(line), 1000, null, null, new(Memory: 1 << 28), null, stop).End == RuledEnd.Proved, 0)),
        })
        {
            var points = new List<(int, double, int)>();
            foreach (var size in Sizes)
            {
                var (times, proved) = (new List<double>(), 0);
                for (var at = 0; at < Lines; at++)
                {
                    var line = Line(size, at);
                    using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
                    using var process = Process.GetCurrentProcess();
                    var before = process.TotalProcessorTime;
                    proved += of(line, stop.Token).Proved ? 1 : 0;
                    process.Refresh();
                    times.Add((process.TotalProcessorTime - before).TotalSeconds);
                }

                times.Sort();
                points.Add((size, times[Lines / 2], proved));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-36} {size,5} tasks  median {times[Lines / 2]:0.0000} s  longest {times[^1]:0.000} s  proved {proved} of {Lines}"));
            }

            curves.Add((name, colour, points));
        }

        File.WriteAllText(file, Drawn(curves, seconds));
    }

    // Ten tasks a station: short times, now and then a long one; each task waits for one or two of those shortly before it.
    private static AssemblyLine Line(int size, int seed)
    {
        var random = new Random((size * 100) + seed);
        LineTask[] tasks = [.. Enumerable.Range(0, size).Select(i => new LineTask($"{i + 1}", random.Next(10) == 0 ? random.Next(200, 500) : random.Next(20, 200)))];
        var arcs = from i in Enumerable.Range(1, size - 1) from _ in Enumerable.Range(0, random.Next(1, 3)) select new LineArc(Math.Max(0, i - random.Next(1, 12)), i);
        return AssemblyLine.Of(tasks, [.. arcs]);
    }

    private static RuledLine Ruled(AssemblyLine line)
    {
        var count = line.Tasks.Count;
        int[] some = [.. Enumerable.Range(0, count).Where(i => i % 7 == 3)];
        return RuledLine.Of(line, new() { Rules = [new EquipmentRule("press", some, Math.Max(2, count / 12)), new ApartRule([count / 3, (count / 3) + 1]), new StationRule([0], [0])] });
    }

    private static string Drawn(List<(string Name, string Colour, List<(int Tasks, double Seconds, int Proved)> Points)> curves, double limit)
    {
        double X(double tasks) => 70 + (Math.Log10(tasks / 10) / 2 * 520);
        double Y(double seconds) => 340 - ((Math.Log10(Math.Max(1e-4, seconds)) + 4) / 6 * 300);
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 400\" font-family=\"sans-serif\" font-size=\"12\"><title>Median processor time of a balance against the tasks of the line</title><rect width=\"640\" height=\"400\" fill=\"#fff\"/>");
        foreach (var tasks in new[] { 10, 20, 50, 100, 200, 500, 1000 })
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(tasks):0.0} 40V340\" stroke=\"#ddd\"/><text x=\"{X(tasks):0.0}\" y=\"356\" text-anchor=\"middle\">{tasks}</text>");
        }

        foreach (var seconds in new[] { 0.0001, 0.001, 0.01, 0.1, 1, 10, 100 })
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M70 {Y(seconds):0.0}H590\" stroke=\"#ddd\"/><text x=\"64\" y=\"{Y(seconds) + 4:0.0}\" text-anchor=\"end\">{seconds} s</text>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"330\" y=\"378\" text-anchor=\"middle\">tasks of the line</text><text x=\"70\" y=\"20\">Median processor time of {Lines} lines a size; hollow: not all proved within {limit} s</text>");
        foreach (var (at, (name, colour, points)) in curves.Index())
        {
            svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Tasks):0.0},{Y(p.Seconds):0.0}")))}\"/>");
            foreach (var point in points)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(point.Tasks):0.0}\" cy=\"{Y(point.Seconds):0.0}\" r=\"4\" stroke=\"{colour}\" stroke-width=\"2\" fill=\"{(point.Proved == Lines ? colour : "#fff")}\"/>");
            }

            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"90\" cy=\"{60 + (at * 18)}\" r=\"4\" fill=\"{colour}\"/><text x=\"100\" y=\"{64 + (at * 18)}\">{name}</text>");
        }

        return svg.Append("</svg>\n").ToString();
    }
}

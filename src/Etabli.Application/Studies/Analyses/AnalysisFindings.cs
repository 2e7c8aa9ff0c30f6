using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Etabli.Methods;
using Etabli.Methods.Quality;

namespace Etabli.Application.Studies.Analyses;

/// <summary>What an analysis found, as plain numbers that can be kept: the frozen copy of evidence holds them beside the picture.</summary>
internal static class AnalysisFindings
{
    /// <summary>Most signals written one by one; more are counted.</summary>
    private const int MostSignals = 200;

    /// <summary>The numbers of the answer; null when there is none. A number that cannot be stated is null.</summary>
    public static object? Of(AnalysisReading read) => read switch
    {
        { Chart: { } its } => new { chart = its.Kind, level = Of(its.Location), spread = its.Spread is { } spread ? Of(spread) : null, change = its.Change?.FirstAfter, its.Left },
        { Capability: { } its } => new
        {
            its.Study.Count,
            mean = Kept(its.Study.Mean),
            overall = Kept(its.Study.Overall),
            within = Kept(its.Study.Within),
            stability = its.Study.Stability,
            cp = Of(its.Study.Capability.Potential),
            cpk = Of(its.Study.Capability.Actual),
            pp = Of(its.Study.Performance.Potential),
            ppk = Of(its.Study.Performance.Actual),
            its.Threshold,
            judged = Kept(its.Judged),
            outOfTolerance = Kept(its.Study.Observed.Total),
        },
        { Gauge: { } its } => new
        {
            its.Study.Method,
            its.Study.Parts,
            its.Study.Operators,
            its.Study.Trials,
            share = Kept(its.Study.GaugeShare),
            categories = its.Study.DistinctCategories.Value,
            gauge = Kept(its.Study.Gauge.Deviation),
            repeatability = Kept(its.Study.Repeatability.Deviation),
            part = Kept(its.Study.Part.Deviation),
            total = Kept(its.Study.Total.Deviation),
            toleranceShare = Kept(its.Study.Gauge.ToleranceShare),
        },
        { Distribution: { } its } => new
        {
            its.Summary.Count,
            mean = Kept(its.Summary.Mean),
            deviation = Kept(its.Summary.StandardDeviation),
            its.Summary.Minimum,
            its.Summary.Maximum,
            its.Box.LowerQuartile,
            its.Box.Median,
            its.Box.UpperQuartile,
            normality = Kept(its.Normality?.Probability),
            classes = its.Classes.Select(c => new { from = Kept(c.From), to = Kept(c.To), c.Count }),
        },
        { Comparison: { } its } => new
        {
            groups = its.Groups.Select(g => new { g.Name, g.Summary.Count, mean = Kept(g.Summary.Mean), deviation = Kept(g.Summary.StandardDeviation) }),
            variances = Kept(its.Variances.Probability),
            means = Kept(its.Means.Probability),
        },
        { Relation: { } its } => new { its.Degree, coefficients = its.Fit.Coefficients.Select(c => new { c.Name, value = Kept(c.Value) }), residual = Kept(its.Fit.ResidualDeviation), rSquared = Kept(its.Fit.RSquared) },
        { Trs: { } its } => new
        {
            its.First,
            its.Last,
            its.Records,
            trs = Kept(its.Whole.Trs),
            availability = Kept(its.Whole.Availability),
            performance = Kept(its.Whole.Performance),
            quality = Kept(its.Whole.Quality),
            trg = Kept(its.Whole.Trg),
            machines = its.Machines.Select(m => new { m.Name, trs = Kept(m.Trs) }),
        },
        { Agreement: { } its } => new
        {
            its.Parts,
            its.Trials,
            between = Of(its.Study.Between),
            withStandard = Of(its.Study.WithStandard),
            kappa = Kept(its.Study.BetweenKappa.Value),
            operators = its.Study.ByOperator.Select(o => new { o.Operator, within = Of(o.Within), withStandard = Of(o.WithStandard), withinKappa = Kept(o.WithinKappa?.Value), standardKappa = Kept(o.StandardKappa?.Value) }),
        },
        { Bias: { } its } => new { its.Study.Count, its.Reference, bias = Kept(its.Study.Bias), deviation = Kept(its.Study.Deviation), low = Kept(its.Study.Interval.Low), high = Kept(its.Study.Interval.High), p = Kept(its.Study.P) },
        { Linearity: { } its } => new
        {
            slope = Kept(its.Study.Slope),
            intercept = Kept(its.Study.Intercept),
            p = Kept(its.Study.SlopeP),
            residual = Kept(its.Study.Residual),
            determination = Kept(its.Study.Determination),
            references = its.Study.ByReference.Select(r => new { r.Reference, bias = Kept(r.Bias), r.Count }),
        },
        { Multivariate: { } its } => new { its.Characteristics, its.Size, risk = its.FalseAlarm, distances = Of(its.Chart.Location), outside = its.Outside.Select(o => new { o.Number, heaviest = o.Heaviest.Select(h => its.Characteristics[h]) }) },
        { Costs: { } its } => new { categories = its.Costs.Categories.Select(c => new { c.Category, c.Amount, c.Share }), total = its.Costs.Total.Value, share = its.Share?.Value },
        _ => null,
    };

    /// <summary>Fingerprint of the rows read, part by part: the same record read again gives the same. Each part and each text is told with its length, so that no two readings are told alike.</summary>
    public static string Fingerprint(MeasuredSeries series)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Part("Rows", MemoryMarshal.AsBytes<long>(series.Rows));
        Part("Value", MemoryMarshal.AsBytes<double>(series.Values));
        foreach (var (role, numbers) in series.Numbers.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            Part(role, MemoryMarshal.AsBytes<double>(numbers));
        }

        foreach (var (role, texts) in series.Texts.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            foreach (var text in texts)
            {
                Part(role, System.Text.Encoding.UTF8.GetBytes(text));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Part(string role, ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{role} {bytes.Length}\n"));
            hash.AppendData(bytes);
        }
    }

    private static object Of(ControlChart chart) => new
    {
        chart.Statistic,
        points = chart.Points.Count,
        centre = Kept(chart.Centre),
        sigma = Kept(chart.Sigma),
        lower = Kept(chart.Lower),
        upper = Kept(chart.Upper),
        frozen = chart.IsFrozen,
        signals = chart.Runs.Count,
        runs = chart.Runs.Take(MostSignals).Select(r => new { r.Rule, r.First, r.Last }),
    };

    private static object? Of(AgreementShare? share) => share is null ? null : new { share.Alike, share.Parts, low = Kept(share.Interval.Low), high = Kept(share.Interval.High) };

    private static object? Of(CapabilityIndex index) => index.IsKnown ? new { value = Kept(index.Known), low = Kept(index.Interval?.Low), high = Kept(index.Interval?.High) } : null;

    private static double? Kept(Explained<double>? value) => Kept(value?.Value);

    private static double? Kept(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}

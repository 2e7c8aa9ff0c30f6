using System.Globalization;
using System.Reflection;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Etabli.Benchmarks;

if (args is ["growth", var drawing, var most])
{
    GrowthTrial.Run(drawing, double.Parse(most, CultureInfo.InvariantCulture));
    return;
}

if (args is ["workers", var sets, var limit, .. var chosen])
{
    WorkerTrial.Run(sets, double.Parse(limit, CultureInfo.InvariantCulture), chosen.FirstOrDefault());
    return;
}

if (args is ["lines", var data, var set, var seconds, var step, var threads, .. var named])
{
    LineTrial.Run(data, set, double.Parse(seconds, CultureInfo.InvariantCulture), int.Parse(step, CultureInfo.InvariantCulture), int.Parse(threads, CultureInfo.InvariantCulture), named.FirstOrDefault());
    return;
}

// REPORT.md, then the folder of NIST's sets when it is at hand; a third word keeps only the races whose name holds it.
var report = args.Length > 0 ? args[0] : "measures.md";
var only = args.Length > 2 ? args[2] : "";
var job = Job.Default.WithToolchain(InProcessNoEmitToolchain.DontLogOutput).WithStrategy(RunStrategy.Monitoring).WithLaunchCount(1).WithWarmupCount(3).WithIterationCount(5).WithInvocationCount(1).WithUnrollFactor(1);
var config = ManualConfig.CreateEmpty().AddJob(job).AddColumnProvider(DefaultColumnProviders.Instance).AddLogger(ConsoleLogger.Unicode).WithOptions(ConfigOptions.DisableOptimizationsValidator);
Type[] races = [typeof(SummaryRace), typeof(ChartRace), typeof(RuleRace), typeof(LineRace), typeof(RegressionRace), typeof(QuantileRace)];
var text = new StringBuilder();
foreach (var race in races.Where(r => r.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
{
    var summary = BenchmarkRunner.Run(race, config);
    text.Append(CultureInfo.InvariantCulture, $"\n## {race.GetCustomAttribute<BenchmarkCategoryAttribute>()!.Categories[0]}\n\n| way | against ours, processor time | against ours, best turns | processor, ms | best turn, ms | KB allocated |\n|---|---|---|---|---|---|\n");
    var ours = summary.Reports.First(r => r.BenchmarkCase.Descriptor.Baseline);
    var spent = summary.Reports.ToDictionary(r => r, r => Processor.Of(race, r.BenchmarkCase.Descriptor.WorkloadMethod));
    foreach (var one in summary.Reports)
    {
        var (best, least) = (one.ResultStatistics!.Min, ours.ResultStatistics!.Min);
        text.Append(CultureInfo.InvariantCulture, $"| {one.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'')} | {spent[one].Milliseconds / spent[ours].Milliseconds:0.000} | {best / least:0.000} | {spent[one].Milliseconds:0.0} | {best / 1e6:0.0} | {spent[one].Allocated / 1024} |\n");
    }
}

if (args.Length > 1 && Directory.Exists(args[1]))
{
    text.Append('\n').Append(Digits.Table(args[1]));
}

await File.WriteAllTextAsync(report, text.ToString());

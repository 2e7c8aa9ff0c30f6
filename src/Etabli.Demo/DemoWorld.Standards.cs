namespace Etabli.Demo;

public sealed partial class DemoWorld
{
    /// <summary>The four référentiels, imported by the resource centre.</summary>
    private static Task LoadStandards(IProgress<string> progress, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        progress.Report("standards");
        return Task.CompletedTask;
    }
}

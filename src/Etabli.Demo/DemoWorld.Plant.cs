namespace Etabli.Demo;

public sealed partial class DemoWorld
{
    /// <summary>Workstations, the project « Vérins 50/28 » and all that was done in it.</summary>
    private static Task LoadPlant(IProgress<string> progress, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        progress.Report("plant");
        return Task.CompletedTask;
    }
}

using System.Diagnostics;

namespace Etabli.Benchmarks;

/// <summary>A limit on the processor time of this process, not on the clock: what else the machine does takes nothing away.</summary>
internal sealed class ProcessorLimit : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly TimeSpan before = Now;
    private readonly Timer watch;

    public ProcessorLimit(double seconds) => watch = new(_ =>
    {
        if (Spent > seconds)
        {
            source.Cancel();
        }
    }, null, 20, 20);

    public CancellationToken Stop => source.Token;

    /// <summary>Seconds of processor since it was set.</summary>
    public double Spent => (Now - before).TotalSeconds;

    private static TimeSpan Now
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime;
        }
    }

    public void Dispose()
    {
        // A tick under way is waited for: it must not meet a source that is gone.
        using var over = new ManualResetEvent(false);
        if (watch.Dispose(over))
        {
            over.WaitOne();
        }

        source.Dispose();
    }
}

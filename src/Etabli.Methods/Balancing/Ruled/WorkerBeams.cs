namespace Etabli.Methods.Balancing.Ruled;

/// <summary>Beams from both ends of a line with named workers, in turn, each time one unit below the best: what makes the cycle shorter before anything is proved.</summary>
internal sealed class WorkerBeams
{
    private const int Samples = 4;
    private static readonly int[] Widths = [150, 300, 450];
    private readonly RuledLine ruled;
    private readonly WorkerBeam[] beams;
    private int turn;

    public WorkerBeams(RuledModel forward, RuledModel? backward, RuledLine ruled, int stations)
    {
        this.ruled = ruled;
        beams = backward is null ? [new(forward, stations, false)] : [new(forward, stations, false), new(backward, stations, true)];
    }

    /// <summary>What lies between bound and answer halved with narrow beams: a first good answer.</summary>
    public (RuledBalance Best, int Cycle) Descended(RuledBalance best, int cycle, int least, Func<bool> stop)
    {
        for (var low = least; low < cycle;)
        {
            var aim = low + ((cycle - low) / 2);
            if (Met(best, cycle, aim, Widths[0], stop) is { } found)
            {
                (best, cycle) = found;
            }
            else
            {
                low = aim + 1;
            }
        }

        return (best, cycle);
    }

    /// <summary>One unit less each time, until so many passes in a row met nothing.</summary>
    public (RuledBalance Best, int Cycle) Shortened(RuledBalance best, int cycle, int least, int passes, Func<bool> stop, Action<int> told)
    {
        var ended = false;
        for (var vain = 0; vain < passes && cycle > least && !ended; vain++)
        {
            if (Met(best, cycle, cycle - 1, Widths[turn / beams.Length % Widths.Length], () => ended = ended || stop()) is { } found)
            {
                (best, cycle) = found;
                vain = -1;
                told(cycle);
            }
        }

        return (best, cycle);
    }

    private (RuledBalance Best, int Cycle)? Met(RuledBalance best, int cycle, int aim, int width, Func<bool> stop) =>
        beams[turn++ % beams.Length].Pass(aim, width, Samples, stop) is { } found && RuledValue.ShortestCycle(ruled, found) is var shorter && shorter < cycle ? (found, shorter) : null;
}

namespace Etabli.Methods.ValueStreams;

/// <summary>Time per good piece, with scrap, changeovers and stoppages in it (fr: temps de cycle effectif).</summary>
public static class EffectiveCycle
{
    private static readonly Formula Formula = new("effective cycle time", "C = (Tc / (1 − r) + Tcs / Q) / (a · m)", Source.TradeUsage);

    /// <summary>Effective cycle of one process: C = (Tc / (1 − r) + Tcs / Q) / (a · m).</summary>
    /// <param name="box">The process's data. Only Tc must be there; a changeover above 0 also asks for Q.</param>
    /// <param name="code">Code of the process, to name it in the explanation.</param>
    /// <returns>
    /// C per good piece, to the nearest tick. r, Tcs and a that were not given are taken as 0, 0 and 1, and the terms say
    /// so. No value, with its gap, when Tc is missing, or Q with a changeover.
    /// </returns>
    /// <exception cref="OverflowException">C is beyond the longest duration, some 29 000 years.</exception>
    /// <remarks>
    /// O(1). Limits: changeovers run while the machine is available (they are divided by a too); scrap is found after the cycle.
    /// Source: trade usage.
    /// </remarks>
    /// <example>
    /// Honing: Tc 316 s, r 3.8 %, Tcs 75 min, Q 48, a 79 %: C = (316 / 0.962 + 4500 / 48) / 0.79 = 534.5 s.
    /// <code>
    /// var honing = new DataBox { CycleTime = TimeSpan.FromSeconds(316), Scrap = 0.038, Changeover = TimeSpan.FromMinutes(75), Lot = 48, Availability = 0.79 };
    /// EffectiveCycle.Of(honing, "OP60").Known.TotalSeconds; // 534.5
    /// </code>
    /// </example>
    public static Explained<TimeSpan> Of(DataBox box, string? code = null)
    {
        ArgumentNullException.ThrowIfNull(box);
        var gaps = new List<Gap>();
        if (box.CycleTime is null)
        {
            gaps.Add(new(code ?? "", "cycle time"));
        }

        var changes = box.Changeover > TimeSpan.Zero;
        if (changes && box.Lot is null)
        {
            gaps.Add(new(code ?? "", "lot size"));
        }

        var terms = Terms(box, code);
        if (gaps.Count > 0)
        {
            return Formula.Lacks<TimeSpan>(Units.Seconds, gaps, terms);
        }

        var perPiece = box.CycleTime!.Value.TotalSeconds / (1 - (box.Scrap ?? 0));
        var perLot = changes ? box.Changeover!.Value.TotalSeconds / box.Lot!.Value : 0;
        return Formula.Gives(TimeSpan.FromSeconds((perPiece + perLot) / ((box.Availability ?? 1) * box.Machines)), Units.Seconds, terms);
    }

    private static List<Term> Terms(DataBox box, string? code)
    {
        var terms = new List<Term>(6);
        if (box.CycleTime is { } cycle)
        {
            terms.Add(Term.Seconds("Tc", "cycle time", cycle, code));
        }

        terms.Add(new("r", "scrap", box.Scrap ?? 0, Units.Ratio, code, Assumed: box.Scrap is null));
        terms.Add(new("Tcs", "changeover", (box.Changeover ?? TimeSpan.Zero).TotalSeconds, Units.Seconds, code, Assumed: box.Changeover is null));
        if (box.Lot is { } lot)
        {
            terms.Add(new("Q", "lot size", lot, Units.Pieces, code));
        }

        terms.Add(new("a", "availability", box.Availability ?? 1, Units.Ratio, code, Assumed: box.Availability is null));
        terms.Add(new("m", "machines in parallel", box.Machines, Units.Ratio, code));
        return terms;
    }
}

using Etabli.People;

namespace Etabli.Improvement.Diagnoses;

/// <summary>A figure that goes with a fact: how much, of what, taken how, on how many readings (fr: mesure).</summary>
public sealed record Measure
{
    /// <summary>Checks the four together: a figure without its unit, its method and its n proves nothing.</summary>
    /// <exception cref="RefusalException">No unit, no method, or n below 1.</exception>
    public Measure(decimal value, string unit, string method, int readings)
    {
        if (readings < 1)
        {
            throw new RefusalException(Refusal.SampleSizeNotPositive, readings);
        }

        Value = value;
        Unit = Wording.Required(unit, Refusal.MeasureWithoutUnit, 30);
        Method = Wording.Required(method, Refusal.MeasureWithoutMethod);
        Readings = readings;
    }

    public decimal Value { get; private init; }

    public string Unit { get; private init; }

    /// <summary>How: stopwatch, count, tape, recording of the machine.</summary>
    public string Method { get; private init; }

    /// <summary>n: how many readings the value rests on, 1 or more.</summary>
    public int Readings { get; private init; }
}

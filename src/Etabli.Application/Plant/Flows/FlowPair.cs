using Etabli.Figures.Ink;
using Etabli.Figures.ValueStreams;
using Etabli.Methods;
using Etabli.Methods.ValueStreams;
using Etabli.Plant.Calendars;

namespace Etabli.Application.Plant.Flows;

/// <summary>The current and the future state of a family, said as their common sheet wants them: the same on screen and on paper (fr: comparaison de deux états).</summary>
public static class FlowPair
{
    /// <summary>Both states and what changes from the first to the second; null while one of the two cannot be read.</summary>
    /// <param name="current">The flow as it is.</param>
    /// <param name="future">The flow as it is meant to be.</param>
    /// <param name="language">Language of the reader.</param>
    public static ValueStreamPair? Of(FlowSheet current, FlowSheet future, Language language)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(future);
        ArgumentNullException.ThrowIfNull(language);
        return future.Since(current.Family) is { } difference
            ? new(current.Family.Name, FlowPictures.Map(current, language), FlowPictures.Map(future, language, current.Family), Gains(difference, current.Reading!, future.Reading!, current.Unit, language))
            : null;
    }

    // Less waiting, less stock and less load on the bottleneck are wanted, and more of the time that is paid for; its length alone is neither.
    private static List<StateGain> Gains(StreamDifference difference, StreamReading before, StreamReading after, TimeUnit unit, Language language)
    {
        var french = language == Language.French;
        var load = new NumberChange("", "load of the bottleneck", before.Bottleneck?.Ratio, after.Bottleneck?.Ratio, Units.Ratio);
        return
        [
            Gain(french ? "Délai" : "Lead time", difference.LeadTime, french ? "j" : "d", 2, less: true, language),
            Gain(french ? "Temps à valeur ajoutée" : "Value-adding time", InUnit(difference.ValueAddedTime, unit), unit.Symbol(), Math.Max(0, unit.Decimals() - 1), null, language),
            Gain(french ? "Ratio VA" : "VA ratio", Percent(difference.Efficiency), "%", 2, less: false, language),
            Gain(french ? "Pièces en stock" : "Pieces in stock", difference.StockPieces, "p", 0, less: true, language),
            Gain(french ? "Valeur du stock" : "Value of stock", difference.StockValue, "€", 0, less: true, language),
            Gain(french ? "Charge du goulot" : "Load of the bottleneck", Percent(load), "%", 1, less: true, language),
        ];
    }

    private static StateGain Gain(string name, NumberChange change, string unit, int decimals, bool? less, Language language)
    {
        var moved = change is { Change: not null, IsNothing: false };
        var part = moved && unit != "%" && change.RelativeChange is { } share ? $" ({Signed(share * 100, "%", 1)})" : "";
        return new(name, Said(change.Before), Said(change.After), moved ? Signed(change.Change!.Value, unit == "%" ? "pt" : unit, decimals) + part : null, moved && less is { } wanted ? change.Change < 0 == wanted : null);

        string Said(double? value) => value is { } known ? new Amount((decimal)known, unit, decimals).In(language) : "–";

        string Signed(double value, string of, int digits) => (value < 0 ? "−" : "+") + new Amount((decimal)Math.Abs(value), of, digits).In(language);
    }

    private static NumberChange InUnit(NumberChange time, TimeUnit unit) => time with { Before = time.Before / (double)unit.Seconds(), After = time.After / (double)unit.Seconds() };

    private static NumberChange Percent(NumberChange share) => share with { Before = share.Before * 100, After = share.After * 100 };
}

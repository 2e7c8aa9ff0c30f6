namespace Etabli.Figures.Ink;

/// <summary>A number already computed, as it is to be written: with its unit and its decimals. (fr: quantité)</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit, in the language of the sheet; nothing if empty.</param>
/// <param name="Decimals">Most digits after the separator; trailing zeros are not written.</param>
public readonly record struct Amount(decimal Value, string Unit = "", int Decimals = 0)
{
    /// <summary>The amount as a language writes it.</summary>
    /// <param name="language">The language.</param>
    public string In(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.WithUnit(Bare(language), Unit);
    }

    /// <summary>The number alone, without its unit.</summary>
    /// <param name="language">The language.</param>
    public string Bare(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var decimals = Decimals;
        while (decimals > 0 && Math.Round(Value, decimals - 1, MidpointRounding.AwayFromZero) == Math.Round(Value, decimals, MidpointRounding.AwayFromZero))
        {
            decimals--;
        }

        return language.Number(Math.Round(Value, decimals, MidpointRounding.AwayFromZero), decimals);
    }
}

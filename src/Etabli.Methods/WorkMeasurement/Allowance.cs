namespace Etabli.Methods.WorkMeasurement;

/// <summary>What an allowance is a share of (fr: convention de majoration).</summary>
public enum AllowanceConvention
{
    /// <summary>Of the work: TS = TN·(1 + CR) (fr: majoration du temps normal).</summary>
    OfWork,

    /// <summary>Of the shift: TS = TN / (1 − CR) (fr: part du poste).</summary>
    OfShift,
}

/// <summary>What is added to the normal time for rest and needs (fr: majoration).</summary>
/// <param name="Share">CR: 0.11 for 11 %. Range: 0 up to 1 excluded for a share of the shift; 0 to 10 of the work.</param>
/// <param name="Convention">Of what it is a share: 15 % of the shift is 17.6 % of the work.</param>
/// <remarks>Sources: International Labour Office, Introduction to Work Study, 4th ed., 1992, chapter 23, for the share of the work; Stevenson, W. J., Operations Management, chapter 7, which prints both.</remarks>
/// <example>
/// <code>
/// new Allowance(0.20, AllowanceConvention.OfWork).On(TimeSpan.FromSeconds(24)).Known; // 28.8 s
/// new Allowance(0.20, AllowanceConvention.OfShift).On(TimeSpan.FromSeconds(24)).Known; // 30 s
/// </code>
/// </example>
public sealed record Allowance(double Share, AllowanceConvention Convention = AllowanceConvention.OfWork)
{
    private static readonly Formula OnWork = new("standard time", "TS = TN·(1 + CR)", new("International Labour Office", "Introduction to Work Study, 4th ed.", 1992, "chapter 23"));
    private static readonly Formula OnShift = new("standard time, share of the shift", "TS = TN / (1 − CR)", new("Stevenson, W. J.", "Operations Management", null, "chapter 7"));

    /// <summary>No allowance.</summary>
    public static Allowance None { get; } = new(0);

    /// <summary>CR, checked.</summary>
    public double Share { get; } = Convention switch
    {
        AllowanceConvention.OfWork => Share is >= 0 and <= 10 ? Share : throw new ArgumentOutOfRangeException(nameof(Share), Share, "Expected a share of the work from 0 to 10."),
        AllowanceConvention.OfShift => Argument.BelowOne(Share, nameof(Share))!.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(Convention), Convention, "Expected a known convention."),
    };

    /// <summary>By what it multiplies a normal time.</summary>
    public double Factor => Convention == AllowanceConvention.OfWork ? 1 + Share : 1 / (1 - Share);

    /// <summary>The standard time of a normal time.</summary>
    /// <param name="normal">TN. Range: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">TN is negative.</exception>
    public Explained<TimeSpan> On(TimeSpan normal) => On(normal, null);

    internal Explained<TimeSpan> On(TimeSpan normal, Explanation? from)
    {
        var seconds = Argument.NotNegative(normal, nameof(normal)).TotalSeconds;
        Term[] terms = [new Term("TN", "normal time", seconds, Units.Seconds, From: from), new Term("CR", "allowance", Share, Units.Ratio)];
        return (Convention == AllowanceConvention.OfWork ? OnWork : OnShift).Gives(TimeSpan.FromSeconds(seconds * Factor), Units.Seconds, terms);
    }
}

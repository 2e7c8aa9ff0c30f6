using Etabli.Figures.Ink;

namespace Etabli.Figures.ValueStreams;

/// <summary>How tightly a map is drawn: the roomiest that keeps it on one page is taken.</summary>
internal sealed record MapDensity(double Scale, double Box, double Gap, double WidestGap, double Strip, double NameLeading, double People, double RowHeight, double Rise, int MostRows)
{
    internal static IReadOnlyList<MapDensity> All { get; } =
    [
        new(1.4, 36, 22, 60, 7, 4.8, 5.9, 5, 11, int.MaxValue),
        new(1, 26, 14.6, 40, 5, 3.4, 4.2, 3.6, 8, int.MaxValue),
        new(1, 22, 12, 18, 5, 3.4, 4.2, 3.5, 7, int.MaxValue),
        new(1, 19, 10.2, 16, 5, 3.4, 4.2, 3.4, 6, int.MaxValue),
        new(1, 16, 8.6, 13, 4, 3.1, 0, 3.2, 4, 6),
        new(1, 16, 8.6, 13, 4, 3.1, 0, 3.2, 4, 3),
    ];

    internal bool IsCompact => People == 0;

    internal double Small => TextStyle.Smallest * Scale;

    internal double ProcessHeight => Strip + 2 * NameLeading + People + (IsCompact ? 0.4 : 0.2);

    internal double BurstHeight => IsCompact ? 8 : 15 * Scale;

    internal double FactoryWidth => IsCompact ? 30 : 34 * Scale;

    internal double FactoryHeight => IsCompact ? 15 : 22 * Scale;

    internal double LadderHead => IsCompact ? 3 : 4 * Scale;

    internal double LadderHeight => LadderHead + Rise + (IsCompact ? 3.7 : 6.4 * Scale);

    internal TextStyle Text(Tone tone = Tone.Ink, Anchor anchor = Anchor.Start) => new(Small, FontFace.Sans, tone, anchor);

    internal TextStyle Bold(Anchor anchor = Anchor.Start) => new(Small, FontFace.Semibold, Tone.Ink, anchor);
}

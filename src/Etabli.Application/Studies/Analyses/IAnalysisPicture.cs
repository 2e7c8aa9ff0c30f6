namespace Etabli.Application.Studies.Analyses;

/// <summary>Draws an analysis in the words of the host: pages and frozen copies show one figure (decision 0025).</summary>
public interface IAnalysisPicture
{
    /// <summary>The figure as SVG with its cartouche, in the caller's language; null when the analysis has none.</summary>
    string? Draw(AnalysisReading read);
}

/// <summary>For a host without pages: what an analysis found is kept in numbers alone.</summary>
internal sealed class NoAnalysisPicture : IAnalysisPicture
{
    public string? Draw(AnalysisReading read) => null;
}

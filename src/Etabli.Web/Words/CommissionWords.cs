namespace Etabli.Web.Words;

/// <summary>Words of the commission's pages: desk, assessment, grid, sittings, conditions, decisions.</summary>
public sealed class CommissionWords;

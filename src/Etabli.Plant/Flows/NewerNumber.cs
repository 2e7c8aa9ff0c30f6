namespace Etabli.Plant.Flows;

/// <summary>A number of the current state that was said anew after the one the future state stands on, and differs from it (fr: chiffre plus récent).</summary>
/// <param name="At">Code of the operation or stock.</param>
/// <param name="Number">Which number.</param>
/// <param name="Current">As the current state has it; null when it is no longer said.</param>
/// <param name="Future">As the future state has it; null when it has none.</param>
/// <param name="Source">Where the newer one comes from.</param>
public sealed record NewerNumber(string At, FlowNumber Number, decimal? Current, decimal? Future, NumberSource Source);

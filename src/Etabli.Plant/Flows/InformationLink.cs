namespace Etabli.Plant.Flows;

/// <summary>How information travels (fr: mode d’information).</summary>
public enum InformationMeans
{
    Manual,
    Electronic,
}

/// <summary>Who tells what to whom, how often and on what (fr: lien d’information).</summary>
/// <param name="From">Who tells.</param>
/// <param name="To">Who is told.</param>
/// <param name="Means">Paper and voice, or a system.</param>
/// <param name="Frequency">How often, in the plant's words.</param>
/// <param name="Medium">On what.</param>
/// <param name="Content">What is said.</param>
public sealed record InformationLink(string From, string To, InformationMeans Means, string Frequency, string Medium, string Content);

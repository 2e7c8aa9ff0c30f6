using Etabli.Plant.Measures;

namespace Etabli.Web.Plant.Measures;

/// <summary>French addresses of the records of measures.</summary>
internal static class MeasureAddress
{
    public const string All = "/usine/mesures";

    public const string Take = "/usine/mesures/importer";

    public const string Keys = "/usine/mesures/cles";

    public static string Of(MeasureTableId id) => $"{All}/{id}";

    public static string Settings(MeasureTableId id) => $"{All}/{id}/reglages";
}

namespace Etabli.Web.Methods;

/// <summary>
/// Which tool serves which method: the one table. A method that is not here is said not to be built yet; a method that is
/// here has its page in both languages.
/// </summary>
public static class MethodTools
{
    /// <summary>From the code of the method to the address of its tool.</summary>
    public static IReadOnlyDictionary<string, string> Addresses { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["vsm"] = "/usine",
        ["cartographie-processus"] = "/usine",
        ["juste-a-temps"] = "/usine",
        ["supply-chain"] = "/usine",
        ["lean-elargi"] = "/usine",
        ["goulot"] = "/usine#postes",
        ["temps-cycle"] = "/usine#postes",
        ["equilibrage"] = "/etudes/equilibrage",
        ["cadences-flux"] = "/etudes/simogramme",
        ["chrono-analyse"] = "/etudes/chronometrage",
        ["jugement-allure"] = "/etudes/chronometrage",
        ["decomposition-temps"] = "/etudes/decomposition",
        ["gestes-deplacements"] = "/etudes/decomposition",
        ["video"] = "/terrain/chrono",
        ["type-production"] = "/etudes/types-de-production",
        ["unite-temps"] = "/usine/donnees",
        ["mtm"] = "/etudes/temps-predetermines",
        ["most"] = "/etudes/temps-predetermines",
        ["recueil-donnees"] = "/usine/recueil",
        ["releves"] = "/usine/evenements",
        ["pareto"] = "/usine/pareto",
        ["symboles-flux"] = "/methodes/symboles-flux#legende",
        ["analyse-deroulement"] = "/etudes/deroulement",
        ["histogramme"] = "/etudes/histogramme",
        ["comparaison-historique"] = "/etudes/comparaison",
        ["grille-diagnostic"] = "/etudes/diagnostic",
        ["situation-initiale"] = "/etudes/diagnostic",
        ["implantation"] = "/etudes/deplacements",
        ["etude-faisabilite"] = "/etudes/deplacements",
        ["batonnage"] = "/etudes/batonnage",
        ["observation-terrain"] = "/terrain",
        ["gaspillages"] = "/terrain",
        ["axes-progres"] = "/projets",
        ["plan-actions"] = "/projets",
        ["suivi-actions"] = "/projets",
        ["compte-rendu"] = "/projets",
        ["constitution-equipe"] = "/projets",
        ["indicateurs"] = "/indicateurs",
        ["referentiel-indicateurs"] = "/indicateurs",
        ["graphiques-evolution"] = "/indicateurs",
        ["variabilite-frequence"] = "/analyses?nature=cartes",
        ["mesure-efficacite"] = "/analyses?nature=comparaison",
        ["indicateurs-avancement"] = "/projets",
        ["doc-dossier-modalites"] = "/dossiers",
        ["doc-rapport"] = "/dossiers",
        ["doc-dossier-preuves"] = "/dossiers",
        ["doc-avis-entreprise"] = "/dossiers",
        ["doc-recapitulatif"] = "/dossiers",
        ["doc-attestation-bloc"] = "/dossiers",
        ["doc-elements-preuve"] = "/dossiers",
        ["doc-restitution"] = "/dossiers",
    };

    /// <summary>The address of the tool; null when it is not built yet.</summary>
    public static string? AddressOf(string method) => Addresses.GetValueOrDefault(method);
}

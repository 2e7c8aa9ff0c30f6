namespace Etabli.Web.Tests.Journeys;

/// <summary>What an English reader sees where a French one reads the words of the journeys. Names of people stay.</summary>
internal static class EnglishWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["Accuser réception"] = "Acknowledge",
        ["Acquise"] = "Acquired",
        ["Attester les blocs"] = "Attest the blocks",
        ["Attribuer le certificat"] = "Award the certificate",
        ["Candidat"] = "Candidate",
        ["Certificats"] = "Certificates",
        ["Clore l’évaluation"] = "Close the assessment",
        ["Continuer"] = "Continue",
        ["Contre"] = "Against",
        ["Contrôler et attribuer"] = "Check and award",
        ["Convoquer le jury"] = "Convoke the jury",
        ["Convoquer un jury"] = "Convoke a jury",
        ["Désigner président"] = "Make chair",
        ["Définir"] = "Define",
        ["Déposer et figer"] = "Hand in and freeze",
        ["Déposer le rapport"] = "Hand the report in",
        ["Déposer mon bulletin"] = "Cast my ballot",
        ["Donner l’accord de l’entreprise"] = "Give the company’s agreement",
        ["Donner l’avis"] = "Give the opinion",
        ["Enregistrer"] = "Save",
        ["Enregistrer ce texte"] = "Save this text",
        ["Enregistrer les modalités"] = "Record the modes",
        ["Entreprise"] = "Company",
        ["Entretien"] = "Interview",
        ["Entrer en salle"] = "Enter the room",
        ["Fixer"] = "Set",
        ["Fixer l’échéance du rapport"] = "Set the report’s deadline",
        ["Inscriptions"] = "Enrolments",
        ["Inscrire le candidat"] = "Enrol the candidate",
        ["Inscrire un candidat"] = "Enrol a candidate",
        ["Inscrire à cette séance"] = "Put on this list",
        ["Inscrit"] = "Enrolled",
        ["Installer"] = "Seat",
        ["Jurys"] = "Juries",
        ["Lire et accepter"] = "Read and agree",
        ["Lire le récapitulatif"] = "Read the summary",
        ["Nommer"] = "Appoint",
        ["Non acquise"] = "Not acquired",
        ["Non admissible"] = "Not admissible",
        ["Noter la séance"] = "Note the sitting",
        ["Noter une séance"] = "Note a sitting",
        ["Ouvrir la séance"] = "Open the session",
        ["Parité"] = "Parity",
        ["parité"] = "parity",
        ["Pour"] = "For",
        ["Présentation"] = "Presentation",
        ["Proclamer"] = "Declare",
        ["Procès-verbal"] = "Minutes",
        ["Questionnement"] = "Questioning",
        ["Rapport"] = "Report",
        ["Relire le rapport"] = "Read the report",
        ["Reçu, accusé"] = "Received, acknowledged",
        ["Référentiel"] = "Standard",
        ["Sceller le procès-verbal"] = "Seal the minutes",
        ["Scellé"] = "Sealed",
        ["scellé"] = "sealed",
        ["Transmettre"] = "Transmit",
        ["Transmettre au centre de ressources"] = "Transmit to the resource centre",
        ["Transmettre au groupe technique"] = "Send to the technical group",
        ["Tuteur"] = "Tutor",
        ["Votre certificat est attribué"] = "Your certificate is awarded",
        ["Voir comme pages"] = "See as pages",
        ["Imprimer"] = "Print",
        ["Réinscrire"] = "Enrol again",
        ["Vérifier"] = "Check",
        ["Vérifier une attestation"] = "Check an attestation",
        ["Voir les modalités"] = "See the modes",
        ["Voter"] = "Vote",
        ["déposé"] = "handed in",
        ["favorable"] = "favourable",
        ["formation continue"] = "continuing training",
        ["modalités"] = "modes",
        ["Écrire le rapport"] = "Write the report",
    };

    /// <summary>The same words in English; what is no word of the pages (a name, a number) stays as it is.</summary>
    public static string Of(string french)
    {
        if (french.StartsWith("Décider ", StringComparison.Ordinal))
        {
            return "Decide" + french["Décider".Length..];
        }

        return Known.GetValueOrDefault(french, french);
    }
}

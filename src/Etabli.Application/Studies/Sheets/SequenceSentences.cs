using Etabli.Figures.Ink;
using Etabli.Methods.WorkMeasurement;

namespace Etabli.Application.Studies.Sheets;

/// <summary>What is wrong with a sequence of predetermined times, said with its place and how to mend it (fr: phrases des fautes de séquence).</summary>
public static class SequenceSentences
{
    /// <summary>One fault as a sentence.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(SequenceFault fault, Language language)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(language);
        var french = language == Language.French;
        var text = french ? $"«\u00A0{fault.Text}\u00A0»" : $"“{fault.Text}”";
        var (what, mend) = fault.Problem switch
        {
            SequenceProblem.Empty => (french ? "la séquence est vide" : "the sequence is empty", french ? "écrivez par exemple A6 B6 G1 A1 B0 P3 A0" : "write A6 B6 G1 A1 B0 P3 A0, for one"),
            SequenceProblem.TooLong => (french ? "la séquence est trop longue" : "the sequence is too long", french ? "coupez-la en plusieurs lignes" : "cut it into several rows"),
            SequenceProblem.UnknownSign => (french ? $"le signe {text} ne veut rien dire ici" : $"the sign {text} means nothing here", french ? "ôtez-le" : "take it out"),
            SequenceProblem.UnknownCode => (french ? $"{text} n’est pas dans la table" : $"{text} is not in the table", null),
            SequenceProblem.NotInScale => (french ? $"{text} n’est pas une valeur de la table" : $"{text} is not a value of the table", null),
            SequenceProblem.NoSuchCase => (french ? $"{text} : ce cas n’existe pas pour ce mouvement".Replace(" :", "\u00A0:", StringComparison.Ordinal) : $"{text}: the motion has no such case", null),
            SequenceProblem.NumberWrong => (french ? $"{text} : il manque un nombre".Replace(" :", "\u00A0:", StringComparison.Ordinal) : $"{text}: a number is missing", null),
            SequenceProblem.TooFar => (french ? $"{text} va au-delà de la table" : $"{text} goes beyond the table", french ? "coupez le mouvement en deux" : "cut the motion in two"),
            SequenceProblem.WrongOrder => (french ? $"{text} n’est pas à sa place dans le modèle" : $"{text} is out of its place in the model", null),
            SequenceProblem.Unfinished => (french ? "la séquence n’est pas finie" : "the sequence is not finished", null),
            SequenceProblem.NotClosed => (french ? "la parenthèse n’est pas fermée" : "the bracket is not closed", null),
            SequenceProblem.NotOpened => (french ? "la parenthèse n’a pas été ouverte" : "the bracket was not opened", french ? "ôtez-la ou ouvrez-la plus tôt" : "take it out or open it earlier"),
            SequenceProblem.NothingInside => (french ? $"{text} ne contient rien" : $"{text} holds nothing", french ? "ôtez ces parenthèses" : "take these brackets out"),
            SequenceProblem.FrequencyWrong => (french ? $"{text} n’est pas une fréquence" : $"{text} is not a frequency", null),
            _ => (french ? $"{text} : de quelle parenthèse est-ce la fréquence ?".Replace(" :", "\u00A0:", StringComparison.Ordinal).Replace(" ?", "\u00A0?", StringComparison.Ordinal) : $"{text}: of which bracket is it the frequency?", french ? "écrivez-la derrière chaque parenthèse" : "write it behind each bracket"),
        };
        var near = fault.Proposals.Count == 0 ? "" : string.Join(french ? " ou " : " or ", fault.Proposals.Take(8));
        var then = mend ?? (near.Length == 0 ? "" : french ? $"attendu : {near}".Replace(" :", "\u00A0:", StringComparison.Ordinal) : $"expected: {near}");
        return $"place {fault.Position}, {what}" + (then.Length == 0 ? "" : (french ? "\u00A0; " : "; ") + then);
    }
}

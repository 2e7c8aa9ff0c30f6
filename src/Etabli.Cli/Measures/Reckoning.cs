using System.CommandLine;
using System.Text.RegularExpressions;
using Etabli.Cli.Columns;
using Etabli.Methods.Statistics.Hypotheses;

namespace Etabli.Cli.Measures;

/// <summary>A command that reads columns and measures: what is common to all of them.</summary>
internal static partial class Reckoning
{
    /// <summary>A command that needs its file and nothing else; what the file or the method refuses is told in the reader's words.</summary>
    public static Command Reckons(this Command command, Func<ParseResult, Answer> what)
    {
        command.Does((parsed, _) => Task.FromResult(Try(() => what(parsed))));
        return command;
    }

    public static Answer Try(Func<Answer> what)
    {
        try
        {
            return what();
        }
        catch (ColumnFault fault)
        {
            return new(ExitCode.BadInput, new { error = fault.Key, line = fault.Line, column = fault.Column, text = fault.Text, sentence = fault.Message }, fault.Message);
        }
        catch (Exception refused) when (refused is ArgumentException or OverflowException)
        {
            // Last door: what the methods refuse and nobody looked at before; their words are English.
            return Answer.Wrong("refused", Speech.Say("Reckoning.Refused", Parameter().Replace(refused.Message, "").ReplaceLineEndings(" ")));
        }
    }

    public static Argument<FileInfo> Table() => new("FILE") { Description = Speech.Say("Reckoning.File") };

    public static Option<string?> Text(string name, string key) => new(name) { Description = Speech.Say(key) };

    public static Option<string> Name(string name, string key) => new(name) { Description = Speech.Say(key), Required = true };

    public static Option<string[]> Texts(string name, string key) => new(name) { Description = Speech.Say(key), AllowMultipleArgumentsPerToken = false };

    public static Option<int?> Whole(string name, string key) => new(name) { Description = Speech.Say(key) };

    public static Option<bool> Flag(string name, string key) => new(name) { Description = Speech.Say(key) };

    /// <summary>A number, with a point or a comma whatever the language of the system.</summary>
    public static Option<double?> Number(string name, string key) => new(name)
    {
        Description = Speech.Say(key),
        CustomParser = said =>
        {
            var text = said.Tokens.Count == 1 ? said.Tokens[0].Value : "";
            if (ColumnNumber.Read(text, betweenCommas: false, out _) is { } number)
            {
                return number;
            }

            said.AddError(Speech.Say("Reckoning.OptionNumber", name, ColumnFault.Shown(text)));
            return null;
        },
    };

    public static Option<double?> Needed(this Option<double?> option)
    {
        option.Required = true;
        return option;
    }

    public static Option<string> OneOf(string name, string key, params string[] words)
    {
        var option = new Option<string>(name) { Description = Speech.Say(key), DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    public static Option<string> Side() => OneOf("--alternative", "Reckoning.Alternative", "two-sided", "less", "greater");

    public static Alternative Of(string side) => side switch { "less" => Alternative.Less, "greater" => Alternative.Greater, _ => Alternative.TwoSided };

    /// <summary>Refuses a series too short for a method.</summary>
    public static double[] AtLeast(this double[] values, int least) => values.Length >= least ? values : throw new ColumnFault("TooShort", values.Length, least);

    /// <summary>A share strictly between 0 and 1.</summary>
    public static double Share(double? share, double usual, string option) => (share ?? usual) is > 0 and < 1 and var s ? s : throw new ColumnFault("NotAShare", option, Told.Say(share));

    public static double Positive(double? number, double usual, string option) => (number ?? usual) is > 0 and var n ? n : throw new ColumnFault("NotPositive", option, Told.Say(number));

    public static int Positive(int? number, int usual, string option) => (number ?? usual) is > 0 and var n ? n : throw new ColumnFault("NotPositive", option, number ?? usual);

    [GeneratedRegex(@"\s*\(Parameter '[^']*'\)(\s*Actual value was .*)?", RegexOptions.Singleline)]
    private static partial Regex Parameter();
}

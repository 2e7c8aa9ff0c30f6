namespace Etabli.Web.Hosting;

/// <summary>Says each step of a long start on the terminal, as it begins.</summary>
internal sealed class Spoken : IProgress<string>
{
    public void Report(string value) => Console.WriteLine(value switch
    {
        "people" => "· personnes et organisations (people and organisations)",
        "standards" => "· les quatre référentiels (the four référentiels)",
        "plant" => "· l’usine de démonstration (the demonstration plant)",
        _ => $"· {value}",
    });
}

using System.CommandLine;
using Etabli.Application.People;
using Etabli.People.Organisations;

namespace Etabli.Cli.Verbs;

/// <summary>found: an organisation, and the link by which its first administrator comes in.</summary>
internal static class FoundVerb
{
    public static Command Make()
    {
        var kind = new Option<OrganisationKind>("--kind") { Description = Speech.Say("FoundKind"), Required = true };
        var name = Words("--name", "FoundName");
        var email = Words("--email", "FoundEmail");
        var first = Words("--first", "FoundFirst");
        var last = Words("--last", "FoundLast");
        var address = new Option<Uri>("--url") { Description = Speech.Say("FoundUrl"), DefaultValueFactory = _ => new Uri("http://127.0.0.1:5080"), CustomParser = given => Address(given) };
        var verb = new Command("found", Speech.Say("Found")) { kind, name, email, first, last, address };
        verb.DoesInHouse(async (parsed, storehouse, stop) =>
        {
            var token = await Founding.Run(
                storehouse, parsed.GetValue(kind), parsed.GetRequiredValue(name), parsed.GetRequiredValue(email), parsed.GetRequiredValue(first), parsed.GetRequiredValue(last),
                TimeProvider.System.GetUtcNow(), stop);
            var link = new Uri(parsed.GetRequiredValue(address), $"/invitations/{token}");
            return Answer.Done(new { organisation = parsed.GetRequiredValue(name), link }, Speech.Say("FoundDone", parsed.GetRequiredValue(name)), link.ToString());
        });
        return verb;
    }

    private static Uri Address(System.CommandLine.Parsing.ArgumentResult given)
    {
        if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
        {
            return address;
        }

        given.AddError(Speech.Say("FoundNoUrl", given.Tokens[0].Value));
        return null!;
    }

    private static Option<string> Words(string name, string description)
    {
        var option = new Option<string>(name) { Description = Speech.Say(description), Required = true };
        option.Validators.Add(given =>
        {
            if (string.IsNullOrWhiteSpace(given.GetValueOrDefault<string>()))
            {
                given.AddError(Speech.Say("FoundBlank", name));
            }
        });
        return option;
    }
}

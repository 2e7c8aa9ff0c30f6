using Etabli.Application.Certification.Awards;
using Etabli.People.Persons;
using Etabli.Web.Hosting;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Certification.Awards;

/// <summary>/certificats.csv: the register the caller sees, for a spreadsheet.</summary>
internal static class RegisterEndpoint
{
    private static readonly string[] Columns = ["Number", "Kind", "Holder", "Qualification", "Blocks", "Centre", "IssuedOn", "State", "Revoked"];

    public static void MapRegister(this WebApplication app) =>
        app.MapGet("/certificats.csv", Export).WithMetadata(new OpenToAttribute(Role.ExamCentreOfficer, Role.ResourceCentreOfficer, Role.JointTechnicalGroup));

    private static async Task<IResult> Export(RegisterList.Reader register, IStringLocalizer<AwardWords> words, CancellationToken stop) =>
        TypedResults.File(await register.Csv([.. Columns.Select(c => words[c].Value)], stop), "text/csv; charset=utf-8", "registre.csv");
}

using Etabli.Certification;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Certification.Qualifications;

/// <summary>A standard comes in from its file: checked whole, or refused whole.</summary>
public sealed class ImportStandard(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Json">The file's text.</param>
    /// <param name="Version">Version to give it; null: the next number.</param>
    public sealed record Order(string Json, string? Version = null);

    /// <summary>The standard, or every fault of the file with its place; never both.</summary>
    public sealed record Answer(StandardId? Id, string? Version, bool AlreadyThere, IReadOnlyList<StandardFault> Faults);

    public async Task<Answer> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(Role.ExamCentreOfficer, Role.ResourceCentreOfficer, Role.JointTechnicalGroup);
        var reading = StandardFile.Read(order.Json);
        if (reading.Content is not { } content)
        {
            return new(null, null, false, reading.Faults);
        }

        var known = await db.Standards.Where(s => s.Slug == content.Slug).Select(s => new { s.Id, s.Version, s.Sha256 }).ToListAsync(stop);
        var sha256 = Fingerprints.Of(order.Json);
        if (known.Find(s => s.Sha256 == sha256 && (order.Version is null || s.Version == order.Version)) is { } same)
        {
            return new(same.Id, same.Version, true, []);
        }

        var version = order.Version?.Trim() ?? NextVersion(known.Select(s => s.Version));
        if (known.Any(s => s.Version == version))
        {
            throw new RefusalException(Refusal.StandardVersionTaken, content.Slug, version);
        }

        var standard = CertificationStandard.Import(new(Guid.CreateVersion7()), version, order.Json, caller.Id, clock.GetUtcNow());
        db.Standards.Add(standard);
        journal.Note("standard.imported", "standard", standard.Id.Value, caller.Roles.Select(r => (OrganisationId?)r.Organisation).FirstOrDefault(), detail: new { slug = standard.Slug, version, sha256 });
        await db.SaveKnowingly(stop);
        return new(standard.Id, version, false, []);
    }

    private static string NextVersion(IEnumerable<string> known) => (known
        .Select(v => int.TryParse(v, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 0)
        .DefaultIfEmpty(0).Max() + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

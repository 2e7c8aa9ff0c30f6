using System.Text.Json;
using Etabli.Certification;
using Etabli.Certification.Awards;
using Etabli.Certification.Enrolments;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>What a person acquired for life on a standard, at whatever centre.</summary>
public static class AcquiredBlocks
{
    private sealed record Row(Guid Id, string Number, string Blocks, string Mark, Guid? About, DateTimeOffset IssuedAt);

    public sealed class Reader(EtabliDb db)
    {
        public async Task<IReadOnlyList<CarriedOverBlock>> Of(PersonId person, string standardSlug, CancellationToken stop)
        {
            var rows = await db.Database.SqlQuery<Row>($"""
                select id as "Id", number as "Number", blocks as "Blocks", mark as "Mark", about as "About", issued_at as "IssuedAt"
                from certification.acquisitions_of({person.Value}, {standardSlug})
                """).ToListAsync(stop);
            return Acquisitions.Of([.. rows.Select(r => new Acquisition(
                new RegisterEntryId(r.Id), r.Number, JsonSerializer.Deserialize<List<string>>(r.Blocks)!, Enum.Parse<RegisterMark>(r.Mark), r.About is { } about ? new RegisterEntryId(about) : null, r.IssuedAt))]);
        }
    }
}

using System.Text.Json;
using Etabli.Application.Certification;
using Etabli.Certification;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People;

/// <summary>My own dossiers as a candidate, as the first page shows them: how many criteria are supported, and when the report is due.</summary>
public sealed record MyDossiers(IReadOnlyList<MyDossiers.One> Dossiers)
{
    /// <param name="Id">The dossier.</param>
    /// <param name="Title">The standard's short title.</param>
    /// <param name="Supported">Criteria of the blocks aimed at with at least one piece of evidence.</param>
    /// <param name="Total">Criteria of these blocks that can be assessed.</param>
    /// <param name="Deadline">Of the report; null when not set.</param>
    /// <param name="Deposited">The report is in.</param>
    public sealed record One(Guid Id, string Title, int Supported, int Total, DateTimeOffset? Deadline, bool Deposited);

    public sealed class Reader(EtabliDb db, Caller caller, StandardShelf.Reader shelf)
    {
        /// <summary>Those still open, the latest first; three at most.</summary>
        public async Task<MyDossiers> Find(CancellationToken stop)
        {
            var me = caller.Id.Value;
            var rows = await db.Database.SqlQuery<Row>($"""
                select d.id as "Id", d.standard as "Standard", d.blocks::text as "Blocks", d.report_deadline as "Deadline", d.deposits <> '[]'::jsonb as "Deposited",
                  coalesce((select jsonb_agg(distinct c)::text from certification.evidence e, jsonb_array_elements_text(e.criteria) c where e.dossier = d.id and e.unlinked_at is null), '[]') as "Criteria"
                from certification.dossier d
                where d.candidate = {me} and d.stage not in ('Draft', 'NotEligible', 'Admissible', 'NotAdmissible', 'Awarded', 'Abandoned')
                order by d.prepared_at desc limit 3
                """).ToListAsync(stop);
            var dossiers = new List<One>();
            foreach (var row in rows)
            {
                var standard = await shelf.Get(new StandardId(row.Standard), stop);
                var aimed = standard.Content.CompetencesOf(Read(row.Blocks)).SelectMany(c => c.Criteria).Where(c => c.Evaluable).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
                dossiers.Add(new One(row.Id, standard.Title, Read(row.Criteria).Count(aimed.Contains), aimed.Count, row.Deadline, row.Deposited));
            }

            return new MyDossiers(dossiers);
        }

        private static List<string> Read(string json) => JsonSerializer.Deserialize<List<string>>(json) ?? [];

        private sealed record Row(Guid Id, Guid Standard, string Blocks, DateTimeOffset? Deadline, bool Deposited, string Criteria);
    }
}

using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Search;

/// <summary>What a search finds among my objects, kind by kind. Accents and capitals do not matter (fr: recherche).</summary>
public sealed record Found(string Sought, IReadOnlyList<Found.Group> Groups)
{
    /// <summary>Most lines of a kind.</summary>
    public const int Most = 20;

    /// <summary>One kind of object: "project", "action", "observation", "person"…</summary>
    public sealed record Group(string Kind, IReadOnlyList<Line> Lines);

    /// <summary>One object found.</summary>
    public sealed record Line(Guid Id, Guid Whole, string Title, string About);

    public int Count => Groups.Sum(g => g.Lines.Count);

    public sealed class Reader(EtabliDb db, Caller caller, Rights rights)
    {
        /// <summary>Row-level security decides what is mine; one query a kind.</summary>
        public async Task<Found> Find(string sought, CancellationToken stop)
        {
            var me = rights.MustBeSomebody().Value;
            Guid[] places = [.. caller.At(Role.ExamCentreOfficer).Select(o => o.Value)];
            Guid[] speaks = [.. caller.Roles.Where(r => r.Role is Role.Tutor or Role.LineManager or Role.FunctionalManager or Role.Director).Select(r => r.Organisation.Value)];
            var bare = (sought ?? "").Trim();
            if (bare.Length < 2)
            {
                return new Found(bare, []);
            }

            var like = "%" + bare.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            await db.Database.OpenConnectionAsync(stop);
            (string Kind, FormattableString Sql)[] kinds =
            [
                ("dossier", $"""
                    select d.id as "Id", d.id as "Whole", d.candidate_name as "Title", coalesce(s.title, d.standard_slug) || ', ' || d.centre_name as "About"
                    from certification.dossier d left join certification.standard s on s.id = d.standard
                    where etabli.plain(d.candidate_name || ' ' || coalesce((select p.code from people.person p where p.id = d.candidate), '') || ' ' || coalesce(d.company_name, '') || ' ' || coalesce(s.title, d.standard_slug)) like etabli.plain({like})
                      and (d.candidate = {me} or d.tutor = {me} or d.centre = any ({places}) or d.company = any ({speaks}) or d.id in (select etabli.dossiers()))
                    order by d.prepared_at desc limit {Most}
                    """),
                ("project", $"""
                    select id as "Id", id as "Whole", title as "Title", pilot_code as "About" from improvement.project
                    where etabli.plain(title || ' ' || purpose) like etabli.plain({like}) order by starts desc limit {Most}
                    """),
                ("action", $"""
                    select a.id as "Id", a.project as "Whole", a.label as "Title", a.code || ', ' || p.title as "About"
                    from improvement.planned_action a join improvement.project p on p.id = a.project
                    where etabli.plain(a.code || ' ' || a.label || ' ' || a.deliverable) like etabli.plain({like}) order by a.due desc limit {Most}
                    """),
                ("observation", $"""
                    select o.id as "Id", o.project as "Whole", o.fact as "Title", o.place || ', ' || p.title as "About"
                    from improvement.observation o join improvement.project p on p.id = o.project
                    where etabli.plain(o.place || ' ' || o.fact) like etabli.plain({like}) order by o.day desc limit {Most}
                    """),
                ("indicator", $"""
                    select i.id as "Id", i.project as "Whole", i.name as "Title", i.code || ', ' || p.title as "About"
                    from improvement.indicator i join improvement.project p on p.id = i.project
                    where etabli.plain(i.code || ' ' || i.name || ' ' || i.definition) like etabli.plain({like}) order by i.name collate "fr-x-icu" limit {Most}
                    """),
                ("standard", $"""
                    select id as "Id", id as "Whole", title as "Title", version || coalesce(', ' || rncp_code, '') as "About" from certification.standard
                    where etabli.plain(title || ' ' || slug || ' ' || coalesce(rncp_code, '')) like etabli.plain({like}) order by title collate "fr-x-icu", version desc limit {Most}
                    """),
                ("person", $"""
                    select id as "Id", id as "Whole", trim(first_name || ' ' || last_name) as "Title", code as "About" from people.person
                    where etabli.plain(code || ' ' || first_name || ' ' || last_name) like etabli.plain({like}) order by last_name collate "fr-x-icu" limit {Most}
                    """),
            ];
            var groups = new List<Group>();
            foreach (var (kind, sql) in kinds)
            {
                var lines = await db.Database.SqlQuery<Line>(sql).ToListAsync(stop);
                if (lines.Count > 0)
                {
                    groups.Add(new Group(kind, lines));
                }
            }

            return new Found(bare, groups);
        }
    }
}

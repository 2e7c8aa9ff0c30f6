using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People;

/// <summary>What waits for me, in order: late, today, then the coming days (fr: à faire). Computed, never stored.</summary>
public sealed record WhatWaits(IReadOnlyList<WhatWaits.Thing> Things)
{
    /// <summary>How far ahead one looks.</summary>
    public const int DaysAhead = 14;

    /// <summary>One thing to do.</summary>
    /// <param name="Kind">What it is: "invitation", "action", "action-of-team", "effectiveness"…; its sentence and its verb are words.</param>
    /// <param name="Key">Unique and stable: the read mark holds it.</param>
    /// <param name="Title">Name of the object, as typed.</param>
    /// <param name="About">Code, owner or place: what helps to recognise it.</param>
    /// <param name="Id">The object.</param>
    /// <param name="Whole">The object it is part of: the project, the dossier.</param>
    /// <param name="Due">When; null when it only waits.</param>
    /// <param name="Seen">Read mark.</param>
    public sealed record Thing(string Kind, string Key, string Title, string About, Guid Id, Guid Whole, DateOnly? Due, bool Seen);

    public sealed class Reader(EtabliDb db, Caller caller, TimeProvider clock)
    {
        private WhatWaits? found;

        /// <summary>Asked by the frame and by the page: computed once a request.</summary>
        public async Task<WhatWaits> Find(CancellationToken stop)
        {
            if (found is not null)
            {
                return found;
            }

            var me = caller.Id.Value;
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            var soon = today.AddDays(DaysAhead);
            var rows = await db.Database.SqlQuery<Thing>($"""
                with thing as (
                  select 'invitation' as kind, i.id::text as part, o.name as title, i.role as about, i.id, i.organisation as whole, i.expires_at::date as due
                  from people.invitation i join people.organisation o on o.id = i.organisation
                  where i.email = (select people.my_email()) and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()
                  union all
                  select 'action', a.id::text, a.label, a.code || ', ' || p.title, a.id, a.project, a.due
                  from improvement.planned_action a join improvement.project p on p.id = a.project
                  where a.owner = {me} and a.closed_on is null and a.due <= {soon}
                  union all
                  select 'action-of-team', a.id::text, a.label, a.code || ', ' || a.owner_code || ', ' || p.title, a.id, a.project, a.due
                  from improvement.planned_action a join improvement.project p on p.id = a.project
                  where p.pilot = {me} and a.owner <> {me} and a.closed_on is null and a.due < {today}
                  union all
                  select 'effectiveness', a.id::text, a.label, a.code || ', ' || p.title, a.id, a.project, null
                  from improvement.planned_action a join improvement.project p on p.id = a.project
                  where p.pilot = {me} and a.closed_on is not null and not a.effectiveness_measured and a.closed_on < {today.AddDays(-28)}
                )
                select t.kind as "Kind", t.kind || ':' || t.part as "Key", t.title as "Title", t.about as "About", t.id as "Id", t.whole as "Whole", t.due as "Due",
                       exists (select 1 from people.seen s where s.person = {me} and s.thing = t.kind || ':' || t.part) as "Seen"
                from thing t order by t.due nulls last, t.title collate "fr-x-icu" limit 200
                """).ToListAsync(stop);
            return found = new WhatWaits(rows);
        }
    }
}

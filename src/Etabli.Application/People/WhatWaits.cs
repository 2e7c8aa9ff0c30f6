using System.Text.Json;
using Etabli.People.Persons;
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
            Guid[] centres = [.. caller.At(Role.ExamCentreOfficer).Select(o => o.Value)];
            Guid[] companies = [.. caller.Roles.Where(r => r.Role is Role.Tutor or Role.LineManager or Role.FunctionalManager).Select(r => r.Organisation.Value).Distinct()];
            var controls = caller.Is(Role.JointTechnicalGroup);
            var person = JsonSerializer.Serialize(new[] { new { person = new { id = me } } });
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
                  union all
                  -- The candidate: the report before its deadline, or the portfolio once eligible.
                  select case when d.route = 'Vae' then 'portfolio' else 'report' end, d.id::text, coalesce(s.title, d.standard_slug), d.centre_name, d.id, d.id, d.report_deadline::date
                  from certification.dossier d left join certification.standard s on s.id = d.standard
                  where d.candidate = {me} and d.abandoned_at is null
                    and (d.stage in ('Enrolled', 'ModesDefined', 'ModesTransmitted', 'UnderAssessment') and d.route <> 'Vae' and d.deposits = '[]'::jsonb
                      or d.stage = 'Eligible' and d.portfolio is null)
                  union all
                  -- The company: its opinion, before the report's deadline.
                  select 'opinion', d.id::text, d.candidate_name, coalesce(s.title, d.standard_slug), d.id, d.id, d.report_deadline::date
                  from certification.dossier d left join certification.standard s on s.id = d.standard
                  where (d.tutor = {me} or d.tutor is null and d.company = any ({companies})) and d.stage in ('ModesTransmitted', 'UnderAssessment')
                    and not exists (select 1 from certification.company_opinion o where o.dossier = d.id)
                  union all
                  -- The commission: what is not rated and closed yet.
                  select 'rating', a.id::text, d.candidate_name, coalesce(s.title, d.standard_slug), a.id, d.id, null
                  from certification.assessment a join certification.dossier d on d.id = a.dossier left join certification.standard s on s.id = d.standard
                  where a.closed_at is null and a.members @> {person}::jsonb
                  union all
                  -- The jury: sessions where I sit.
                  select 'jury', j.id::text, j.place, j.centre_name, j.id, j.id, j.held_on
                  from certification.jury_session j
                  where j.minutes is null and j.seats @> {person}::jsonb
                  union all
                  -- The exam centre: the next gesture of each dossier.
                  select case d.stage when 'Enrolled' then 'modes' when 'ModesDefined' then 'transmission' when 'AssessmentClosed' then 'listing' when 'RequestFiled' then 'request'
                           when 'Admissible' then 'award' else 'commission' end,
                         d.id::text, d.candidate_name, coalesce(s.title, d.standard_slug), d.id, d.id, null
                  from certification.dossier d left join certification.standard s on s.id = d.standard
                  where d.centre = any ({centres})
                    and (d.stage in ('Enrolled', 'ModesDefined', 'AssessmentClosed', 'RequestFiled') and (d.route <> 'Vae' or d.stage not in ('Enrolled', 'ModesDefined'))
                      or d.stage in ('ModesTransmitted', 'UnderAssessment', 'PortfolioDeposited') and d.commission_appointed_at is null
                      or d.stage = 'Admissible' and d.awarded_at is not null
                         and not exists (select 1 from certification.register_entry r where r.dossier = d.id and r.kind = 'Certificate'))
                  union all
                  -- The branch: certificates to award.
                  select 'control', d.id::text, d.candidate_name, coalesce(s.title, d.standard_slug), d.id, d.id, null
                  from certification.dossier d left join certification.standard s on s.id = d.standard
                  where {controls} and d.stage = 'Admissible' and d.awarded_at is null
                )
                select t.kind as "Kind", t.kind || ':' || t.part as "Key", t.title as "Title", t.about as "About", t.id as "Id", t.whole as "Whole", t.due as "Due",
                       exists (select 1 from people.seen s where s.person = {me} and s.thing = t.kind || ':' || t.part) as "Seen"
                from thing t order by t.due nulls last, t.title collate "fr-x-icu" limit 200
                """).ToListAsync(stop);
            return found = new WhatWaits(rows);
        }
    }
}

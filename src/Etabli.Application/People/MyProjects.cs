using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People;

/// <summary>The projects I lead or work in, as the first page shows them: nine steps and what is late.</summary>
public sealed record MyProjects(IReadOnlyList<MyProjects.One> Projects)
{
    /// <param name="Id">The project.</param>
    /// <param name="Title">As typed.</param>
    /// <param name="Ends">Planned end.</param>
    /// <param name="Steps">Nine digits: 0 empty, 1 begun, 2 done.</param>
    /// <param name="Open">Actions not closed.</param>
    /// <param name="Closed">Actions closed.</param>
    /// <param name="Late">Open actions past their day.</param>
    public sealed record One(Guid Id, string Title, DateOnly Ends, string Steps, int Open, int Closed, int Late)
    {
        /// <summary>0 empty, 1 begun, 2 done.</summary>
        public int StateOf(int step) => Steps[step - 1] - '0';

        /// <summary>Where the project stands: the first step begun and not done.</summary>
        public int Here => Enumerable.Range(1, 9).FirstOrDefault(n => StateOf(n) == 1);
    }

    public sealed class Reader(EtabliDb db, Caller caller, TimeProvider clock)
    {
        /// <summary>Those I lead, I am in the team of, or own an action of; the latest first, six at most.</summary>
        public async Task<MyProjects> Find(CancellationToken stop)
        {
            var me = caller.Id.Value;
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            return new MyProjects(await db.Database.SqlQuery<One>($"""
                select p.id as "Id", p.title as "Title", p.ends as "Ends",
                  (select string_agg(case when s.done_on is not null then '2' when s.started_on is not null then '1' else '0' end, '' order by n)
                   from generate_series(1, 9) n left join improvement.project_step s on s.project = p.id and s.step = n) as "Steps",
                  count(a.id) filter (where a.closed_on is null)::integer as "Open",
                  count(a.id) filter (where a.closed_on is not null)::integer as "Closed",
                  count(a.id) filter (where a.closed_on is null and a.due < {today})::integer as "Late"
                from improvement.project p left join improvement.planned_action a on a.project = p.id
                where p.pilot = {me}
                   or exists (select 1 from improvement.team_member m where m.project = p.id and m.person = {me})
                   or exists (select 1 from improvement.planned_action mine where mine.project = p.id and mine.owner = {me})
                group by p.id order by p.pilot = {me} desc, p.starts desc limit 6
                """).ToListAsync(stop));
        }
    }
}

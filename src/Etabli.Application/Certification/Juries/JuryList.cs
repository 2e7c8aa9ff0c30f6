using Etabli.Certification;
using Etabli.Certification.Juries;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Juries;

/// <summary>The jury sessions of the caller: those of the centre, those where he sits; the next ones first (fr: séances de jury).</summary>
public sealed record JuryList(IReadOnlyList<JuryList.Row> Juries)
{
    /// <summary>At most so many: a centre holds a few a month.</summary>
    public const int Most = 200;

    /// <param name="Declared">Candidates with a declaration.</param>
    public sealed record Row(
        JurySessionId Id, string Centre, DateOnly HeldOn, string Place, DateTimeOffset? OpenedAt, DateTimeOffset? SealedAt, int EmployerVoters, int EmployeeVoters, bool Breach, int Candidates, int Declared, bool ISit);

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        public async Task<JuryList> Find(CancellationToken stop)
        {
            var sessions = await db.JurySessions.AsNoTracking().OrderByDescending(s => s.HeldOn).ThenByDescending(s => s.ConvokedAt).Take(Most).ToListAsync(stop);
            var ids = sessions.Select(s => s.Id).ToList();
            var counts = (await db.Deliberations.AsNoTracking().Where(d => ids.Contains(d.Session)).Select(d => new { d.Session, d.Declaration }).ToListAsync(stop))
                .GroupBy(d => d.Session).ToDictionary(g => g.Key, g => (All: g.Count(), Declared: g.Count(d => d.Declaration is not null)));
            return new([.. sessions.Select(s => Of(s, counts.GetValueOrDefault(s.Id), caller.Person))]);
        }

        private static Row Of(JurySession s, (int All, int Declared) count, PersonId? me) => new(
            s.Id, s.Centre.Name, s.HeldOn, s.Place, s.OpenedAt, s.Minutes?.SealedAt,
            s.Voters.Count(v => v.College == Etabli.People.Persons.College.Employers), s.Voters.Count(v => v.College == Etabli.People.Persons.College.Employees),
            s.Composition().Any(f => f.Gravity == Gravity.Breach), count.All, count.Declared, s.Seats.Any(x => x.Person.Id == me));
    }
}

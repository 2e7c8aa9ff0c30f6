using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People;

/// <summary>Who may be tried with one click in demonstration mode (fr: personnes de démonstration).</summary>
public sealed record DemoPeople(IReadOnlyList<DemoPeople.One> People)
{
    public sealed record One(Guid Person, string Code, string Label, string Note, Guid Stamp);

    public sealed class Reader(EtabliDb db)
    {
        /// <summary>Empty when the demonstration is not loaded.</summary>
        public async Task<DemoPeople> Find(string culture, CancellationToken stop)
        {
            var english = culture == "en";
            var people = await db.Database.SqlQuery<One>($"""
                select person, code, case when {english} then label_en else label_fr end as label,
                       case when {english} then note_en else note_fr end as note, people.demo_stamp(person) as stamp
                from people.demo_person order by rank
                """).ToListAsync(stop);
            return new DemoPeople(people);
        }
    }
}

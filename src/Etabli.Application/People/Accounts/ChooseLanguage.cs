using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>A person chooses the language of their pages.</summary>
public sealed class ChooseLanguage(EtabliDb db, Rights rights)
{
    /// <param name="culture">"fr" or "en".</param>
    /// <param name="stop">Stops the work.</param>
    public async Task Run(string culture, CancellationToken stop)
    {
        var me = rights.MustBeSomebody();
        var person = await db.Persons.SingleAsync(p => p.Id == me, stop);
        person.Speak(culture);
        await db.SaveChangesAsync(stop);
    }
}

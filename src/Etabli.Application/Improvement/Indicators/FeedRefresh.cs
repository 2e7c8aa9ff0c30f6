using Etabli.Improvement.Indicators;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Indicators;

/// <summary>Automatic series take what has just arrived in the plant, in the same transaction (fr: mise à jour des séries automatiques).</summary>
internal static class FeedRefresh
{
    /// <summary>Every automatic series of the plant that reads this; one whose columns are not there any more is left as it is.</summary>
    /// <param name="db">In its transaction.</param>
    /// <param name="caller">Who brought it: the values are theirs.</param>
    /// <param name="journal">Tells which series changed.</param>
    /// <param name="clock">A period is taken when it is over.</param>
    /// <param name="plant">Which plant.</param>
    /// <param name="reads">Which sources have something new.</param>
    /// <param name="stop">Stops the reading.</param>
    public static async Task Run(EtabliDb db, Caller caller, Journal.Journal journal, TimeProvider clock, OrganisationId plant, Func<IndicatorFeed, bool> reads, CancellationToken stop)
    {
        var fed = (await db.Indicators.AsSplitQuery().Where(i => i.Organisation == plant && i.Feed != null).ToListAsync(stop)).Where(i => reads(i.Feed!)).ToList();
        foreach (var indicator in fed)
        {
            IReadOnlyDictionary<DateOnly, decimal> read;
            try
            {
                read = await FeedReading.Read(db, indicator, clock.Today(), stop);
            }
            catch (RefusalException)
            {
                continue;
            }

            var (fresh, corrected) = indicator.Refresh(read, Reason(caller), caller.Id, clock.GetUtcNow(), clock.Today());
            if (fresh + corrected > 0)
            {
                journal.Note("indicator.refreshed", "indicator", indicator.Id.Value, indicator.Organisation, detail: new { code = indicator.Code, fresh, corrected });
            }
        }

        if (fed.Count > 0)
        {
            await db.SaveKnowingly("", stop);
        }
    }

    /// <summary>Why a value is corrected, in the language of whoever brought what changed it.</summary>
    public static string Reason(Caller caller) => caller.Culture == "en" ? "its source says another value" : "sa source dit une autre valeur";
}

using Etabli.Application.Printing;

namespace Etabli.Web.Printing;

/// <summary>Asks the pages of what was just frozen. What was frozen stays so even when no page can be asked: they are asked again by hand.</summary>
public sealed partial class FrozenPages(RequestPrint gesture, ILogger<FrozenPages> log)
{
    public async Task Ask(PrintKind kind, Guid subject, CancellationToken stop)
    {
        try
        {
            // In French, the language of the standards and of what is kept.
            await gesture.Run(new RequestPrint.Order(kind, subject, "fr"), stop);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            NotAsked(log, kind, subject, failed);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The pages of {Kind} {Subject} were not asked")]
    private static partial void NotAsked(ILogger log, PrintKind kind, Guid subject, Exception why);
}

namespace Etabli.Application.Printing;

/// <summary>Why there is no document; each has its words.</summary>
public enum PrintFailure
{
    /// <summary>The machine has no Chromium: the words say what to install.</summary>
    NoBrowser,
    /// <summary>Chromium took too long and was ended.</summary>
    TooLong,
    /// <summary>Chromium gave nothing.</summary>
    BrowserFailed,
    /// <summary>The document no longer exists for the person who asked.</summary>
    Gone,
    /// <summary>Something else; the operator's log says it.</summary>
    Unexpected,
}

/// <summary>The document could not be made.</summary>
public sealed class PrintingException(PrintFailure failure, string message) : Exception(message)
{
    public PrintFailure Failure { get; } = failure;
}

namespace Etabli.Cli;

/// <summary>What a script learns from a command, whatever the language of its words.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something of ours went wrong: worth a report.</summary>
    public const int Broken = 1;

    /// <summary>The command line or the file given to it is wrong.</summary>
    public const int BadInput = 2;

    /// <summary>A rule says no, or something it needs is missing.</summary>
    public const int Refused = 3;

    /// <summary>What it could spend ended before there was an answer.</summary>
    public const int Spent = 4;
}

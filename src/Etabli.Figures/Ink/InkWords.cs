namespace Etabli.Figures.Ink;

/// <summary>The few words that the frame of a figure writes by itself.</summary>
internal sealed record InkWords
{
    internal required string Figure { get; init; }
    internal required string Scope { get; init; }
    internal required string Author { get; init; }
    internal required string Date { get; init; }
    internal required string Version { get; init; }
    internal required string Period { get; init; }
    internal required string Source { get; init; }
    internal required string Page { get; init; }
    internal required string WeekLetter { get; init; }
    internal required IReadOnlyList<string> Days { get; init; }
    internal required IReadOnlyList<string> Months { get; init; }

    internal static InkWords French { get; } = new()
    {
        Figure = "Titre",
        Scope = "Périmètre",
        Author = "Auteur",
        Date = "Date",
        Version = "Version",
        Period = "Période",
        Source = "Source",
        Page = "Page",
        WeekLetter = "S",
        Days = ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
        Months = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    };

    internal static InkWords English { get; } = new()
    {
        Figure = "Title",
        Scope = "Scope",
        Author = "Author",
        Date = "Date",
        Version = "Version",
        Period = "Period",
        Source = "Source",
        Page = "Page",
        WeekLetter = "W",
        Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
        Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    };
}

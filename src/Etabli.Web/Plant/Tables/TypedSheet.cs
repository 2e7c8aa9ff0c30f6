using System.Globalization;
using Etabli.Application.Files;
using Etabli.Application.Plant;
using Etabli.Application.Plant.Tables;
using Etabli.Plant.Tables;

namespace Etabli.Web.Plant.Tables;

/// <summary>What a page's table sends: its text, and what is asked of it.</summary>
public sealed class SheetTyped
{
    /// <summary>The table, with tabs.</summary>
    public string Text { get; set; } = "";

    /// <summary>Name of the file whose content stands in the text; null when none was read.</summary>
    public string? From { get; set; }

    /// <summary>The version that was seen.</summary>
    public uint? Version { get; set; }

    /// <summary>To be looked at only.</summary>
    public bool Look { get; set; }

    /// <summary>The chosen file is to be read.</summary>
    public bool Read { get; set; }

    /// <summary>Good rows are kept without waiting for the others.</summary>
    public bool Good { get; set; }

    /// <summary>The file a number may be said to come from.</summary>
    public string? Origin => From is { Length: > 0 and <= 200 } ? From : null;
}

/// <summary>One table of a page between what was sent and what is shown again: the same for every page that has such tables.</summary>
public sealed class TypedSheet
{
    /// <summary>What the tables of a page are sent as, by their place.</summary>
    public static readonly IReadOnlyList<string> Prefixes = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"];

    private readonly Dictionary<string, int> chosen = [];
    private bool fromFile;
    private bool isOurs;

    /// <summary>What was understood of it; null until it was sent.</summary>
    public SheetReading? Reading { get; private set; }

    /// <summary>Headings of what was brought, to choose columns from.</summary>
    public IReadOnlyList<string> Heading { get; private set; } = [];

    /// <summary>Where a column stands, for those chosen by hand.</summary>
    public IReadOnlyDictionary<string, int> Chosen => chosen;

    /// <summary>Whether the text still stands under headings that are not the page's: which column is which is asked, and no grid can hold it.</summary>
    public bool IsForeign => Heading.Count > 0 && !isOurs && (Reading is { Missing.Count: > 0 } || chosen.Count > 0);

    /// <summary>Whether the text is newer than a draft the browser kept: it comes from a file, or stands under other headings now.</summary>
    public bool IsNewer => fromFile || isOurs;

    /// <summary>The table that was sent: the file chosen now, else the text; with the columns that were chosen by hand.</summary>
    /// <remarks>A file is looked at before it is kept: <see cref="SheetTyped.Look"/> is set, and its name noted.</remarks>
    /// <exception cref="Etabli.People.RefusalException">The file is no table, or too large.</exception>
    public async Task<TypedTable> Brought(HttpRequest request, SheetTyped form, IReadOnlyList<SheetColumn> columns, FileLimits limits, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(columns);
        TypedTable table;
        if (ToRead(request, form.From, form.Read) is { } file)
        {
            table = await TypedTable.Read(file.OpenReadStream(), file.FileName, Culture, limits, stop);
            form.From = Path.GetFileName(file.FileName);
            form.Look = fromFile = true;
        }
        else
        {
            table = TypedTable.Read(form.Text, Culture);
        }

        Heading = table.Heading;
        foreach (var column in columns)
        {
            if (int.TryParse(request.Form[$"Map.{column.Key}"], CultureInfo.InvariantCulture, out var at) && at >= 0)
            {
                chosen[column.Key] = at;
            }
        }

        return table;
    }

    /// <summary>Takes what was understood, and puts what was in a file into the field, to be read and mended.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="table">The table of it.</param>
    /// <param name="read">What was understood.</param>
    /// <param name="written">The rows as the page writes them, when all of them can be kept.</param>
    public void Show(SheetTyped form, TypedTable table, SheetReading read, Func<SheetReading, string> written)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(written);
        Reading = read.Missing.Count > 0 && table.Heading.Count == 0 ? null : read;
        if (read is { Missing.Count: 0, Faults.Count: 0 } && (fromFile || chosen.Count > 0))
        {
            // Under the headings of the page: columns chosen by hand need not be chosen again.
            form.Text = written(read);
            isOurs = true;
        }
        else if (fromFile)
        {
            form.Text = string.Join('\n', table.Lines.Select(l => l.Text).Prepend(string.Join('\t', table.Heading)));
        }
    }

    private static string Culture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    // A file that was asked to be read, or that was not read yet: the control keeps its file after an answer that was taken
    // into the page in place, and what was mended since must not be lost to it.
    internal static IFormFile? ToRead(HttpRequest request, string? from, bool asked = false) =>
        request.Form.Files.GetFile("Upload") is { Length: > 0 } file && (asked || Path.GetFileName(file.FileName) != from) ? file : null;
}

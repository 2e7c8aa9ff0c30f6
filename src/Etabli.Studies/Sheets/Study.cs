using Etabli.People;
using Etabli.People.Files;
using Etabli.Plant.Tables;

namespace Etabli.Studies.Sheets;

/// <summary>A sheet with its rows; each cell as <see cref="SheetColumn.Holds"/> says (fr: feuille remplie).</summary>
public sealed record FilledSheet(SheetKind Kind, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>The picture a study is noted on: the plan of a workshop, the drawing of a part (fr: fond de plan).</summary>
/// <param name="File">The stored picture.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record StudyPicture(FileId File, int Width, int Height);

/// <summary>What a study says at one moment, whole (fr: contenu d’étude).</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Scope">Line, workshop, product.</param>
/// <param name="From">First day noted; null when not said.</param>
/// <param name="Until">Last day noted; null when not said.</param>
/// <param name="Settings">What was set, by key.</param>
/// <param name="Sheets">Its sheets.</param>
/// <param name="Picture">What it is noted on; null when on nothing.</param>
public sealed record StudyContent(
    string Title, string Scope, DateOnly? From, DateOnly? Until, IReadOnlyDictionary<string, string> Settings, IReadOnlyList<FilledSheet> Sheets, StudyPicture? Picture = null)
{
    /// <summary>The rows of a sheet, a cell for each column; none when it is not there.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(SheetKind sheet)
    {
        // A row kept before a column was there says nothing in it.
        var wide = SheetForm.Of(sheet).Columns.Count;
        return [.. (Sheets.FirstOrDefault(s => s.Kind == sheet)?.Rows ?? []).Select(r => r.Count < wide ? [.. r, .. Enumerable.Repeat("", wide - r.Count)] : r)];
    }

    /// <summary>The same with other rows in a sheet: also one that its kind of study did not have when it was begun.</summary>
    public StudyContent With(SheetKind sheet, IReadOnlyList<IReadOnlyList<string>> rows) =>
        this with { Sheets = Sheets.Any(s => s.Kind == sheet) ? [.. Sheets.Select(s => s.Kind == sheet ? new FilledSheet(sheet, rows) : s)] : [.. Sheets, new(sheet, rows)] };
}

/// <summary>A content as it was, with who left it so (fr: révision).</summary>
/// <param name="Study">Of which study.</param>
/// <param name="Number">1 for the first.</param>
/// <param name="Content">What it said.</param>
/// <param name="ByCode">Who.</param>
/// <param name="At">When.</param>
public sealed record StudyRevision(StudyId Study, OrganisationId Organisation, int Number, StudyContent Content, string ByCode, DateTimeOffset At);

/// <summary>What was noted with one tool, with its scope, its period and its author (fr: étude).</summary>
public sealed class Study
{
    private Study() => Content = new("", "", null, null, new Dictionary<string, string>(), []);

    public Study(StudyId id, OrganisationId organisation, StudyKind kind, Guid? project, string title, PersonId author, string authorCode, DateTimeOffset at)
        : this()
    {
        Id = id;
        Organisation = organisation;
        Kind = kind;
        Project = project;
        Author = author;
        AuthorCode = authorCode;
        MadeAt = ChangedAt = at;
        Content = Content with { Sheets = [.. StudyForm.Of(kind).Sheets.Select(s => new FilledSheet(s, []))] };
        Describe(title, "", null, null, new Dictionary<string, string>());
    }

    public StudyId Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public StudyKind Kind { get; private set; }

    /// <summary>The improvement project it serves; null when it serves none.</summary>
    public Guid? Project { get; private set; }

    /// <summary>What it says now.</summary>
    public StudyContent Content { get; private set; }

    /// <summary>How often it was changed since it was begun.</summary>
    public int Revision { get; private set; }

    public PersonId Author { get; private set; }

    public string AuthorCode { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Says what it is about, and what is set for it.</summary>
    /// <exception cref="RefusalException">No title, a text too long, a period upside down, a setting that cannot be.</exception>
    public void Describe(string title, string scope, DateOnly? from, DateOnly? until, IReadOnlyDictionary<string, string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var said = (title ?? "").Trim();
        if (said.Length == 0)
        {
            throw new RefusalException(Refusal.TitleMissing);
        }

        Short(said, 200);
        Short(scope ?? "", 200);
        if (from > until)
        {
            throw new RefusalException(Refusal.PeriodUpsideDown);
        }

        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in StudyForm.Of(Kind).Settings)
        {
            var value = settings.TryGetValue(setting.Key, out var set) ? set.Trim() : "";
            if (!setting.Holds(value))
            {
                throw new RefusalException(Refusal.CellRefused, 0, setting.Key);
            }

            if (value.Length > 0)
            {
                kept[setting.Key] = value;
            }
        }

        Content = Content with { Title = said, Scope = (scope ?? "").Trim(), From = from, Until = until, Settings = kept };
    }

    /// <summary>A sheet as it now is, whole: rows that are no longer there are gone; earlier revisions keep them.</summary>
    /// <exception cref="RefusalException">Not a sheet of this study, too many rows, a cell its column cannot hold.</exception>
    public void Fill(SheetKind sheet, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (!StudyForm.Of(Kind).Sheets.Contains(sheet))
        {
            throw new RefusalException(Refusal.SheetNotOfThisStudy);
        }

        if (rows.Count > SheetForm.MostRows)
        {
            throw new RefusalException(Refusal.TooManyRows, SheetForm.MostRows);
        }

        var columns = SheetForm.Of(sheet).Columns;
        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < columns.Count; c++)
            {
                if (rows[r].Count != columns.Count || !columns[c].Holds(rows[r][c]))
                {
                    throw new RefusalException(Refusal.CellRefused, r + 1, columns[c].Key);
                }
            }
        }

        Content = Content.With(sheet, [.. rows.Select(r => (IReadOnlyList<string>)[.. r])]);
    }

    /// <summary>Rows that come from the floor, behind those the sheet has; a period that is said, or a sheet that was empty, takes in the days they were noted on.</summary>
    /// <exception cref="RefusalException">Not a sheet of this study, too many rows, a cell its column cannot hold.</exception>
    public void Append(SheetKind sheet, IReadOnlyList<IReadOnlyList<string>> rows, DateOnly first, DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (from, until) = Rows(sheet).Count == 0 ? (Content.From ?? first, Content.Until ?? last) : (Content.From, Content.Until);
        Fill(sheet, [.. Rows(sheet), .. rows]);
        Content = Content with { From = from > first ? first : from, Until = until < last ? last : until };
    }

    /// <summary>Notes it on a picture, or on none.</summary>
    public void Show(StudyPicture? picture) => Content = Content with { Picture = picture };

    /// <summary>Takes back what an earlier revision said, as a new revision.</summary>
    public void TakeBack(StudyRevision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        Content = revision.Content;
    }

    /// <summary>What it says now becomes its next revision.</summary>
    public StudyRevision Keep(string byCode, DateTimeOffset at)
    {
        Revision++;
        ChangedAt = at;
        return new(Id, Organisation, Revision, Content, byCode, at);
    }

    /// <summary>The rows of a sheet.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(SheetKind sheet) => Content.Rows(sheet);

    private static void Short(string text, int limit)
    {
        if (text.Length > limit)
        {
            throw new RefusalException(Refusal.TextTooLong, limit);
        }
    }
}

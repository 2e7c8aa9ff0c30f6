using Etabli.People;
using Etabli.Plant.Measures;

namespace Etabli.Studies.Analyses;

/// <summary>Identifies an analysis.</summary>
public readonly record struct AnalysisId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>A point left out of the reckoning, with its reason (fr: point exclu).</summary>
/// <param name="Point">Which: the subgroup's name, or the number of its first row.</param>
/// <param name="Reason">The cause that was found.</param>
/// <param name="ByCode">Who said so.</param>
/// <param name="At">When.</param>
public sealed record LeftOutPoint(string Point, string Reason, string ByCode, DateTimeOffset At);

/// <summary>What somebody knows of a point: a tool changed, a batch began (fr: note de contexte).</summary>
/// <param name="Point">Which.</param>
/// <param name="Text">What is known.</param>
/// <param name="ByCode">Who.</param>
/// <param name="At">When.</param>
public sealed record PointNote(string Point, string Text, string ByCode, DateTimeOffset At);

/// <summary>Limits that no longer follow the points (fr: limites figées).</summary>
/// <param name="Centre">Mean of the process.</param>
/// <param name="Sigma">Standard deviation of one value; null for counts.</param>
/// <param name="Points">On how many points they were reckoned.</param>
/// <param name="ByCode">Who froze them.</param>
/// <param name="At">When.</param>
public sealed record HeldLimits(double Centre, double? Sigma, int Points, string ByCode, DateTimeOffset At);

/// <summary>What an analysis says of itself (fr: contenu d’analyse).</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Columns">Place of the record's column that plays each part: columns keep their place, whatever they are called.</param>
/// <param name="Choices">What was chosen, by key.</param>
/// <param name="LeftOut">Points left out, each with its reason.</param>
/// <param name="Notes">What is known of points.</param>
/// <param name="Held">Frozen limits; null while they follow the points.</param>
public sealed record AnalysisContent(
    string Title, IReadOnlyDictionary<string, int> Columns, IReadOnlyDictionary<string, string> Choices, IReadOnlyList<LeftOutPoint> LeftOut, IReadOnlyList<PointNote> Notes, HeldLimits? Held = null);

/// <summary>One question asked of a record of measures, kept with what was chosen and known: its answer is reckoned when it is read (fr: analyse de mesures).</summary>
public sealed class Analysis
{
    /// <summary>Longest title, reason and note.</summary>
    public const int Longest = 500;

    /// <summary>Most points left out, and most notes.</summary>
    public const int MostPoints = 500;

    private Analysis()
    {
        Content = new("", new Dictionary<string, int>(), new Dictionary<string, string>(), [], []);
        AuthorCode = "";
    }

    public Analysis(AnalysisId id, OrganisationId organisation, AnalysisKind kind, MeasureTable table, Guid? project, AnalysisContent content, PersonId author, string authorCode, DateTimeOffset at)
        : this()
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(content);
        (Id, Organisation, Kind, Table, Project) = (id, organisation, kind, table.Id, project);
        (Author, AuthorCode, MadeAt, ChangedAt) = (author, authorCode, at, at);
        Describe(table, content.Title, content.Columns, content.Choices, at);
    }

    public AnalysisId Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public AnalysisKind Kind { get; private set; }

    /// <summary>The record it reads.</summary>
    public MeasureTableId Table { get; private set; }

    /// <summary>The improvement project it serves; null when it serves none.</summary>
    public Guid? Project { get; private set; }

    public AnalysisContent Content { get; private set; }

    public PersonId Author { get; private set; }

    public string AuthorCode { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Says what it asks of which columns.</summary>
    /// <exception cref="RefusalException">No title, a part no column plays or plays wrongly, a choice that cannot be, a tolerance upside down.</exception>
    public void Describe(MeasureTable table, string title, IReadOnlyDictionary<string, int> columns, IReadOnlyDictionary<string, string> choices, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(choices);
        if (string.IsNullOrWhiteSpace(title))
        {
            throw new RefusalException(Refusal.TitleMissing);
        }

        var form = AnalysisForm.Of(Kind);
        var plays = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var role in form.Roles)
        {
            if (!columns.TryGetValue(role.Key, out var place))
            {
                if (role.Needed)
                {
                    throw new RefusalException(Refusal.RoleMissing, role.Key);
                }

                continue;
            }

            if (place < 0 || place >= table.Columns.Count || !role.Takes(table.Columns[place].Kind))
            {
                throw new RefusalException(Refusal.ColumnCannotPlay, place >= 0 && place < table.Columns.Count ? table.Columns[place].Name : "?", role.Key);
            }

            plays[role.Key] = place;
        }

        var chosen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var choice in form.Choices)
        {
            var value = choices.GetValueOrDefault(choice.Key, "").Trim();
            if (value.Length > 0)
            {
                chosen[choice.Key] = choice.Holds(value) ? value : throw new RefusalException(Refusal.ChoiceRefused, choice.Key, value);
            }
        }

        var target = Number(chosen, "Target");
        if (Number(chosen, "Lower") >= Number(chosen, "Upper") || target < Number(chosen, "Lower") || target > Number(chosen, "Upper"))
        {
            throw new RefusalException(Refusal.ToleranceUpsideDown);
        }

        // What was frozen or left out was of other points.
        var same = Same(plays, Content.Columns, "Value") && Same(plays, Content.Columns, "Subgroup")
            && chosen.GetValueOrDefault("Chart") == Content.Choices.GetValueOrDefault("Chart") && chosen.GetValueOrDefault("SubgroupSize") == Content.Choices.GetValueOrDefault("SubgroupSize");
        Content = Content with { Title = Short(title.Trim()), Columns = plays, Choices = chosen, Held = same ? Content.Held : null };
        ChangedAt = at;
    }

    /// <summary>A point is left out of the reckoning; it is still drawn.</summary>
    /// <exception cref="RefusalException">No reason, or too many points.</exception>
    public void LeaveOut(string point, string reason, string byCode, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RefusalException(Refusal.ReasonMissing);
        }

        Content = Content with { LeftOut = Added(Content.LeftOut.Where(p => p.Point != point), new LeftOutPoint(Short(point), Short(reason.Trim()), byCode, at)) };
        ChangedAt = at;
    }

    /// <summary>A point counts again.</summary>
    public void TakeIn(string point, DateTimeOffset at)
    {
        Content = Content with { LeftOut = [.. Content.LeftOut.Where(p => p.Point != point)] };
        ChangedAt = at;
    }

    /// <summary>Says what is known of a point; nothing takes the note away.</summary>
    /// <exception cref="RefusalException">Too many notes, or one too long.</exception>
    public void Note(string point, string text, string byCode, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(text);
        var others = Content.Notes.Where(n => n.Point != point);
        Content = Content with { Notes = text.Trim().Length == 0 ? [.. others] : Added(others, new PointNote(Short(point), Short(text.Trim()), byCode, at)) };
        ChangedAt = at;
    }

    /// <summary>Limits stay as they are now, or follow the points again.</summary>
    public void Hold(HeldLimits? limits, DateTimeOffset at)
    {
        Content = Content with { Held = limits };
        ChangedAt = at;
    }

    /// <summary>The number of a choice; null when it was not chosen.</summary>
    public static decimal? Number(IReadOnlyDictionary<string, string> choices, string key)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return choices.TryGetValue(key, out var text) ? decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static bool Same(SortedDictionary<string, int> one, IReadOnlyDictionary<string, int> other, string key) => one.GetValueOrDefault(key, -1) == other.GetValueOrDefault(key, -1);

    private static List<T> Added<T>(IEnumerable<T> others, T one)
    {
        List<T> all = [.. others, one];
        return all.Count <= MostPoints ? all : throw new RefusalException(Refusal.TooManyRows, MostPoints);
    }

    private static string Short(string text) => text.Length <= Longest ? text : throw new RefusalException(Refusal.TextTooLong, Longest);
}

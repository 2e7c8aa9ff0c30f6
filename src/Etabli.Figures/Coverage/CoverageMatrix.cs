namespace Etabli.Figures.Coverage;

/// <summary>What is known of one criterion. (fr: état d’un carreau)</summary>
public enum PipState
{
    /// <summary>No evidence.</summary>
    Empty,
    /// <summary>Evidence linked, not frozen yet.</summary>
    Linked,
    /// <summary>Evidence frozen.</summary>
    Frozen,
    /// <summary>The commission found the criterion met.</summary>
    Met,
    /// <summary>The commission found the criterion not met.</summary>
    NotMet,
    /// <summary>The commission could not observe the criterion.</summary>
    NotObserved,
    /// <summary>The référentiel has a criterion here that cannot be evaluated; it counts for nothing.</summary>
    NotEvaluable,
}

/// <summary>Decision on a compétence or a bloc. (fr: décision)</summary>
public enum CoverageDecision
{
    /// <summary>Nothing decided yet.</summary>
    Pending,
    /// <summary>Acquired (fr: acquise).</summary>
    Acquired,
    /// <summary>Not acquired (fr: non acquise).</summary>
    NotAcquired,
    /// <summary>Acquired at an earlier enrolment (fr: acquis antérieur).</summary>
    Carried,
}

/// <summary>One criterion, a square of the matrix. (fr: carreau)</summary>
/// <param name="Code">Code of the criterion, such as <c>C5-METH-4</c>.</param>
/// <param name="State">What is known of it.</param>
/// <param name="HasOpinion">Whether the company gave its opinion on it: an underline.</param>
public sealed record CoveragePip(string Code, PipState State, bool HasOpinion = false)
{
    /// <summary>Whether the criterion counts: it can be evaluated.</summary>
    public bool Counts => State != PipState.NotEvaluable;

    /// <summary>Whether something supports the criterion.</summary>
    public bool IsSupported => State is PipState.Linked or PipState.Frozen or PipState.Met or PipState.NotMet;
}

/// <summary>A row: one compétence, and its criteria under each heading. (fr: ligne de la matrice)</summary>
/// <param name="Code">Code of the compétence, such as <c>C5</c>.</param>
/// <param name="Label">Its name.</param>
/// <param name="Cells">Its criteria, one list per heading, in the order of the headings.</param>
/// <param name="Decision">What the commission decided.</param>
public sealed record CoverageRow(string Code, string Label, IReadOnlyList<IReadOnlyList<CoveragePip>> Cells, CoverageDecision Decision = CoverageDecision.Pending)
{
    /// <summary>Criteria supported.</summary>
    public int Supported => Cells.Sum(cell => cell.Count(pip => pip.IsSupported));

    /// <summary>Criteria that count.</summary>
    public int Total => Cells.Sum(cell => cell.Count(pip => pip.Counts));
}

/// <summary>A bloc de compétences and its rows. (fr: bloc)</summary>
/// <param name="Code">Its code, such as <c>Bloc 1</c>.</param>
/// <param name="Label">Its name.</param>
/// <param name="Rows">Its compétences.</param>
/// <param name="Decision">Whether it is acquired.</param>
public sealed record CoverageBloc(string Code, string Label, IReadOnlyList<CoverageRow> Rows, CoverageDecision Decision = CoverageDecision.Pending)
{
    /// <summary>Criteria supported.</summary>
    public int Supported => Rows.Sum(row => row.Supported);

    /// <summary>Criteria that count.</summary>
    public int Total => Rows.Sum(row => row.Total);
}

/// <summary>The whole dossier at a glance: compétences × headings, one square per criterion. (fr: matrice de couverture)</summary>
/// <param name="Title">What the matrix is of.</param>
/// <param name="Headings">Headings of the référentiel, in its order.</param>
/// <param name="Blocs">Blocs in the référentiel's order.</param>
public sealed record CoverageMatrix(string Title, IReadOnlyList<string> Headings, IReadOnlyList<CoverageBloc> Blocs)
{
    /// <summary>Criteria supported.</summary>
    public int Supported => Blocs.Sum(bloc => bloc.Supported);

    /// <summary>Criteria that count.</summary>
    public int Total => Blocs.Sum(bloc => bloc.Total);
}

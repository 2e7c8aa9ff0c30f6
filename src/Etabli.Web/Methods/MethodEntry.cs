namespace Etabli.Web.Methods;

/// <summary>One method, tool or document that the référentiels name (fr: méthode).</summary>
/// <param name="Id">Its code, and the end of its address.</param>
/// <param name="Name">Its name, in French: the référentiels are French.</param>
/// <param name="EnglishName">The same for an English reader.</param>
/// <param name="Category">Code of its category.</param>
/// <param name="Also">Other words people look for it by.</param>
/// <param name="Mentions">Every place that names it.</param>
/// <param name="Note">What whoever read the référentiels had to say of a doubtful wording.</param>
public sealed record MethodEntry(string Id, string Name, string EnglishName, string Category, IReadOnlyList<string> Also, IReadOnlyList<MethodMention> Mentions, string? Note)
{
    /// <summary>Address of the tool that serves it; none when it is not built yet.</summary>
    public string? Tool { get; } = MethodTools.AddressOf(Id);

    public bool IsBuilt => Tool is not null;

    public string Page => $"/methodes/{Id}";

    /// <summary>The name in the reader's language.</summary>
    public string NameIn(string language) => language == "fr" ? Name : EnglishName;
}

/// <summary>The référentiel's own words (fr: mention).</summary>
/// <param name="Source">S0 to S4: which document.</param>
/// <param name="Where">Where in it: a competence, a criterion, a paragraph.</param>
/// <param name="Quote">Word for word.</param>
public sealed record MethodMention(string Source, string Where, string Quote);

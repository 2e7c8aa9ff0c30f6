namespace Etabli.Figures.Yamazumis;

/// <summary>What the time of a block is worth to the customer. (fr: classe de valeur d’un bloc)</summary>
public enum BlockWorth
{
    /// <summary>Nobody said.</summary>
    Unset,
    /// <summary>The customer pays for it (fr: VA).</summary>
    ValueAdding,
    /// <summary>Needed as things are (fr: NVA-N).</summary>
    Necessary,
    /// <summary>Waste (fr: NVA).</summary>
    Waste,
}

/// <summary>One task of a post. (fr: bloc de yamazumi)</summary>
/// <param name="Number">Its number, the same in both states.</param>
/// <param name="Name">What is done.</param>
/// <param name="Time">Time of one piece, in the unit of the figure. Range: ≥ 0.</param>
/// <param name="Worth">What it is worth.</param>
public sealed record YamazumiBlock(string Number, string Name, decimal Time, BlockWorth Worth = BlockWorth.Unset);

/// <summary>One column: a post, or one of its operators, or of its sides. (fr: colonne de yamazumi)</summary>
/// <param name="Name">Name of the post; columns of one name are one post.</param>
/// <param name="Blocks">Its tasks in the order they are done, the first at the bottom.</param>
/// <param name="Persons">How many work there; not written if null.</param>
public sealed record YamazumiPost(string Name, IReadOnlyList<YamazumiBlock> Blocks, int? Persons = null)
{
    /// <summary>Which operator or side of the post; null when it has one place.</summary>
    public string? Hand { get; init; }

    /// <summary>Who stands there; not written if null.</summary>
    public string? Worker { get; init; }

    /// <summary>Copies of the post, that take the pieces in turn: each has so many takts for one.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>When it is ready for the next piece: what goes beyond its tasks is waiting, walking and margin; null: when its tasks are done.</summary>
    public decimal? Busy { get; init; }

    /// <summary>Its load for each model of the figure, in their order.</summary>
    public IReadOnlyList<decimal> ByModel { get; init; } = [];

    /// <summary>Its load: the sum of its times, and what goes beyond them.</summary>
    public decimal Load => Math.Max(Busy ?? 0, Work);

    internal decimal Work => Blocks.Sum(b => b.Time);

    internal string Said => Hand is null ? Name : $"{Name} · {Hand}";
}

/// <summary>A model that the line makes among others. (fr: modèle du yamazumi)</summary>
/// <param name="Name">Which.</param>
/// <param name="Share">Its part of the pieces, from 0 to 1.</param>
/// <param name="Most">Its own greatest load, in takts; null: any.</param>
public sealed record YamazumiModel(string Name, decimal Share, decimal? Most = null);

/// <summary>A task that another post does in the proposal. (fr: tâche déplacée)</summary>
/// <param name="Number">Number of the task.</param>
/// <param name="From">Post that does it today.</param>
/// <param name="To">Post that would do it.</param>
public sealed record YamazumiMove(string Number, string From, string To);

/// <summary>How well the posts of one state are loaded, as it was computed elsewhere. (fr: bilan d’un équilibrage)</summary>
/// <param name="Posts">How many posts, the empty ones too, each operator and each copy as one.</param>
/// <param name="Total">Σt.</param>
/// <param name="Longest">Load of the most loaded post.</param>
/// <param name="Efficiency">Σt/(n·takt); null without post or takt.</param>
/// <param name="Smoothness">√Σ(max − load)²: 0 when every post has the same load.</param>
public sealed record YamazumiBalance(int Posts, decimal Total, decimal Longest, decimal? Efficiency, decimal Smoothness);

/// <summary>The load of each post as a stack of its tasks, against the takt; today's, and a proposal beside it. (fr: yamazumi)</summary>
/// <param name="Title">What line it is.</param>
/// <param name="Posts">The posts of today, in the order of the flow.</param>
/// <param name="Takt">Time between two pieces, in the unit of the figure; no line if 0.</param>
public sealed record Yamazumi(string Title, IReadOnlyList<YamazumiPost> Posts, decimal Takt)
{
    /// <summary>The posts of the proposal; none drawn when empty.</summary>
    public IReadOnlyList<YamazumiPost> Proposal { get; init; } = [];

    /// <summary>How well today is loaded; not written if null.</summary>
    public YamazumiBalance? Balance { get; init; }

    /// <summary>How well the proposal is loaded.</summary>
    public YamazumiBalance? ProposedBalance { get; init; }

    /// <summary>Models whose loads stand beside the stack, which is then their mean.</summary>
    public IReadOnlyList<YamazumiModel> Models { get; init; } = [];

    /// <summary>The load aimed at, as a share of the takt, from 0 to 1; no line if null.</summary>
    public decimal? Target { get; init; }

    /// <summary>Unit of the times.</summary>
    public string Unit { get; init; } = "s";

    /// <summary>Sentences under it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>When it was measured.</summary>
    public string? Period { get; init; }

    /// <summary>
    /// For each post of the proposal, the post of today that it continues; null for a new one. A post continues the one of
    /// its name; the others continue, pair by pair, the one they share the most work with.
    /// </summary>
    public IReadOnlyList<string?> Continued()
    {
        var (before, after) = (Grouped(Posts), Grouped(Proposal));
        var continued = after.Select(p => before.Exists(t => t.Name == p.Name) ? p.Name : null).ToArray();
        var pairs =
            from post in after.Index()
            where continued[post.Index] is null
            from today in before.Index()
            where !continued.Contains(today.Item.Name)
            let numbers = today.Item.Blocks.Select(b => b.Number).ToHashSet()
            let shared = post.Item.Blocks.Where(b => numbers.Contains(b.Number)).Sum(b => b.Time)
            where shared > 0
            orderby shared descending, post.Index, today.Index
            select (post.Index, today.Item.Name);
        foreach (var (at, name) in pairs.ToList())
        {
            continued[at] ??= continued.Contains(name) ? null : name;
        }

        return [.. Proposal.Select(p => continued[after.FindIndex(a => a.Name == p.Name)])];

        static List<(string Name, List<YamazumiBlock> Blocks)> Grouped(IReadOnlyList<YamazumiPost> posts) => [.. posts.GroupBy(p => p.Name).Select(g => (g.Key, g.SelectMany(p => p.Blocks).ToList()))];
    }

    /// <summary>Share of the work that the customer pays for; null when nobody said of every task.</summary>
    /// <param name="posts">The posts of one state.</param>
    public static decimal? ValueAdding(IReadOnlyList<YamazumiPost> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var blocks = posts.SelectMany(p => p.Blocks).ToList();
        return blocks.Sum(b => b.Time) == 0 || blocks.Exists(b => b.Worth == BlockWorth.Unset) ? null : blocks.Where(b => b.Worth == BlockWorth.ValueAdding).Sum(b => b.Time) / blocks.Sum(b => b.Time);
    }

    /// <summary>The tasks that change posts between today and the proposal.</summary>
    public IReadOnlyList<YamazumiMove> Moves()
    {
        var before = Posts.SelectMany(p => p.Blocks.Select(b => (b.Number, p.Name))).DistinctBy(b => b.Number).ToDictionary(b => b.Number, b => b.Name);
        return [.. Proposal.Zip(Continued()).SelectMany(p => p.First.Blocks.Where(b => before.TryGetValue(b.Number, out var from) && from != p.Second).Select(b => new YamazumiMove(b.Number, before[b.Number], p.First.Name)))];
    }
}

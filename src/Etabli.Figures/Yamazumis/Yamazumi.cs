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

/// <summary>One column. (fr: colonne de yamazumi)</summary>
/// <param name="Name">Name of the post.</param>
/// <param name="Blocks">Its tasks in the order they are done, the first at the bottom.</param>
/// <param name="Persons">How many work there; not written if null.</param>
public sealed record YamazumiPost(string Name, IReadOnlyList<YamazumiBlock> Blocks, int? Persons = null)
{
    /// <summary>Its load: the sum of its times.</summary>
    public decimal Load => Blocks.Sum(b => b.Time);
}

/// <summary>A task that another post does in the proposal. (fr: tâche déplacée)</summary>
/// <param name="Number">Number of the task.</param>
/// <param name="From">Post that does it today.</param>
/// <param name="To">Post that would do it.</param>
public sealed record YamazumiMove(string Number, string From, string To);

/// <summary>How well the posts of one state are loaded. (fr: bilan d’un équilibrage)</summary>
/// <param name="Posts">How many posts, the empty ones too.</param>
/// <param name="Total">Σt.</param>
/// <param name="Longest">Load of the most loaded post.</param>
/// <param name="Efficiency">Σt/(n·takt); null without post or takt.</param>
/// <param name="Smoothness">√Σ(max − load)²: 0 when every post has the same load.</param>
/// <param name="ValueAdding">Share of the total that the customer pays for; null when nobody said of every task.</param>
public sealed record YamazumiBalance(int Posts, decimal Total, decimal Longest, decimal? Efficiency, decimal Smoothness, decimal? ValueAdding)
{
    /// <summary>The balance of these posts.</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="takt">Time between two pieces.</param>
    public static YamazumiBalance Of(IReadOnlyList<YamazumiPost> posts, decimal takt)
    {
        ArgumentNullException.ThrowIfNull(posts);
        List<decimal> loads = [.. posts.Select(p => p.Load)];
        var (total, longest) = (loads.Sum(), loads.Count == 0 ? 0 : loads.Max());
        var blocks = posts.SelectMany(p => p.Blocks).ToList();
        return new(
            posts.Count, total, longest, posts.Count == 0 || takt <= 0 ? null : total / (posts.Count * takt), (decimal)Math.Sqrt(loads.Sum(l => Math.Pow((double)(longest - l), 2))),
            total == 0 || blocks.Exists(b => b.Worth == BlockWorth.Unset) ? null : blocks.Where(b => b.Worth == BlockWorth.ValueAdding).Sum(b => b.Time) / total);
    }
}

/// <summary>The load of each post as a stack of its tasks, against the takt; today's, and a proposal beside it. (fr: yamazumi)</summary>
/// <param name="Title">What line it is.</param>
/// <param name="Posts">The posts of today, in the order of the flow.</param>
/// <param name="Takt">Time between two pieces, in the unit of the figure; no line if 0.</param>
public sealed record Yamazumi(string Title, IReadOnlyList<YamazumiPost> Posts, decimal Takt)
{
    /// <summary>The posts of the proposal; none drawn when empty.</summary>
    public IReadOnlyList<YamazumiPost> Proposal { get; init; } = [];

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
        var continued = Proposal.Select(p => Posts.Any(t => t.Name == p.Name) ? p.Name : null).ToArray();
        var pairs =
            from post in Proposal.Index()
            where continued[post.Index] is null
            from today in Posts.Index()
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

        return continued;
    }

    /// <summary>The tasks that change posts between today and the proposal.</summary>
    public IReadOnlyList<YamazumiMove> Moves()
    {
        var before = Posts.SelectMany(p => p.Blocks.Select(b => (b.Number, p.Name))).DistinctBy(b => b.Number).ToDictionary(b => b.Number, b => b.Name);
        return [.. Proposal.Zip(Continued()).SelectMany(p => p.First.Blocks.Where(b => before.TryGetValue(b.Number, out var from) && from != p.Second).Select(b => new YamazumiMove(b.Number, before[b.Number], p.First.Name)))];
    }
}

using System.Collections;

namespace Etabli.Methods;

/// <summary>
/// A list copied at the door, that never changes and equals another of the same items in the same order: a record that
/// holds one is equal to another by what it says.
/// </summary>
internal sealed class Listed<T> : IReadOnlyList<T>, IEquatable<Listed<T>>
{
    private readonly T[] items;

    public Listed(IEnumerable<T> items) => this.items = [.. items];

    public int Count => items.Length;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    public bool Equals(Listed<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    public override bool Equals(object? obj) => Equals(obj as Listed<T>);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}

/// <summary>Makes lists that say what they hold.</summary>
internal static class Listed
{
    public static Listed<T> Of<T>(IEnumerable<T> items, string name = "items")
    {
        ArgumentNullException.ThrowIfNull(items, name);
        return items as Listed<T> ?? new(items);
    }
}

namespace Etabli.Methods.Balancing;

/// <summary>The sets of done tasks a search has met, each once, with the fewest stations it was reached in.</summary>
/// <remarks>Open addressing; arrays that double up to a ceiling; no allocation for a state.</remarks>
internal sealed class LineStates(int words, long ceiling)
{
    private int[] table = new int[1 << 12];
    private ulong[] names = new ulong[1 << 11];
    private ulong[] sets = new ulong[(1 << 11) * words];

    public int Count { get; private set; }

    /// <summary>Stations each state was reached in.</summary>
    public int[] Stations { get; private set; } = new int[1 << 11];

    /// <summary>The state each was reached from.</summary>
    public int[] Parents { get; private set; } = new int[1 << 11];

    /// <summary>How far each was followed: 0 not yet, then a count of widenings; negative when wholly.</summary>
    public sbyte[] Followed { get; private set; } = new sbyte[1 << 11];

    public ReadOnlySpan<ulong> Set(int state) => sets.AsSpan(state * words, words);

    public ulong Name(int state) => names[state];

    /// <summary>Bytes kept.</summary>
    public long Bytes => (sets.LongLength * 8) + (names.LongLength * 17) + (table.LongLength * 4);

    public void Clear()
    {
        Count = 0;
        table.AsSpan().Clear();
    }

    /// <summary>Whether a set was met in no more stations.</summary>
    public bool Has(ReadOnlySpan<ulong> set, ulong name, int stations)
    {
        for (var at = Slot(name); table[at] != 0; at = (at + 1) & (table.Length - 1))
        {
            var state = table[at] - 1;
            if (names[state] == name && Set(state).SequenceEqual(set))
            {
                return Stations[state] <= stations;
            }
        }

        return false;
    }

    /// <summary>Takes a state: its number when it is new or reached in fewer stations than before, -1 when it brings nothing, -2 when there is no room.</summary>
    public int Add(ReadOnlySpan<ulong> set, ulong name, int stations, int parent)
    {
        var mask = table.Length - 1;
        var at = Slot(name);
        while (table[at] != 0)
        {
            var state = table[at] - 1;
            if (names[state] == name && Set(state).SequenceEqual(set))
            {
                if (Stations[state] <= stations)
                {
                    return -1;
                }

                (Stations[state], Parents[state], Followed[state]) = (stations, parent, 0);
                return state;
            }

            at = (at + 1) & mask;
        }

        if (Count == names.Length && !Grow())
        {
            return -2;
        }

        (names[Count], Stations[Count], Parents[Count], Followed[Count]) = (name, stations, parent, 0);
        set.CopyTo(sets.AsSpan(Count * words, words));
        if (table.Length == mask + 1)
        {
            table[at] = ++Count;
        }
        else
        {
            Place(Count++);
        }

        return Count - 1;
    }

    private bool Grow()
    {
        var size = names.Length * 2;
        if ((long)size * ((words * 8) + 25) > ceiling || (long)size * words > Array.MaxLength)
        {
            return false;
        }

        Array.Resize(ref names, size);
        Array.Resize(ref sets, size * words);
        (var stations, var parents, var followed) = (Stations, Parents, Followed);
        Array.Resize(ref stations, size);
        Array.Resize(ref parents, size);
        Array.Resize(ref followed, size);
        (Stations, Parents, Followed) = (stations, parents, followed);
        table = new int[size * 2];
        for (var state = 0; state < Count; state++)
        {
            Place(state);
        }

        return true;
    }

    // Names are random bits already: some of them are the slot.
    private int Slot(ulong name) => (int)(name & (uint)(table.Length - 1));

    private void Place(int state)
    {
        var at = Slot(names[state]);
        while (table[at] != 0)
        {
            at = (at + 1) & (table.Length - 1);
        }

        table[at] = state + 1;
    }
}

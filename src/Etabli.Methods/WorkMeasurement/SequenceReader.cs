using System.Globalization;

namespace Etabli.Methods.WorkMeasurement;

/// <summary>Reads a written sequence once, from left to right.</summary>
internal sealed class SequenceReader(MotionTable table, string text)
{
    private readonly List<(string Code, int At, MotionValue? Value, decimal Frequency)> read = [];
    private readonly Stack<(int At, int First, decimal Frequency)> open = new();
    private readonly List<(int First, int Count, int At, bool Given)> groups = [];
    private (decimal Frequency, int At)? before;
    private int last = -1;

    public List<SequenceFault> Faults { get; } = [];

    public IEnumerable<Motion> Motions => read.Where(r => r.Value is not null).Select(r => new Motion(r.Value!, r.At + 1, r.Frequency));

    public void Read()
    {
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is ',' or ';' or '+')
            {
                i++;
            }
            else if (c == '(')
            {
                i = Open(i);
            }
            else if (c == ')')
            {
                Close(i++);
            }
            else if (c is '×' or '*')
            {
                i = Times(i);
            }
            else if (char.IsAsciiLetterOrDigit(c))
            {
                i = Word(i);
            }
            else
            {
                Fault(SequenceProblem.UnknownSign, i++, c.ToString());
            }
        }

        foreach (var (at, _, _) in open)
        {
            Fault(SequenceProblem.NotClosed, at, "(", ")");
        }

        if (before is { } lonely)
        {
            Fault(SequenceProblem.FrequencyWrong, lonely.At, text[lonely.At..].Trim());
        }

        if (read.Count == 0 && Faults.Count == 0)
        {
            Fault(SequenceProblem.Empty, 0, "");
        }

        if (table.Notation == MotionNotation.Indexed && read.Count > 0)
        {
            MustFollowAModel();
        }
    }

    /// <summary>A bracket; a bracket that holds only a number is a frequency.</summary>
    private int Open(int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsWhiteSpace(text[end]) || char.IsAsciiDigit(text[end]) || text[end] is '.' or ','))
        {
            end++;
        }

        if (end < text.Length && text[end] == ')' && text.AsSpan(at + 1, end - at - 1).Trim().Length > 0)
        {
            AtTheEnd(at, text[(at + 1)..end]);
            return end + 1;
        }

        if (open.Count == 8)
        {
            Fault(SequenceProblem.NotClosed, at, "(");
            return text.Length;
        }

        open.Push((at, read.Count, before?.Frequency ?? 1));
        (before, last) = (null, -1);
        return at + 1;
    }

    private void Close(int at)
    {
        if (!open.TryPop(out var from))
        {
            Fault(SequenceProblem.NotOpened, at, ")");
            return;
        }

        if (read.Count == from.First)
        {
            Fault(SequenceProblem.NothingInside, from.At, text[from.At..(at + 1)]);
            return;
        }

        Multiply(from.First, read.Count - from.First, from.Frequency);
        groups.Add((from.First, read.Count - from.First, from.At, from.Frequency != 1));
        last = groups.Count - 1;
    }

    /// <summary>A frequency behind a bracket or a code.</summary>
    private int Times(int at)
    {
        var end = at + 1;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        var start = end;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end > start && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        if (Frequency(text[start..end]) is not { } often || read.Count == 0 || (open.Count > 0 && open.Peek().First == read.Count))
        {
            Fault(SequenceProblem.FrequencyWrong, at, text[at..end], "×2");
        }
        else if (last >= 0)
        {
            Multiply(groups[last].First, groups[last].Count, often);
            groups[last] = groups[last] with { Given = true };
        }
        else
        {
            Multiply(read.Count - 1, 1, often);
        }

        return end;
    }

    private int Word(int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '/' or '-'))
        {
            end++;
        }

        var word = text[at..end];
        if (char.IsAsciiDigit(word[0]) && Frequency(word) is { } often && Ahead(end) is '×' or '*')
        {
            before = (often, at);
            return text.IndexOfAny(['×', '*'], end) + 1;
        }

        last = -1;
        if (table.Notation == MotionNotation.Codes)
        {
            Take(word, at);
            return end;
        }

        // Letters and their indices may be written without anything between them.
        for (var i = at; i < end;)
        {
            var stop = i + 1;
            while (stop < end && !char.IsAsciiLetter(text[stop]))
            {
                stop++;
            }

            Indexed(text[i..stop], i);
            i = stop;
        }

        return end;
    }

    private char Ahead(int at) => text.AsSpan(at).TrimStart() is [var next, ..] ? next : ' ';

    private void Take(string code, int at)
    {
        var (value, problem, proposals) = table.Look(code);
        if (value is null)
        {
            Faults.Add(new(problem, at + 1, code, proposals));
        }

        Add(code, at, value);
    }

    private void Indexed(string word, int at)
    {
        var letter = char.ToUpperInvariant(word[0]).ToString();
        var known = table.Models.Any(m => m.Any(p => p.Split('|').Contains(letter)));
        MotionValue? value = null;
        if (!known)
        {
            Fault(SequenceProblem.UnknownCode, at, word, [.. table.Models.SelectMany(m => m).SelectMany(p => p.Split('|')).Distinct().Order(StringComparer.Ordinal)]);
        }
        else if (!int.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            Fault(SequenceProblem.NumberWrong, at, word, table.Scale.Take(4).Select(s => string.Create(CultureInfo.InvariantCulture, $"{letter}{s}")).ToArray());
        }
        else if (!table.Scale.Contains(index))
        {
            Fault(SequenceProblem.NotInScale, at, word, table.Scale.OrderBy(s => Math.Abs(s - (long)index)).Take(2).Order().Select(s => string.Create(CultureInfo.InvariantCulture, $"{letter}{s}")).ToArray());
        }
        else
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"{letter}{index}");
            value = table.Values.TryGetValue(code, out var said) ? said : new(code, index * table.Factor, table.ScaleStatus);
        }

        Add(letter, at, value);
    }

    private void Add(string code, int at, MotionValue? value)
    {
        read.Add((code, at, value, before?.Frequency ?? 1));
        before = null;
    }

    /// <summary>As cards write it: the frequency of the one bracket, or of the whole, at the end.</summary>
    private void AtTheEnd(int at, string number)
    {
        var without = groups.Select((g, i) => (g, i)).Where(g => !g.g.Given).ToList();
        if (Frequency(number.Trim()) is not { } often || read.Count == 0)
        {
            Fault(SequenceProblem.FrequencyWrong, at, $"({number})", "(2)");
        }
        else if (without.Count > 1)
        {
            Fault(SequenceProblem.FrequencyOfWhich, at, $"({number})", $")×{number.Trim()}");
        }
        else if (without.Count == 1)
        {
            Multiply(without[0].g.First, without[0].g.Count, often);
            groups[without[0].i] = without[0].g with { Given = true };
        }
        else if (groups.Count == 0)
        {
            Multiply(0, read.Count, often);
        }
        else
        {
            Fault(SequenceProblem.FrequencyOfWhich, at, $"({number})");
        }
    }

    private void MustFollowAModel()
    {
        var best = (Length: -1, Model: table.Models[0]);
        foreach (var model in table.Models)
        {
            var length = 0;
            while (length < read.Count && length < model.Count && model[length].Split('|').Contains(read[length].Code))
            {
                length++;
            }

            if (length == model.Count && length == read.Count)
            {
                return;
            }

            best = length > best.Length ? (length, model) : best;
        }

        // What could stand at the first place no model goes on: of all models that came so far.
        var next = table.Models.Where(m => m.Count > best.Length && m.Take(best.Length).Zip(read).All(p => p.First.Split('|').Contains(p.Second.Code))).SelectMany(m => m[best.Length].Split('|')).Distinct().ToArray();
        if (best.Length < read.Count)
        {
            Fault(SequenceProblem.WrongOrder, read[best.Length].At, read[best.Length].Code, next);
        }
        else
        {
            Fault(SequenceProblem.Unfinished, text.TrimEnd().Length, "", next);
        }
    }

    private void Multiply(int first, int count, decimal often)
    {
        for (var i = first; i < first + count; i++)
        {
            read[i] = read[i] with { Frequency = Math.Min(read[i].Frequency * often, 1_000_000) };
        }
    }

    private static decimal? Frequency(string number) =>
        decimal.TryParse(number.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var often) && often is > 0 and <= 10_000 ? often : null;

    private void Fault(SequenceProblem problem, int at, string what, params string[] proposals) => Faults.Add(new(problem, at + 1, what, proposals));
}

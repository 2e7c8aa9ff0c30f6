using System.Text.RegularExpressions;
using Etabli.Application.Plant.Tables;
using Etabli.Plant.Calendars;
using Etabli.Plant.Register;
using Etabli.Plant.Tasks;

namespace Etabli.Application.Plant.Register;

/// <summary>
/// A typed table read as one of the register: beyond what each cell says, codes are said once, what is named in another table is
/// there, and nothing waits for itself (fr: lecture d’une table du référentiel).
/// </summary>
public static partial class RegisterReading
{
    /// <summary>Most stations a range like P1-P6 can stand for.</summary>
    private const int LongestRange = 200;

    /// <param name="table">What was typed, pasted or in the file.</param>
    /// <param name="kind">The table it is for.</param>
    /// <param name="known">Codes of the tables that its columns name rows of.</param>
    /// <param name="kept">Rows that stay beside those read: a task may wait for one of them.</param>
    /// <param name="unit">Unit of the durations whose heading names none.</param>
    /// <param name="chosen">Columns chosen by hand.</param>
    public static SheetReading Read(
        TypedTable table, RegisterKind kind, IReadOnlyDictionary<RegisterKind, IReadOnlySet<string>> known, IReadOnlyList<PlantObject> kept, TimeUnit unit, IReadOnlyDictionary<string, int>? chosen = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(kept);
        var form = RegisterForm.Of(kind);
        var read = SheetReading.Read(WithTraits(table, form, chosen), form.Columns, chosen, unit);
        if (read.Missing.Count > 0)
        {
            return read;
        }

        var checks = new Checks(form, read, known, kept);
        return checks.Run();
    }

    /// <summary>What stands in columns nobody knows becomes the last column, so that nothing of the file is lost.</summary>
    private static TypedTable WithTraits(TypedTable table, RegisterForm form, IReadOnlyDictionary<string, int>? chosen)
    {
        if (!form.Columns.Any(c => c.Key == RegisterForm.Traits))
        {
            return table;
        }

        var traits = form.Columns.First(c => c.Key == RegisterForm.Traits);
        var names = table.Heading.Select(TypedTable.Plain).ToList();
        var mine = form.Columns.SelectMany(c => c.Headings).ToHashSet(StringComparer.Ordinal);
        var others = Enumerable.Range(0, names.Count).Where(i => names[i].Length > 0 && !mine.Contains(names[i]) && chosen?.Values.Contains(i) != true).ToList();
        if (others.Count == 0 || names.Exists(traits.Headings.Contains))
        {
            return table;
        }

        return table with
        {
            Heading = [.. table.Heading, traits.Headings[0]],
            Lines = [.. table.Lines.Select(l => l with { Cells = [.. l.Cells, string.Join("; ", others.Where(i => l.Cells[i].Length > 0).Select(i => $"{table.Heading[i]}: {l.Cells[i]}"))] })],
        };
    }

    [GeneratedRegex(@"^(?<name>\D*)(?<from>\d{1,4})\s*-\s*\k<name>(?<to>\d{1,4})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Range();

    /// <summary>P1-P6 are six stations; anything else is itself.</summary>
    internal static IReadOnlyList<string> Stations(string code)
    {
        if (Range().Match(code) is { Success: true } range && int.Parse(range.Groups["from"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var from
            && int.Parse(range.Groups["to"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var to && to > from && to - from < LongestRange)
        {
            var width = range.Groups["from"].Length;
            return [.. Enumerable.Range(from, to - from + 1).Select(n => range.Groups["name"].Value + n.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(range.Groups["from"].Value[0] == '0' ? width : 1, '0'))];
        }

        return [code];
    }

    private sealed class Checks(RegisterForm form, SheetReading read, IReadOnlyDictionary<RegisterKind, IReadOnlySet<string>> known, IReadOnlyList<PlantObject> kept)
    {
        private readonly List<SheetFault> faults = [.. read.Faults];
        private readonly HashSet<int> wrong = [];
        private readonly int code = form.Columns.Index().First(c => c.Item.Key == form.Code).Index;

        public SheetReading Run()
        {
            // A row that is not there is one whose cells were refused: its number in the table is told by the reading.
            var numbers = read.Numbers;
            Twice(numbers);
            Links(numbers);
            if (form.Kind == RegisterKind.Shifts)
            {
                TimeLeft(numbers);
            }

            if (form.Kind == RegisterKind.Tasks)
            {
                Awaited(numbers);
            }

            var good = Enumerable.Range(0, read.Rows.Count).Where(i => !wrong.Contains(i)).ToList();
            List<(IReadOnlyList<string> Row, int Number)> rows = [.. good.SelectMany(i => Spread(read.Rows[i]).Select(r => (r, numbers[i])))];
            return read with { Rows = [.. rows.Select(r => r.Row)], Numbers = [.. rows.Select(r => r.Number)], Faults = [.. faults.OrderBy(f => f.Row)] };
        }

        private IEnumerable<IReadOnlyList<string>> Spread(IReadOnlyList<string> row)
        {
            if (form.Kind != RegisterKind.Stations)
            {
                return [row];
            }

            return Stations(row[code]).Select(station => (IReadOnlyList<string>)[.. row.Select((cell, c) => c == code ? station : cell)]);
        }

        private void Twice(IReadOnlyList<int> numbers)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < read.Rows.Count; i++)
            {
                var said = form.Kind == RegisterKind.Stations ? Stations(read.Rows[i][code]) : [read.Rows[i][code]];
                if (!said.All(seen.Add))
                {
                    Fault(i, numbers, code, SheetError.Twice);
                }
            }
        }

        private void Links(IReadOnlyList<int> numbers)
        {
            foreach (var (column, to) in form.Links)
            {
                var at = form.Columns.Index().First(c => c.Item.Key == column).Index;
                for (var i = 0; i < read.Rows.Count; i++)
                {
                    if (read.Rows[i][at] is { Length: > 0 } named && known.GetValueOrDefault(to)?.Contains(named) != true)
                    {
                        Fault(i, numbers, at, SheetError.NotKnown);
                    }
                }
            }
        }

        private void TimeLeft(IReadOnlyList<int> numbers)
        {
            var (begin, end, breaks) = (At("Begin"), At("End"), At("Breaks"));
            for (var i = 0; i < read.Rows.Count; i++)
            {
                var row = read.Rows[i];
                var shift = new Shift("", TimeOnly.Parse(row[begin], System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(row[end], System.Globalization.CultureInfo.InvariantCulture), row[breaks].Length == 0 ? 0 : decimal.Parse(row[breaks], System.Globalization.CultureInfo.InvariantCulture), ShiftDays.EveryDay);
                if (shift.NetMinutes <= 0)
                {
                    Fault(i, numbers, breaks, SheetError.NoTimeLeft, shift.PresenceMinutes.ToString("0", System.Globalization.CultureInfo.InvariantCulture));
                }
            }
        }

        private void Awaited(IReadOnlyList<int> numbers)
        {
            var after = At("After");
            var own = read.Rows.Select(r => r[code]).ToHashSet(StringComparer.Ordinal);
            var there = kept.Select(o => o[form.Code]).Concat(own).ToHashSet(StringComparer.Ordinal);
            for (var i = 0; i < read.Rows.Count; i++)
            {
                if (PlantRegister.Awaited(read.Rows[i][after]).FirstOrDefault(a => !there.Contains(a)) is { } unknown)
                {
                    Fault(i, numbers, after, SheetError.NotKnown, unknown);
                }
            }

            var place = Enumerable.Range(0, read.Rows.Count).Where(i => !wrong.Contains(i)).ToDictionary(i => read.Rows[i][code], StringComparer.Ordinal);
            var waits = place.Select(p => (p.Key, PlantRegister.Awaited(read.Rows[p.Value][after])))
                .Concat(kept.Where(o => !own.Contains(o[form.Code])).Select(o => (o[form.Code], PlantRegister.Awaited(o["After"]))));
            foreach (var circle in Precedence.Cycles(waits))
            {
                foreach (var i in circle.Where(place.ContainsKey).Select(c => place[c]))
                {
                    Fault(i, numbers, after, SheetError.InACircle, string.Join(" → ", circle.Append(circle[0])));
                }
            }
        }

        private int At(string key) => form.Columns.Index().First(c => c.Item.Key == key).Index;

        private void Fault(int i, IReadOnlyList<int> numbers, int column, SheetError error, string detail = "")
        {
            wrong.Add(i);
            faults.Add(new(numbers[i] + 1, numbers[i], form.Columns[column], read.Rows[i][column], error, detail));
        }
    }
}

using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>The blocking keys of rows by the rules of a model. For any number of threads.</summary>
internal sealed class RowBlocking
{
    private const int Scratch = 96;
    private const int MostSplits = 3;
    private readonly Part[][] _rules;
    private readonly Part[] _parts;
    private readonly int[][] _splits;
    private readonly int[] _mostKeys;
    private readonly int[] _windows;

    /// <summary>Looks up what the rules name.</summary>
    /// <exception cref="LinkageModelException">A rule names a column or derivation that there is not, or takes too many keys of a row.</exception>
    public RowBlocking(LinkageModel model, IReadOnlyList<ModelColumn> columns, LinkageVocabulary vocabulary)
    {
        _rules =
        [
            .. (model.Blocking ?? []).Select(rule => rule.Parts.Select(part =>
            {
                var (derivation, argument) = part.Take is { } take ? vocabulary.Derivation(take) : (null, 0);
                return new Part(ModelColumn.IndexOf(columns, part.Column), derivation, argument);
            }).ToArray()),
        ];
        _parts = [.. _rules.SelectMany(parts => parts).Distinct()];
        _windows = [.. (model.Blocking ?? []).Select(rule => rule.Window ?? 0)];
        foreach (var (_, part) in Enumerable.Range(0, _rules.Length).Where(r => _windows[r] > 0).SelectMany(r => _rules[r].Index()))
        {
            if (part.Derivation is not (null or TextPart))
            {
                throw new LinkageModelException(
                    $"A rule with a window cannot take '{part.Derivation.Name}' of a column: it has no order.", $"有 window 的规则不能取列的“{part.Derivation.Name}”：它没有顺序。");
            }
        }

        _mostKeys = [.. _rules.Select((parts, rule) => _windows[rule] > 0
            ? SortedPlaces.KeysOfRow
            : parts.Aggregate(1, (most, p) => most * (p.Derivation?.MostKeys ?? 1)))];
        if (_mostKeys.Any(most => most > MostKeysOfRule))
        {
            throw new LinkageModelException(
                $"A blocking rule takes more than {MostKeysOfRule} keys of one row.", $"一条分块规则从一行取出的键超过 {MostKeysOfRule} 个。");
        }

        _splits = [.. _rules.Select(rule => SplitsOf(rule, columns.Count))];
    }

    /// <summary>The most keys that a rule may take of one row.</summary>
    public const int MostKeysOfRule = 64;

    /// <summary>Most keys of one row and rule.</summary>
    public int MostKeys => _mostKeys.DefaultIfEmpty(1).Max();

    /// <summary>Number of rules.</summary>
    public int Rules => _rules.Length;

    /// <summary>Whether a rule has no parts, which brings every row together with every other one.</summary>
    public bool IsOfAllRows(int rule) => _rules[rule].Length == 0 && _windows[rule] == 0;

    /// <summary>Most keys of one row by a rule.</summary>
    public int MostKeysOf(int rule) => _mostKeys[rule];

    /// <summary>The window of a rule; 0 for a rule of equal parts. The keys of rules with one are told by <see cref="SortedPlaces"/>.</summary>
    public int Window(int rule) => _windows[rule];

    /// <summary>Writes what a rule with a window puts rows in order by.</summary>
    /// <returns>False for a row that takes no part.</returns>
    public bool AppendOrder(int rule, in RowView row, System.Text.StringBuilder text)
    {
        Span<int> scratch = stackalloc int[Scratch];
        foreach (var part in _rules[rule])
        {
            var codes = row.Text(part.Column, scratch);
            codes = part.Derivation is TextPart derivation ? derivation.PartOf(codes, part.Argument) : codes;
            if (codes.IsEmpty)
            {
                return false;
            }

            foreach (var code in codes)
            {
                text.Append(new System.Text.Rune(code).ToString());
            }

            text.Append('\0');
        }

        return true;
    }

    /// <summary>How many times an oversized block of a rule can be parted.</summary>
    public int Splits(int rule) => Math.Min(MostSplits, _splits[rule].Length);

    /// <summary>The column by which an oversized block is parted.</summary>
    /// <param name="rule">0-based.</param>
    /// <param name="depth">0 for the first parting.</param>
    public int SplitColumn(int rule, int depth) => _splits[rule][depth];

    /// <summary>The columns of which a rule takes the whole value, as a mask.</summary>
    public uint Whole(int rule) => _windows[rule] > 0 ? 0 : Mask(rule, p => p.Derivation is null);

    /// <summary>The columns of which a rule takes something derived, as a mask.</summary>
    public uint Derived(int rule) => Mask(rule, p => p.Derivation is not null || _windows[rule] > 0);

    /// <summary>Writes the keys of a row by a rule; keys are not 0.</summary>
    /// <returns>How many; 0 leaves the row out.</returns>
    public int Keys(int rule, in RowView row, Span<ulong> keys)
    {
        Span<ulong> of = stackalloc ulong[8];
        var count = 1;
        keys[0] = 1;
        foreach (var part in _rules[rule])
        {
            var cell = row.CellOf(part.Column);
            if (cell == Cell.Missing)
            {
                return 0;
            }

            var found = 1;
            of[0] = cell;
            if (part.Derivation is not null && (found = Derive(part, in row, cell, of)) == 0)
            {
                return 0;
            }

            var before = count;
            for (var k = 0; k < before; k++)
            {
                var key = keys[k];
                for (var i = 0; i < found; i++)
                {
                    keys[i == 0 ? k : count++] = Joined(key, of[i]);
                }
            }
        }

        return count;
    }

    /// <summary>The rules by which a row has one key at most.</summary>
    public int[] RulesOfOneKey => [.. Enumerable.Range(0, _rules.Length).Where(rule => _mostKeys[rule] == 1)];

    /// <summary>What some rules read of long texts.</summary>
    public IEnumerable<(int Column, TextMarks Marks)> MarksOf(IEnumerable<int> rules) => rules.SelectMany(rule => _rules[rule])
        .Where(part => part.Derivation?.Marks is not null).Select(part => (part.Column, part.Derivation!.Marks!));

    /// <summary>Writes the keys of some consecutive rows by several rules of one key, each part of a value derived once.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="table">The rows.</param>
    /// <param name="from">The first row.</param>
    /// <param name="keys">As many keys of each rule as there are rows, those of the first rule first; 0 for none.</param>
    /// <param name="scratch">As long as one rule's keys.</param>
    /// <param name="marks">What was read of long texts.</param>
    public void KeysOfEach(ReadOnlySpan<int> rules, LinkTable table, int from, Span<ulong> keys, Span<ulong> scratch, LongMarks marks)
    {
        var rows = scratch.Length;
        keys.Fill(1);
        foreach (var part in _parts)
        {
            var isDerived = false;
            for (var r = 0; r < rules.Length; r++)
            {
                if (Array.IndexOf(_rules[rules[r]], part) < 0)
                {
                    continue;
                }

                if (!isDerived)
                {
                    isDerived = true;
                    Take(part, table, from, scratch, marks);
                }

                Add(scratch, keys.Slice(r * rows, rows));
            }
        }
    }

    private static void Take(Part part, LinkTable table, int from, Span<ulong> keys, LongMarks marks)
    {
        if (part.Derivation is not { } derivation)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = table.CellOf(from + i, part.Column);
            }

            return;
        }

        Span<ulong> of = stackalloc ulong[8];
        var read = marks.Of(part.Column, derivation.Marks, derivation.Mark);
        var apart = read.IsEmpty ? 0 : derivation.Marks!.Count;
        for (var i = 0; i < keys.Length; i++)
        {
            var cell = table.CellOf(from + i, part.Column);
            keys[i] = apart != 0 && read[i * apart] is not 0 and var told ? told
                : cell == Cell.Missing || Derive(part, table.View(from + i), cell, of) == 0 ? 0
                : of[0];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Joined(ulong key, ulong next)
    {
        unchecked
        {
            key = (key ^ next) * 0x9FB21C651E98DF25UL;
            return key ^ key >> 32 | 1;
        }
    }

    private static void Add(ReadOnlySpan<ulong> parts, Span<ulong> keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = parts[i] == 0 || keys[i] == 0 ? 0 : Joined(keys[i], parts[i]);
        }
    }

    private static int Derive(Part part, in RowView row, ulong cell, Span<ulong> keys)
    {
        var key = Cell.IsLong(cell) ? part.Derivation!.KeyOf(row.LongText(part.Column), part.Argument) : part.Derivation!.KeyOf(cell, part.Argument);
        if (key != 0)
        {
            keys[0] = key;
            return 1;
        }

        // Scratch is cleared each time, so a short text gets little of it.
        Span<int> scratch = stackalloc int[Cell.IsLong(cell) ? Scratch : Cell.MostInline];
        return part.Derivation.Keys(new CellValue(cell, row.Text(part.Column, scratch)), part.Argument, keys);
    }

    private uint Mask(int rule, Func<Part, bool> which) => _rules[rule].Where(which).Aggregate(0U, (mask, part) => mask | 1U << part.Column);

    // A column that is a rule of its own would part a block into pairs that are compared anyway.
    private int[] SplitsOf(Part[] rule, int columns)
    {
        var used = rule.Where(p => p.Derivation is null).Select(p => p.Column).ToHashSet();
        var alone = _rules.Where(r => r.Length == 1 && r[0].Derivation is null).Select(r => r[0].Column).ToHashSet();
        return [.. Enumerable.Range(0, columns).Where(c => !used.Contains(c)).OrderBy(c => alone.Contains(c)).ThenBy(c => c)];
    }

    private readonly record struct Part(int Column, Derivation? Derivation, int Argument);
}

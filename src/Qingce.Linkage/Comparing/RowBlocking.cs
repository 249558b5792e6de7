using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>The blocking keys of rows by the rules of a model. For any number of threads.</summary>
internal sealed class RowBlocking
{
    private const int Scratch = 96;
    private const int MostSplits = 3;
    private readonly Part[][] _rules;
    private readonly int[][] _splits;
    private readonly int[] _mostKeys;

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
        _mostKeys = [.. _rules.Select(parts => parts.Aggregate(1, (most, p) => most * (p.Derivation?.MostKeys ?? 1)))];
        if (_mostKeys.Any(most => most > MostKeysOfRule))
        {
            throw new LinkageModelException($"A blocking rule takes more than {MostKeysOfRule} keys of one row.");
        }

        _splits = [.. _rules.Select(rule => SplitsOf(rule, columns.Count))];
    }

    /// <summary>The most keys that a rule may take of one row.</summary>
    public const int MostKeysOfRule = 64;

    /// <summary>Most keys of one row and rule.</summary>
    public int MostKeys => _mostKeys.DefaultIfEmpty(1).Max();

    /// <summary>Number of rules.</summary>
    public int Rules => _rules.Length;

    /// <summary>Most keys of one row by a rule.</summary>
    public int MostKeysOf(int rule) => _mostKeys[rule];

    /// <summary>How many times an oversized block of a rule can be parted.</summary>
    public int Splits(int rule) => Math.Min(MostSplits, _splits[rule].Length);

    /// <summary>The column by which an oversized block is parted.</summary>
    /// <param name="rule">0-based.</param>
    /// <param name="depth">0 for the first parting.</param>
    public int SplitColumn(int rule, int depth) => _splits[rule][depth];

    /// <summary>The columns of which a rule takes the whole value, as a mask.</summary>
    public uint Whole(int rule) => Mask(rule, p => p.Derivation is null);

    /// <summary>The columns of which a rule takes something derived, as a mask.</summary>
    public uint Derived(int rule) => Mask(rule, p => p.Derivation is not null);

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

    /// <summary>Writes the key of each of some consecutive rows by a rule of one key; 0 for none.</summary>
    public void KeyOfEach(int rule, LinkTable table, int from, Span<ulong> keys)
    {
        Span<ulong> of = stackalloc ulong[8];
        keys.Fill(1);
        foreach (var part in _rules[rule])
        {
            if (part.Derivation is null)
            {
                Add(table.Words[(from * table.Width)..], table.Width, part.Column + 1, keys);
                continue;
            }

            for (var i = 0; i < keys.Length; i++)
            {
                var cell = table.CellOf(from + i, part.Column);
                keys[i] = keys[i] == 0 || cell == Cell.Missing || Derive(part, table.View(from + i), cell, of) == 0 ? 0 : Joined(keys[i], of[0]);
            }
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<ulong> words, int width, int at, Span<ulong> keys)
    {
        for (var i = 0; i < keys.Length; i++, at += width)
        {
            var cell = words[at];
            var key = keys[i];
            keys[i] = cell == 0 || key == 0 ? 0 : Joined(key, cell);
        }
    }

    private static int Derive(Part part, in RowView row, ulong cell, Span<ulong> keys)
    {
        if (part.Derivation!.KeyOf(cell, part.Argument) is not 0 and var key)
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

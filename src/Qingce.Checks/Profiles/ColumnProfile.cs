using Qingce.Checks.Registrations;
using Qingce.Tables;

namespace Qingce.Checks.Profiles;

/// <summary>
/// What the values of one column look like. Of a column with many distinct values, patterns are counted on every 16th row of a batch; the rest
/// is counted on all. For one worker at a time; those of several workers are joined in any order.
/// </summary>
internal sealed class ColumnProfile
{
    private const int PatternStep = 16;
    private const int FewDistinct = 1024;

    private readonly DistinctCount _distinct = new();
    private readonly Dictionary<string, long> _patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> _patternsBySpan;
    private int[] _counts = [];

    public ColumnProfile() => _patternsBySpan = _patterns.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool IsPresent { get; private set; }

    public long Filled { get; private set; }

    public long Invalid { get; set; }

    /// <summary>Characters of the shortest value that is not empty; 0 when there is none.</summary>
    public int Shortest { get; private set; }

    public int Longest { get; private set; }

    public long Distinct => Filled == 0 ? 0 : Math.Min(Filled, _distinct.Estimate());

    /// <summary>Values whose pattern was looked at; all of them but for a column with many distinct ones.</summary>
    public long LookedAt { get; private set; }

    /// <summary>The most frequent patterns, as many of all values as of those that were looked at.</summary>
    public IEnumerable<(string Pattern, long Count)> TopPatterns(int most)
    {
        double all = _patterns.Values.Sum();
        return _patterns
            .OrderByDescending(pattern => pattern.Value).ThenBy(pattern => pattern.Key, StringComparer.Ordinal).Take(most)
            .Select(pattern => (pattern.Key, (long)Math.Round(Filled * (pattern.Value / all))));
    }

    public void Observe(Column? column, int rows)
    {
        if (column is null)
        {
            return;
        }

        IsPresent = true;
        if (column is TextColumn { HasDictionary: true } coded && coded.DictionaryCount <= rows)
        {
            ObserveCodes(coded, rows);
            return;
        }

        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<byte> text = column.GetText(row, scratch);
            if (!text.IsEmpty)
            {
                TakeValue(text, 1);
            }
        }

        SamplePatterns(column, rows);
    }

    public void Join(ColumnProfile other)
    {
        IsPresent |= other.IsPresent;
        Filled += other.Filled;
        LookedAt += other.LookedAt;
        Invalid += other.Invalid;
        _distinct.Join(other._distinct);
        Shortest = Shortest == 0 ? other.Shortest : other.Shortest == 0 ? Shortest : Math.Min(Shortest, other.Shortest);
        Longest = Math.Max(Longest, other.Longest);
        foreach ((string pattern, long count) in other._patterns)
        {
            _patterns[pattern] = _patterns.GetValueOrDefault(pattern) + count;
        }
    }

    private void ObserveCodes(TextColumn column, int rows)
    {
        if (_counts.Length < column.DictionaryCount + 1)
        {
            _counts = new int[column.DictionaryCount * 2 + 1];
        }

        Span<int> counts = _counts.AsSpan(0, column.DictionaryCount + 1);
        counts.Clear();
        for (int row = 0; row < rows; row++)
        {
            counts[column.Code(row) + 1]++;
        }

        bool samples = column.DictionaryCount > FewDistinct;
        for (int code = 0; code < column.DictionaryCount; code++)
        {
            ReadOnlySpan<byte> text = column.DictionaryValue(code);
            if (counts[code + 1] > 0 && !text.IsEmpty)
            {
                TakeValue(text, counts[code + 1]);
                if (!samples)
                {
                    TakePattern(text, counts[code + 1]);
                    LookedAt += counts[code + 1];
                }
            }
        }

        if (samples)
        {
            SamplePatterns(column, rows);
        }
    }

    private void SamplePatterns(Column column, int rows)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        for (int row = 0; row < rows; row += PatternStep)
        {
            ReadOnlySpan<byte> text = column.GetText(row, scratch);
            if (!text.IsEmpty)
            {
                TakePattern(text, Math.Min(PatternStep, rows - row));
                LookedAt++;
            }
        }
    }

    private void TakeValue(ReadOnlySpan<byte> text, int count)
    {
        Filled += count;
        _distinct.Add(TextHash.Of(text));
        int characters = text.Length;
        if (!System.Text.Ascii.IsValid(text))
        {
            foreach (byte b in text)
            {
                characters -= (b & 0xC0) == 0x80 ? 1 : 0;
            }
        }

        Longest = Math.Max(Longest, characters);
        Shortest = Shortest == 0 ? characters : Math.Min(Shortest, characters);
    }

    private void TakePattern(ReadOnlySpan<byte> text, int count)
    {
        Span<char> pattern = stackalloc char[ValuePattern.MostChars];
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            _patternsBySpan, pattern[..ValuePattern.Write(text, pattern)], out _) += count;
    }
}

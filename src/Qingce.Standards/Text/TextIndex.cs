using System.Text;

namespace Qingce.Standards.Text;

/// <summary>A fixed set of words, each with a number, found by their UTF-8 bytes without allocating. Safe for many readers.</summary>
internal sealed class TextIndex
{
    private readonly byte[][] _words;
    private readonly int[] _values;
    private readonly int[] _slots;

    /// <summary>Takes words and their numbers. The same word twice is a mistake in the table and throws.</summary>
    public TextIndex(IReadOnlyCollection<(string Word, int Value)> entries)
    {
        _words = new byte[entries.Count][];
        _values = new int[entries.Count];
        var size = 4;
        while (size < entries.Count * 2)
        {
            size *= 2;
        }

        _slots = new int[size];
        var i = 0;
        foreach (var (word, value) in entries)
        {
            _words[i] = Encoding.UTF8.GetBytes(word);
            _values[i] = value;
            if (Find(_words[i]) >= 0)
            {
                throw new ArgumentException($"The word {word} is listed twice.", nameof(entries));
            }

            var slot = Hash(_words[i]) & (size - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (size - 1);
            }

            _slots[slot] = ++i;
        }
    }

    /// <summary>The number of the word, or -1.</summary>
    public int Find(ReadOnlySpan<byte> word)
    {
        var slot = Hash(word) & (_slots.Length - 1);
        while (_slots[slot] != 0)
        {
            var at = _slots[slot] - 1;
            if (word.SequenceEqual(_words[at]))
            {
                return _values[at];
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }

        return -1;
    }

    private static int Hash(ReadOnlySpan<byte> word)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var b in word)
            {
                hash = (hash ^ b) * 16777619u;
            }

            return (int)((hash ^ (hash >> 15)) & 0x7FFFFFFF);
        }
    }
}

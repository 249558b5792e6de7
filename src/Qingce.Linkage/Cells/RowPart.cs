using System.Buffers;
using Qingce.Tables;

namespace Qingce.Linkage;

/// <summary>The rows of one batch, packed.</summary>
/// <param name="sequence">The place of the batch in its file.</param>
/// <param name="rows">How many rows.</param>
/// <param name="words">Their words, of the shared pool.</param>
/// <param name="texts">The long texts of each column.</param>
/// <param name="keys">The record ids.</param>
internal sealed class RowPart(long sequence, int rows, ulong[] words, TextLines[] texts, TextLines keys)
{
    private ulong[] _words = words;

    public long Sequence { get; } = sequence;

    public int Rows { get; } = rows;

    /// <summary>The long texts of each column.</summary>
    public TextLines[] Texts { get; } = texts;

    public TextLines Keys { get; } = keys;

    /// <summary>Rows that could not be read.</summary>
    public int Rejected { get; init; }

    /// <summary>The first of them.</summary>
    public RowReject? FirstReject { get; init; }

    /// <summary>Copies the words and lets go of them.</summary>
    public void MoveTo(Span<ulong> words)
    {
        _words.AsSpan(0, words.Length).CopyTo(words);
        ArrayPool<ulong>.Shared.Return(_words);
        _words = [];
    }
}

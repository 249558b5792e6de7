using Qingce.Checks.Findings;
using Qingce.Tables;

namespace Qingce.Checks.Sources;

/// <summary>
/// Copies the wanted rows of a batch into the excerpts. A flag for each field of an excerpt says whether the batch has a column for it; the
/// columns come in the order of the fields.
/// </summary>
internal static class ExcerptCopier
{
    public static void Copy(SourceExcerpts excerpts, int category, int part, Batch batch, bool[] present)
    {
        ReadOnlySpan<ulong> wanted = excerpts.Wanted(category, part, out int first);
        ulong start = SourceRef.Of(category, part, batch.FirstRow).Packed;
        int at = LowerBound(wanted, start);
        long row = 0;
        List<(int Position, int Start)> records = [];
        Utf8Writer bytes = new();
        Utf8Writer texts = new();
        ushort[] ends = new ushort[present.Length];
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        for (; at < wanted.Length; at++)
        {
            long number = new SourceRef(wanted[at]).Row;
            row = Math.Max(row, number - batch.FirstRow - batch.Rejects.Count);
            while (row < batch.RowCount && batch.RowNumber((int)row) < number)
            {
                row++;
            }

            if (row >= batch.RowCount)
            {
                break;
            }

            texts.Clear();
            int column = 0;
            for (int i = 0; i < present.Length; i++)
            {
                if (present[i] && texts.Length < ushort.MaxValue / 2)
                {
                    ReadOnlySpan<byte> text = batch[column].GetText((int)row, scratch);
                    texts.Write(text[..Math.Min(text.Length, 2000)]);
                }

                column += present[i] ? 1 : 0;
                ends[i] = (ushort)texts.Length;
            }

            records.Add((first + at, bytes.Length));
            SourceExcerpts.Write(bytes, texts.Written, ends);
        }

        if (records.Count > 0)
        {
            excerpts.Keep(category, records, bytes.Written);
        }
    }

    private static int LowerBound(ReadOnlySpan<ulong> sorted, ulong value)
    {
        int at = sorted.BinarySearch(value);
        return at < 0 ? ~at : at;
    }
}

using Qingce.Tables;

namespace Qingce.Exchange.Deliveries;

/// <summary>
/// What a single 1 or 2 means among the relations of a file of the register. A spreadsheet turns the codes 01 and 02 (self, head) into 1 and 2,
/// which in the one-digit form of GB/T 4761 are spouse and son. A file in that form has heads, written 0, or digits from 3 on; one that has single
/// digits and none of these is in the two-digit form and lost its zeros.
/// </summary>
internal static class LostZeros
{
    /// <summary>Reads the column until the answer is certain.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="column">Position of the relations.</param>
    /// <param name="cancellation">Ends the reading between batches.</param>
    public static bool In(TableReader reader, int column, CancellationToken cancellation)
    {
        bool any = false;
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        foreach (Batch batch in reader.Read([column]))
        {
            cancellation.ThrowIfCancellationRequested();
            Column relations = batch[0];
            for (int row = 0; row < batch.RowCount; row++)
            {
                ReadOnlySpan<byte> text = relations.GetText(row, scratch);
                if (text.Length > 1)
                {
                    text = text.Trim(" \t"u8);
                }

                if (text is [>= (byte)'0' and <= (byte)'9'])
                {
                    if (text[0] is not ((byte)'1' or (byte)'2'))
                    {
                        return false;
                    }

                    any = true;
                }
            }
        }

        return any;
    }
}

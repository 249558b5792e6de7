using System.Buffers;

namespace Qingce.Tables;

/// <summary>Reads runs of records from the middle of a file.</summary>
/// <param name="path">The file.</param>
/// <param name="file">Its text, which can be sought in.</param>
/// <param name="dialect">Its layout.</param>
/// <param name="begin">Where its first row begins.</param>
/// <param name="runBytes">About how long a run is.</param>
internal sealed class CsvRuns(string path, Stream file, CsvDialect dialect, long begin, int runBytes)
{
    /// <summary>Shorter pieces rarely tell whether they begin within quotes.</summary>
    private const int LeastPiece = 4096;

    private long _end;

    /// <summary>Reads the records that follow a place, behind those of the run before.</summary>
    /// <param name="place">Share of the rows before it, 0 to 1.</param>
    /// <param name="block">Takes them.</param>
    /// <returns>False where nothing begins there, or what begins there is not like the rest of the file.</returns>
    public bool Read(double place, CsvBlock block)
    {
        try
        {
            long at = Math.Max(_end, begin + (long)(place * (file.Length - begin)));
            if (at > begin && (at = NextRecord(at)) < 0)
            {
                return false;
            }

            // The file stays open for the next run.
            file.Position = at;
            BlockSource source = new(path, file, dialect, runBytes);
            bool any = block.Read(source, new BlockOrder(firstRow: 1, firstLine: 1), CancellationToken.None);
            _end = file.Position;
            return any && block.Batch.Rejects.Count <= block.Batch.RowCount && (at == begin || block.Batch.RowNumber(0) == 1);
        }
        catch (Exception error) when (error is IOException and not TableFormatException or UnauthorizedAccessException)
        {
            throw TableFormatException.Unreadable(path, error);
        }
    }

    private long NextRecord(long at)
    {
        for (long length = Math.Max(LeastPiece, runBytes); ; length *= 2)
        {
            byte[] piece = ArrayPool<byte>.Shared.Rent((int)length);
            try
            {
                file.Position = at - 1;
                int read = file.ReadAtLeast(piece.AsSpan(0, (int)length), (int)length, throwOnEndOfStream: false);
                int start = RecordStart.Find(piece.AsSpan(0, read), dialect);
                if (start >= 0 || read < length || length > dialect.MaxRecordBytes)
                {
                    return start < 0 ? -1 : at - 1 + start;
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(piece);
            }
        }
    }
}

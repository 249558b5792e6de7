namespace Qingce.Tables;

/// <summary>
/// Numbers the rows and lines of blocks that are read side by side: each block waits until those before it are counted, which others
/// are doing at that moment.
/// </summary>
internal sealed class BlockOrder(long firstRow, long firstLine)
{
    private readonly object _gate = new();
    private long _next;
    private long _row = firstRow;
    private long _line = firstLine;

    /// <returns>The numbers of the first row and the first line of the block.</returns>
    /// <exception cref="OperationCanceledException">Another worker failed or the caller cancelled.</exception>
    public (long Row, long Line) Enter(long sequence, int rows, int lines, CancellationToken stop)
    {
        lock (_gate)
        {
            while (_next != sequence)
            {
                stop.ThrowIfCancellationRequested();
                _ = Monitor.Wait(_gate, millisecondsTimeout: 100);
            }

            (long, long) first = (_row, _line);
            _row += rows;
            _line += lines;
            _next++;
            Monitor.PulseAll(_gate);
            return first;
        }
    }
}

using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Qingce.Cli.Linking;

/// <summary>A CSV file whose rows are made in blocks, several at a time, and lie in the file in their order.</summary>
internal static class BlockFile
{
    private const int RowsPerBlock = 1 << 15;

    /// <summary>Writes the file.</summary>
    /// <param name="path">The file, which is not there yet.</param>
    /// <param name="header">The headers, with commas between.</param>
    /// <param name="rows">Rows to write.</param>
    /// <param name="threads">Threads, 1 or more.</param>
    /// <param name="hasPlainIds">Whether no id needs quotes or a guard.</param>
    /// <param name="write">Writes the rows from the second argument up to but not the third; several blocks at a time.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, string header, int rows, int threads, bool hasPlainIds, Action<CsvRows, int, int> write, CancellationToken cancellation)
    {
        using SafeFileHandle file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        byte[] first = Encoding.UTF8.GetBytes(header + "\n");
        RandomAccess.Write(file, first, 0);
        int blocks = (rows + RowsPerBlock - 1) / RowsPerBlock;
        Turns turns = new(first.Length);
        int taken = 0;

        // Each thread takes the next block, so the ones before it are always in somebody's hands.
        Parallel.For(0, Math.Min(threads, blocks), new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, _ =>
        {
            CsvRows made = new(hasPlainIds);
            int block = -1;
            try
            {
                while ((block = Interlocked.Increment(ref taken) - 1) < blocks)
                {
                    cancellation.ThrowIfCancellationRequested();
                    made.Clear();
                    write(made, block * RowsPerBlock, Math.Min(rows, (block + 1) * RowsPerBlock));
                    RandomAccess.Write(file, made.Bytes.Span, turns.Take(block, made.Bytes.Length));
                }
            }
            finally
            {
                // A block that was not written must not leave the others waiting for it.
                if (block < blocks)
                {
                    turns.GiveUp();
                }
            }
        });

        // Now rather than when all files are there: others are made while this one is on its way to the disk.
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Gives each block its place in the file, once those before it have theirs.</summary>
    private sealed class Turns(long start)
    {
        private readonly object _gate = new();
        private long _place = start;
        private int _next;
        private bool _given;

        public long Take(int block, int length)
        {
            lock (_gate)
            {
                while (_next != block && !_given)
                {
                    Monitor.Wait(_gate);
                }

                long mine = _place;
                _place += length;
                _next++;
                Monitor.PulseAll(_gate);
                return mine;
            }
        }

        public void GiveUp()
        {
            lock (_gate)
            {
                _given = true;
                Monitor.PulseAll(_gate);
            }
        }
    }
}

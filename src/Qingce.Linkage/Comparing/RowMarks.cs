namespace Qingce.Linkage;

/// <summary>Makes what is kept of each row beside its words: blocking keys and sketches, from one look at its values.</summary>
internal static class RowMarks
{
    private const int RowsPerTask = 1 << 13, RowsTogether = 512;

    /// <summary>Fills room that was made for all rows of a table.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="keys">The keys to make; null for none.</param>
    /// <param name="sketches">The sketches to make; null for none.</param>
    /// <param name="parallel">Threads to use.</param>
    public static void Fill(LinkTable table, RuleKeys? keys, RowSketches? sketches, ParallelOptions parallel)
    {
        var read = (keys?.Marks ?? []).Concat(sketches?.Marks ?? []).Distinct().ToArray();
        Parallel.For(
            0,
            (table.Rows + RowsPerTask - 1) / RowsPerTask,
            parallel,
            () => (Keys: keys?.Room(RowsTogether), Marks: new LongMarks(read, RowsTogether)),
            (task, _, room) =>
            {
                var end = Math.Min(table.Rows, (task + 1) * RowsPerTask);
                for (var from = task * RowsPerTask; from < end; from += RowsTogether)
                {
                    var count = Math.Min(RowsTogether, end - from);
                    room.Marks.Read(table, from, count);
                    keys?.Fill(table, from, count, room.Keys!, room.Marks);
                    sketches?.Fill(table, from, count, room.Marks);
                }

                return room;
            },
            _ => { });
    }
}

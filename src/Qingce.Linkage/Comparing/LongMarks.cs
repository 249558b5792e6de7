namespace Qingce.Linkage;

/// <summary>The marks of the long texts of some consecutive rows. Scratch memory of one thread.</summary>
/// <param name="read">The columns and what is read of them.</param>
/// <param name="rows">The most rows.</param>
internal sealed class LongMarks((int Column, TextMarks Marks)[] read, int rows)
{
    private readonly ulong[][] _marks = [.. read.Select(r => new ulong[r.Marks.Count * rows])];

    /// <summary>Reads the texts of rows.</summary>
    public void Read(LinkTable table, int from, int count)
    {
        for (var r = 0; r < read.Length; r++)
        {
            var (column, marks) = read[r];
            var width = marks.Count;
            for (var i = 0; i < count; i++)
            {
                var its = _marks[r].AsSpan(i * width, width);
                if (Cell.IsLong(table.CellOf(from + i, column)))
                {
                    marks.Read(table.View(from + i).LongText(column), its);
                }
                else
                {
                    its.Clear();
                }
            }
        }
    }

    /// <summary>One mark of each row: the first of them is at the beginning, and each further one so many places on as there are marks.</summary>
    /// <returns>Nothing where the column was not read for such marks.</returns>
    public ReadOnlySpan<ulong> Of(int column, TextMarks? marks, int mark)
    {
        var r = marks is null ? -1 : Array.IndexOf(read, (column, marks));
        return r < 0 ? [] : _marks[r].AsSpan(mark);
    }
}

using Qingce.Tables;

namespace Qingce.Simulation.Writing;

/// <summary>
/// One table of a province in one file, to which every county adds its rows in the order of the counties, whichever thread has them ready:
/// who finds the next county's rows there writes them.
/// </summary>
internal sealed class OrderedTable : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TableWriter _writer;
    private readonly int _end;
    private readonly Func<CountyWriter, BatchBuilder> _rows;
    private int _next;

    /// <summary>Opens the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">Its columns.</param>
    /// <param name="options">How to write.</param>
    /// <param name="counties">The counties of the province, which follow one another.</param>
    /// <param name="rows">The rows of a county for this table.</param>
    public OrderedTable(string path, TableSchema schema, WriteOptions options, Range counties, Func<CountyWriter, BatchBuilder> rows)
    {
        _writer = TableWriter.Create(path, schema, options);
        _next = counties.Start.Value;
        _end = counties.End.Value;
        _rows = rows;
    }

    public long Rows { get; private set; }

    /// <summary>Writes the counties that are ready and whose turn it is.</summary>
    /// <param name="ready">The writers of the counties whose rows are complete.</param>
    /// <param name="written">Told of each county written.</param>
    public void Write(CountyWriter?[] ready, Action<int> written)
    {
        lock (_gate)
        {
            while (_next < _end && Volatile.Read(ref ready[_next]) is { } county)
            {
                BatchBuilder batch = _rows(county);
                _writer.Write(batch);
                Rows += batch.RowCount;
                written(_next++);
            }
        }
    }

    public void Finish() => _writer.Finish();

    public void Dispose() => _writer.Dispose();
}

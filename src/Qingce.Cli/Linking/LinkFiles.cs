using System.Text;
using Qingce.Linkage;
using Qingce.Tables;

namespace Qingce.Cli.Linking;

/// <summary>The tables of a result: every record with its person, and the links.</summary>
internal sealed class LinkFiles
{
    public const string Clusters = "clusters";
    public const string Pairs = "pairs";
    public const string Model = "model.json";
    public const string About = "link.json";

    // Whoever scores the same pairs elsewhere compares weights to a millionth of a bit.
    private const int WeightDecimals = 7;
    private const int RowsPerGroup = 1 << 18;

    private readonly LinkResult _result;
    private readonly int _threads;
    private readonly byte[][] _sources;
    private readonly int[] _starts;

    public LinkFiles(LinkResult result, int threads)
    {
        _result = result;
        _threads = threads;
        _sources = [.. result.Table.Sources.Select(source => Encoding.UTF8.GetBytes(source.Name))];
        _starts = new int[_sources.Length];
        for (int i = 1; i < _starts.Length; i++)
        {
            _starts[i] = _starts[i - 1] + result.Table.Sources[i - 1].Rows;
        }
    }

    private bool HasSeveral => _sources.Length > 1;

    /// <summary>Writes both tables.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="format">CSV or Parquet.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(string folder, TableFormat format, IProgress<double> progress, CancellationToken cancellation)
    {
        if (format == TableFormat.Parquet)
        {
            WriteClusters(Path.Combine(folder, Clusters + ".parquet"), cancellation);
            progress.Report(0.8);
            WritePairs(Path.Combine(folder, Pairs + ".parquet"), cancellation);
            return;
        }

        byte[][] ready = [.. _sources.Select(Escaped)];
        BlockFile.Write(Path.Combine(folder, Clusters + ".csv"), "source,record_id,person_id", _result.Table.Rows, _threads, _result.HasPlainIds, (rows, from, to) => PutClusters(rows, from, to, ready), cancellation);
        progress.Report(0.8);
        string header = "left_id,right_id,weight,probability" + (HasSeveral ? ",left_source,right_source" : "");
        BlockFile.Write(Path.Combine(folder, Pairs + ".csv"), header, _result.Pairs.Count, _threads, _result.HasPlainIds, (rows, from, to) => PutPairs(rows, from, to, ready), cancellation);
    }

    private static byte[] Escaped(byte[] text)
    {
        byte[] field = new byte[CsvField.MostBytes(text.Length)];
        return field[..CsvField.Write(text, field, formulaGuard: true)];
    }

    private void PutClusters(CsvRows rows, int from, int to, byte[][] sources)
    {
        RowKeys keys = _result.Table.Keys;
        int place = 0, other = 0;
        int source = SourceOf(from);
        for (int row = from; row < to; row++)
        {
            source += source + 1 < _starts.Length && row >= _starts[source + 1] ? SourceOf(row) - source : 0;
            ReadOnlySpan<byte> id = keys.Get(row, ref place);
            rows.Ready(sources[source]);
            rows.Id(id);
            int namesake = HasSeveral ? -1 : _result.Persons.NamesakeOf(row);
            if (namesake < 0)
            {
                rows.Field(_result.Persons.Of(row));
            }
            else
            {
                rows.Id(namesake == row ? id : keys.Get(namesake, ref other));
            }

            rows.End();
        }
    }

    private void PutPairs(CsvRows rows, int from, int to, byte[][] sources)
    {
        RowKeys keys = _result.Table.Keys;
        int left = 0, right = 0;
        for (int i = from; i < to; i++)
        {
            ScoredPair pair = _result.Pairs[i];
            rows.Id(keys.Get(pair.Left, ref left));
            rows.Id(keys.Get(pair.Right, ref right));
            rows.Number(pair.Weight, WeightDecimals);
            rows.Number(new MatchWeight(pair.Weight).Probability, 8);
            if (HasSeveral)
            {
                rows.Ready(sources[SourceOf(pair.Left)]);
                rows.Ready(sources[SourceOf(pair.Right)]);
            }

            rows.End();
        }
    }

    private void WriteClusters(string path, CancellationToken cancellation)
    {
        TextCodes names = new(_result.Table.Sources.Select(source => source.Name));
        TableSchema schema = new(ColumnSpec.Coded("source", names), ColumnSpec.Text("record_id"), ColumnSpec.Text("person_id"));
        int place = 0;
        WriteRows(path, schema, _result.Table.Rows, (batch, row) =>
        {
            batch.Text(0).AppendCode(SourceOf(row));
            batch.Text(1).Append(_result.Table.Keys.Get(row, ref place));
            batch.Text(2).Append(_result.Persons.Of(row));
        }, cancellation);
    }

    private void WritePairs(string path, CancellationToken cancellation)
    {
        TextCodes names = new(_result.Table.Sources.Select(source => source.Name));
        ColumnSpec[] columns = [ColumnSpec.Text("left_id"), ColumnSpec.Text("right_id"), ColumnSpec.Real("weight"), ColumnSpec.Real("probability")];
        TableSchema schema = new(HasSeveral ? [.. columns, ColumnSpec.Coded("left_source", names), ColumnSpec.Coded("right_source", names)] : columns);
        int left = 0, right = 0;
        WriteRows(path, schema, _result.Pairs.Count, (batch, i) =>
        {
            ScoredPair pair = _result.Pairs[i];
            batch.Text(0).Append(_result.Table.Keys.Get(pair.Left, ref left));
            batch.Text(1).Append(_result.Table.Keys.Get(pair.Right, ref right));
            batch.Real(2).Append(pair.Weight);
            batch.Real(3).Append(new MatchWeight(pair.Weight).Probability);
            if (HasSeveral)
            {
                batch.Text(4).AppendCode(SourceOf(pair.Left));
                batch.Text(5).AppendCode(SourceOf(pair.Right));
            }
        }, cancellation);
    }

    private static void WriteRows(string path, TableSchema schema, int rows, Action<BatchBuilder, int> append, CancellationToken cancellation)
    {
        using TableWriter writer = TableWriter.Create(path, schema);
        BatchBuilder batch = new(schema);
        for (int row = 0; row < rows; row++)
        {
            append(batch, row);
            if ((row + 1) % RowsPerGroup == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                writer.Write(batch);
                batch.Clear();
            }
        }

        writer.Write(batch);
        writer.Finish();
    }

    private int SourceOf(int row)
    {
        int source = _starts.Length - 1;
        while (row < _starts[source])
        {
            source--;
        }

        return source;
    }
}

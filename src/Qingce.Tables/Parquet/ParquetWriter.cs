using Apache.Arrow;
using Apache.Arrow.Types;
using ParquetSharp;
using ParquetSharp.Arrow;

namespace Qingce.Tables;

/// <summary>
/// Writes Parquet through Arrow arrays that lie directly in the memory of the builders. Columns appended by code go down as Arrow
/// dictionaries, so that neither side hashes a value.
/// </summary>
internal sealed class ParquetWriter : TableWriter
{
    private readonly FileWriter _writer;
    private readonly Field[] _fields;
    private bool _broken;

    public ParquetWriter(string path, TableSchema schema)
        : base(path, schema)
    {
        _fields = [.. schema.Columns.Select(spec => new Field(spec.Name, TypeOf(spec), nullable: true))];
        using WriterPropertiesBuilder builder = new();
        builder.CreatedBy("Qingce").Version(ParquetVersion.PARQUET_2_6).Compression(Compression.Lz4).EnablePageChecksum()
            .DisableDictionary().DisableStatistics().MaxRowGroupLength(int.MaxValue);
        foreach (ColumnSpec spec in schema.Columns.Where(spec => spec.Repeats || spec.Dictionary is not null))
        {
            builder.EnableDictionary(spec.Name);
        }

        using WriterProperties properties = builder.Build();
        using ArrowWriterPropertiesBuilder arrowBuilder = new();
        using ArrowWriterProperties arrowProperties = arrowBuilder.Build();
        try
        {
            _writer = new FileWriter(path, new Apache.Arrow.Schema(_fields, null), properties, arrowProperties);
        }
        catch (Exception error) when (error is ParquetException or IOException)
        {
            throw TableWriteException.From(path, error);
        }
    }

    public override void Finish()
    {
        ObjectDisposedException.ThrowIf(_broken, this);
        Guard(_writer.Close);
        IsFinished = true;
    }

    private protected override void Close()
    {
        if (!IsFinished)
        {
            // The file is given up: what closing it says about its disk is no news.
            try
            {
                _writer.Close();
            }
            catch (ParquetException)
            {
            }
        }

        _writer.Dispose();
    }

    private protected override void WriteRows(BatchBuilder batch, int rows) => Guard(() =>
    {
        _writer.NewRowGroup();
        for (int i = 0; i < _fields.Length; i++)
        {
            using IArrowArray array = ArrowArrays.Of(batch[i], rows);
            _writer.WriteColumnChunk(array);
        }
    });

    private static IArrowType TypeOf(ColumnSpec spec) => spec.Type switch
    {
        ColumnType.Text => StringType.Default,
        ColumnType.Whole => Int64Type.Default,
        ColumnType.Real => DoubleType.Default,
        ColumnType.Date => Date32Type.Default,
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Type, null),
    };

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is ParquetException or IOException)
        {
            _broken = true;
            throw TableWriteException.From(Path, error);
        }
    }
}

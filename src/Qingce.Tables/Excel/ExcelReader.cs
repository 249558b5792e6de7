using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Qingce.Tables;

/// <summary>
/// Reads the first sheet of an Excel workbook on one thread. Every column is text: whole numbers without exponent, days as yyyy-MM-dd. A
/// number of more than 15 digits was rounded by Excel when it was typed in, and is given as it stands.
/// </summary>
internal sealed class ExcelReader : TableReader
{
    private readonly int _width;

    public ExcelReader(string path, ReadOptions options)
        : base(path, options)
    {
        CheckPackage();
        List<string> header = [];
        foreach (object?[] row in Rows())
        {
            header = [.. row.Select(value => CellValue.Text(value).Trim())];
            break;
        }

        while (header.Count > 0 && header[^1].Length == 0)
        {
            header.RemoveAt(header.Count - 1);
        }

        ColumnNames = header;
        _width = header.Count;
        HeaderRules.Check(path, ColumnNames);
    }

    public override string FormatName => "Excel";

    public override long RowCountHint => -1;

    protected override void Dispose(bool disposing)
    {
    }

    private protected override void ReadAll(int[] columns, int threads, Action<Batch> body, CancellationToken cancellation)
    {
        foreach (Batch batch in ReadInOrder(columns))
        {
            cancellation.ThrowIfCancellationRequested();
            body(batch);
        }
    }

    private protected override IEnumerable<Batch> ReadInOrder(int[] columns)
    {
        CellBatch cells = new(Path, ColumnNames, columns);
        foreach (object?[] row in Rows().Skip(1))
        {
            object?[] extra = row.Length > _width ? row[_width..] : [];
            cells.Add(row, extra.Any(value => CellValue.Text(value).Length > 0) ? row.Length : _width);
            if (cells.Count >= Options.BatchRows)
            {
                yield return cells.Finish();
                cells.Clear();
            }
        }

        if (cells.Count > 0)
        {
            yield return cells.Finish();
        }
    }

    /// <summary>The rows that are not blank.</summary>
    private IEnumerable<object?[]> Rows()
    {
        using IEnumerator<object?[]> rows = AllRows().GetEnumerator();
        while (true)
        {
            object?[] row;
            try
            {
                if (!rows.MoveNext())
                {
                    yield break;
                }

                row = rows.Current;
            }
            catch (Exception error) when (IsDamage(error))
            {
                throw Corrupt(error);
            }

            if (row.Any(value => value is not (null or "")))
            {
                yield return row;
            }
        }
    }

    private IEnumerable<object?[]> AllRows()
    {
        using FileStream file = new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        OpenXmlConfiguration configuration = new() { EnableSharedStringCache = false, FillMergedCells = false };
        foreach (IDictionary<string, object?> row in file.Query(useHeaderRow: false, excelType: ExcelType.XLSX, configuration: configuration))
        {
            yield return [.. row.Values];
        }
    }

    private void CheckPackage()
    {
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(Path);
            if (!zip.Entries.Any(entry => entry.FullName.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase)))
            {
                throw new TableFormatException(TableFault.ZipWithoutWorkbook, Path);
            }
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException)
        {
            throw Corrupt(error);
        }
        catch (Exception error) when (error is IOException and not TableFormatException or UnauthorizedAccessException)
        {
            throw TableFormatException.Unreadable(Path, error);
        }
    }

    private TableFormatException Corrupt(Exception error)
    {
        string said = error.Message.ReplaceLineEndings(" ");
        return new TableFormatException(TableFault.CorruptWorkbook, Path, "", error, said.Length > 200 ? said[..200] : said);
    }

    /// <summary>The kinds of failure that the library is known to give for damaged workbooks.</summary>
    private static bool IsDamage(Exception error) =>
        error is InvalidDataException or XmlException or FormatException or ArgumentException or IndexOutOfRangeException
            or InvalidOperationException or NullReferenceException or OverflowException or KeyNotFoundException or NotSupportedException
            or InvalidCastException or NotImplementedException or (IOException and not TableFormatException);
}

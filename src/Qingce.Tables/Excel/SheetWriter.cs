using System.Globalization;
using System.Text;

namespace Qingce.Tables;

/// <summary>Writes the cells of one sheet as XML, a row at a time.</summary>
internal sealed class SheetWriter : IDisposable
{
    // Excel counts days from 1899-12-30, for a leap day in 1900 that never was; before 1900-03-01 the two calendars part.
    private static readonly DateOnly Epoch = new(1899, 12, 30);
    private static readonly DateOnly FirstSafeDay = new(1900, 3, 1);

    private readonly StreamWriter _xml;
    private readonly IReadOnlyList<SheetColumn> _columns;
    private int _rows;

    public SheetWriter(Stream part, IReadOnlyList<SheetColumn> columns)
    {
        _xml = new StreamWriter(part, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 15);
        _columns = columns;
    }

    /// <summary>Writes rows until there are no more or the sheet is full.</summary>
    /// <returns>Whether rows may be left.</returns>
    public bool Write(IEnumerator<IReadOnlyList<object?>> rows)
    {
        _xml.Write(WorkbookParts.SheetStart);
        _xml.Write("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        _xml.Write("</sheetView></sheetViews><cols>");
        for (int i = 0; i < _columns.Count; i++)
        {
            double width = Math.Clamp(_columns[i].Width, 1, 255);
            _xml.Write(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{width}\" customWidth=\"1\"/>"));
        }

        _xml.Write("</cols><sheetData><row>");
        foreach (SheetColumn column in _columns)
        {
            Text(column.Header, WorkbookParts.HeaderStyle);
        }

        _xml.Write("</row>");
        bool more = false;
        for (_rows = 1; _rows < Sheet.MaxRows && (more = rows.MoveNext()); _rows++)
        {
            Row(rows.Current);
        }

        // Numbers kept as text are meant: no green corners.
        _xml.Write("</sheetData><ignoredErrors><ignoredError sqref=\"A1:XFD1048576\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>");
        return more;
    }

    public void Dispose() => _xml.Dispose();

    private void Row(IReadOnlyList<object?> values)
    {
        if (values.Count > _columns.Count)
        {
            throw new ArgumentException($"A row has {values.Count} values for {_columns.Count} columns.", nameof(values));
        }

        _xml.Write("<row>");
        for (int i = 0; i < values.Count; i++)
        {
            Cell(values[i]);
        }

        _xml.Write("</row>");
    }

    private void Cell(object? value)
    {
        switch (value)
        {
            case null or "":
                _xml.Write("<c/>");
                break;
            case string text:
                Text(text, WorkbookParts.TextStyle);
                break;
            case DateOnly day when day >= FirstSafeDay:
                Number(string.Create(CultureInfo.InvariantCulture, $"{day.DayNumber - Epoch.DayNumber}"), WorkbookParts.DateStyle);
                break;
            case DateOnly day:
                Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), WorkbookParts.TextStyle);
                break;
            case bool flag:
                _xml.Write(flag ? "<c t=\"b\"><v>1</v></c>" : "<c t=\"b\"><v>0</v></c>");
                break;
            case int number:
                Number(number.ToString(CultureInfo.InvariantCulture), 0);
                break;
            case long number:
                Number(number.ToString(CultureInfo.InvariantCulture), 0);
                break;
            case double number when double.IsFinite(number):
                Number(number.ToString("R", CultureInfo.InvariantCulture), 0);
                break;
            default:
                throw new ArgumentException($"A cell cannot hold a {value.GetType().Name} ({value}).", nameof(value));
        }
    }

    private void Number(string number, int style)
    {
        _xml.Write(style == 0 ? "<c><v>" : string.Create(CultureInfo.InvariantCulture, $"<c s=\"{style}\"><v>"));
        _xml.Write(number);
        _xml.Write("</v></c>");
    }

    private void Text(string text, int style)
    {
        _xml.Write(string.Create(CultureInfo.InvariantCulture, $"<c t=\"inlineStr\" s=\"{style}\"><is><t xml:space=\"preserve\">"));
        CellText.Write(_xml, text);
        _xml.Write("</t></is></c>");
    }
}

using System.Globalization;
using System.Text;
using Qingce.Checks.Loading;
using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;
using Qingce.Standards;
using Qingce.Tables;

namespace Qingce.Checks.Sources;

/// <summary>Reads coverage.csv.</summary>
internal static class CoverageReader
{
    /// <exception cref="InputFaultException">A file lacks a column that is required.</exception>
    /// <exception cref="TableFormatException">A file is no table.</exception>
    public static Coverage Read(InputFiles files, HeaderMapping mapping, List<FileCounts> counted)
    {
        List<CoverageRow> rows = [];
        foreach (InputFile file in files.Coverage)
        {
            using TableReader reader = file.Open();
            HeaderMap headers = HeaderMap.Match(file.Name, reader.ColumnNames, FileShapes.Coverage, mapping);
            FileCounts counts = new(file);
            counts.Opened(reader, headers);
            counted.Add(counts);
            foreach (Batch batch in reader.Read())
            {
                counts.Count(batch);
                for (int row = 0; row < batch.RowCount; row++)
                {
                    ReadRow(batch, row, headers, counts.Rejects, rows);
                }
            }
        }

        return new Coverage(rows);
    }

    private static void ReadRow(Batch batch, int row, HeaderMap headers, Rejects rejects, List<CoverageRow> rows)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        ReadOnlySpan<byte> category = batch[headers[0]].GetText(row, scratch);
        string digits = Encoding.UTF8.GetString(category).Trim();
        digits = digits.Length >= 2 && char.IsAsciiDigit(digits[1]) ? digits[..2] : digits;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number is < 1 or > 23)
        {
            rejects.Add(batch.RowNumber(row), "category", category, "no category. Write its number, 1 to 23.", "类别不可读，应为1至23。");
            return;
        }

        Span<byte> divisionScratch = stackalloc byte[Column.ScratchLength];
        ReadOnlySpan<byte> written = batch[headers[1]].GetText(row, divisionScratch);
        if (CellParsers.Division(written, out DivisionCode division) != CellState.Read)
        {
            rejects.Add(batch.RowNumber(row), "division", written, "no division code. Write 6 to 12 digits.", "行政区划代码不可读，应为6至12位数字。");
            return;
        }

        if (CellParsers.Day(batch[headers[2]].GetText(row, scratch), out int from) != CellState.Read)
        {
            rejects.Add(batch.RowNumber(row), "from", batch[headers[2]].GetText(row, scratch), "no date. Write yyyy-MM-dd.", "日期不可读，应为 yyyy-MM-dd。");
            return;
        }

        int to = int.MaxValue;
        if (headers.Has(3))
        {
            CellState state = CellParsers.Day(batch[headers[3]].GetText(row, scratch), out to);
            if (state == CellState.Invalid)
            {
                rejects.Add(batch.RowNumber(row), "to", batch[headers[3]].GetText(row, scratch), "no date. Write yyyy-MM-dd.", "日期不可读，应为 yyyy-MM-dd。");
                return;
            }

            to = state == CellState.Empty ? int.MaxValue : to;
        }

        rows.Add(new CoverageRow(number, division, from, to));
    }
}

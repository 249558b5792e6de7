using System.IO.Compression;
using System.Text;

namespace Qingce.Tables;

/// <summary>
/// Writes Excel workbooks (ECMA-376), a row at a time whatever their size. The same sheets give the same bytes: parts carry no times.
/// </summary>
public static class Workbook
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a workbook, in place of one that is there.</summary>
    /// <param name="path">The file; its folder must be there. See <see cref="AtomicFile"/> to have it appear whole or not at all.</param>
    /// <param name="sheets">At least one.</param>
    /// <exception cref="TableWriteException">The file cannot be written, as on a full disk.</exception>
    /// <exception cref="ArgumentException">No sheet, a row with more values than columns, or a value of another type than a sheet takes.</exception>
    public static void Write(string path, IEnumerable<Sheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(sheets);
        Unfinished.Try(path, () =>
        {
            using FileStream file = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
            using ZipArchive zip = new(file, ZipArchiveMode.Create);
            SheetNames names = new();
            foreach (Sheet sheet in sheets)
            {
                using IEnumerator<IReadOnlyList<object?>> rows = sheet.Rows.GetEnumerator();
                bool more = true;
                while (more)
                {
                    names.Add(sheet.Name);
                    using Stream part = Part(zip, $"xl/worksheets/sheet{names.Count}.xml");
                    using SheetWriter writer = new(part, sheet.Columns);
                    more = writer.Write(rows);
                }
            }

            if (names.Count == 0)
            {
                throw new ArgumentException("A workbook needs a sheet.", nameof(sheets));
            }

            Put(zip, "[Content_Types].xml", WorkbookParts.ContentTypes(names.Count));
            Put(zip, "_rels/.rels", WorkbookParts.PackageRelations);
            Put(zip, "xl/workbook.xml", WorkbookParts.Book(names));
            Put(zip, "xl/_rels/workbook.xml.rels", WorkbookParts.BookRelations(names.Count));
            Put(zip, "xl/styles.xml", WorkbookParts.Styles);
        });
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using Stream part = Part(zip, name);
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    private static Stream Part(ZipArchive zip, string name)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }
}

using System.Globalization;
using System.Security;
using System.Text;

namespace Qingce.Tables;

/// <summary>The small parts of a workbook package.</summary>
internal static class WorkbookParts
{
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Numbers of the cell styles in <see cref="Styles"/>.</summary>
    public const int HeaderStyle = 1, TextStyle = 2, DateStyle = 3;

    public const string PackageRelations = Xml
        + $"<Relationships xmlns=\"{Packages}\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

    // Format 49 is text (@); 164 is the first number free for own formats.
    public const string Styles = Xml
        + $"<styleSheet xmlns=\"{Main}\">"
        + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
        + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDDE6F0\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"4\">"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\"/>"
        + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "</cellXfs></styleSheet>";

    public static string ContentTypes(int sheets)
    {
        const string Sheetml = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        StringBuilder xml = new(Xml);
        _ = xml.Append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
            .Append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append($"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Sheetml}.sheet.main+xml\"/>")
            .Append($"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Sheetml}.styles+xml\"/>");
        for (int i = 1; i <= sheets; i++)
        {
            _ = xml.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{Sheetml}.worksheet+xml\"/>");
        }

        return xml.Append("</Types>").ToString();
    }

    public static string Book(SheetNames names)
    {
        StringBuilder xml = new(Xml);
        _ = xml.Append($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>");
        for (int i = 1; i <= names.Count; i++)
        {
            _ = xml.Append(
                CultureInfo.InvariantCulture, $"<sheet name=\"{SecurityElement.Escape(names.Names[i - 1])}\" sheetId=\"{i}\" r:id=\"rId{i}\"/>");
        }

        return xml.Append("</sheets></workbook>").ToString();
    }

    public static string BookRelations(int sheets)
    {
        StringBuilder xml = new(Xml);
        _ = xml.Append($"<Relationships xmlns=\"{Packages}\">");
        for (int i = 1; i <= sheets; i++)
        {
            _ = xml.Append(
                CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>");
        }

        return xml.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{sheets + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>")
            .Append("</Relationships>").ToString();
    }

    public static string SheetStart => Xml + $"<worksheet xmlns=\"{Main}\">";
}

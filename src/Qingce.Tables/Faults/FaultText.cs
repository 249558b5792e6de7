namespace Qingce.Tables;

/// <summary>The words of faults and rejects, in English and Chinese. {0} and so on are the arguments in order.</summary>
public static class FaultText
{
    /// <summary>A whole message about a file, in English.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="file">The file or folder.</param>
    /// <param name="place">Where in it, or empty.</param>
    /// <param name="arguments">Values of the fault.</param>
    public static string English(TableFault fault, string file, string place, IReadOnlyList<string> arguments) =>
        (place.Length == 0 ? file : $"{file}, {place}") + ": " + Fill(Words(fault).English, arguments);

    /// <summary>A whole message about a file, in Chinese.</summary>
    /// <inheritdoc cref="English(TableFault, string, string, IReadOnlyList{string})"/>
    public static string Chinese(TableFault fault, string file, string place, IReadOnlyList<string> arguments) =>
        (place.Length == 0 ? file : $"{file}，{place}") + "：" + Fill(Words(fault).Chinese, arguments);

    /// <summary>A whole message about a row, in English.</summary>
    /// <param name="reject">The row.</param>
    public static string English(RowReject reject)
    {
        string line = reject.Line > 0 ? $" (line {reject.Line})" : "";
        string column = reject.Column is null ? "" : $", column {reject.Column}";
        return $"{reject.File}, row {reject.Row}{line}{column}: " + Fill(Words(reject.Reason).English, reject.Arguments);
    }

    /// <summary>A whole message about a row, in Chinese.</summary>
    /// <param name="reject">The row.</param>
    public static string Chinese(RowReject reject)
    {
        string line = reject.Line > 0 ? $"（文件第 {reject.Line} 行）" : "";
        string column = reject.Column is null ? "" : $"，“{reject.Column}”列";
        return $"{reject.File}，第 {reject.Row} 条{line}{column}：" + Fill(Words(reject.Reason).Chinese, reject.Arguments);
    }

    /// <summary>What is wrong with a row and what to do, in English, for where file and row are told already.</summary>
    /// <param name="reject">The row.</param>
    public static string EnglishReason(RowReject reject) =>
        (reject.Line > 0 ? $"line {reject.Line}: " : "") + Fill(Words(reject.Reason).English, reject.Arguments);

    /// <summary>What is wrong with a row and what to do, in Chinese, for where file and row are told already.</summary>
    /// <param name="reject">The row.</param>
    public static string ChineseReason(RowReject reject) =>
        (reject.Line > 0 ? $"文件第 {reject.Line} 行：" : "") + Fill(Words(reject.Reason).Chinese, reject.Arguments);

    private static string Fill(string words, IReadOnlyList<string> arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            words = words.Replace($"{{{i}}}", arguments[i], StringComparison.Ordinal);
        }

        return words;
    }

    private static (string English, string Chinese) Words(TableFault fault) => fault switch
    {
        TableFault.NotFound => ("there is no such file or folder. Check the path.", "文件或文件夹不存在，请检查路径。"),
        TableFault.Unreadable => (
            "it cannot be read: {0}. Check its permissions and that no other program holds it.",
            "无法读取：{1}。请检查权限，以及是否被其他程序占用。"),
        TableFault.Empty => ("the file is empty. Ask for it to be delivered again.", "文件为空，请重新提供。"),
        TableFault.NoHeader => (
            "there is no header row. Put the column names in the first row.", "没有表头，请在第一行写明各列名称。"),
        TableFault.DuplicateHeader => (
            "columns {1} and {2} are both named '{0}'. Rename or remove one.", "第 {1} 列和第 {2} 列同名“{0}”，请改名或删去其一。"),
        TableFault.NotATable => (
            "this is not a table but {0}. Save it as CSV (UTF-8), Parquet or xlsx.",
            "这不是表格文件，而是 {0}。请另存为 CSV（UTF-8）、Parquet 或 xlsx。"),
        TableFault.WrongEncoding => (
            "the text is not in {0}. Save it as UTF-8 or GB 18030.", "文字编码不是 {0}，请另存为 UTF-8 或 GB 18030。"),
        TableFault.Big5 => (
            "the text seems to be Big5, as used for traditional Chinese, which is not read. Save it as UTF-8, as with: iconv -f BIG5-HKSCS -t UTF-8 FILE > NEW",
            "文字编码似为 Big5（繁体中文所用），本程序不读取。请另存为 UTF-8，例如：iconv -f BIG5-HKSCS -t UTF-8 原文件 > 新文件"),
        TableFault.CorruptParquet => (
            "the Parquet file is cut short or damaged ({0}). Copy or export it again.", "Parquet 文件不完整或已损坏（{0}），请重新复制或导出。"),
        TableFault.CorruptWorkbook => (
            "the Excel workbook is damaged ({0}). Open it in Excel and save it again, or export CSV.",
            "Excel 工作簿已损坏（{0}），请用 Excel 打开后重新保存，或导出为 CSV。"),
        TableFault.ZipWithoutWorkbook => (
            "a zip archive without an Excel workbook. Unpack it and give the files in it.", "压缩包内没有 Excel 工作簿，请解压后再提供其中的文件。"),
        TableFault.UnsupportedColumn => (
            "column '{0}' has type {1}, which is not a plain value. Export it as text, number or date.",
            "“{0}”列的类型 {1} 不是单一值，请导出为文本、数字或日期。"),
        TableFault.RecordTooLong => (
            "row {1} (line {2}) has no line end within {0} bytes, most of it in column '{3}'; shorten the value, close a quote left open, or give a table of rows.",
            "第 {1} 条（文件第 {2} 行）在 {0} 字节内没有换行，大部分在“{3}”列：请缩短该值、闭合引号，或提供按行存放的表格。"),
        TableFault.EmptyFolder => (
            "the folder holds no CSV, Parquet or Excel file. Put the parts of the table there or remove the folder.",
            "文件夹中没有 CSV、Parquet 或 Excel 文件，请放入各部分文件或删除该文件夹。"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    private static (string English, string Chinese) Words(RejectReason reason) => reason switch
    {
        RejectReason.TooManyFields => (
            "{0} fields where the header has {1}. Quote text that holds the delimiter.", "有 {0} 个字段，而表头只有 {1} 个；含分隔符的文字须加引号。"),
        RejectReason.TooFewFields => (
            "{0} fields where the header has {1}. Check for a row cut in two.", "只有 {0} 个字段，而表头有 {1} 个；请检查该行是否被截断。"),
        RejectReason.BrokenQuote => (
            "a quoted field is not closed before a delimiter or line end. Double the quotes inside it.", "引号未在分隔符或行尾之前闭合；字段内的引号须写成两个。"),
        RejectReason.NulByte => ("the row holds a NUL byte. Export it again.", "该行含有空字节（NUL），请重新导出。"),
        RejectReason.InvalidEncoding => (
            "bytes that are no {0} text. Export the row again in one encoding.", "含有不属于 {0} 编码的字节，请统一编码后重新导出。"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}

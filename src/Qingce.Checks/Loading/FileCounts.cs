using Qingce.Exchange.Inputs;
using Qingce.Tables;

namespace Qingce.Checks.Loading;

/// <summary>What was read of one file: read = checked + rejected, always.</summary>
internal sealed class FileCounts(InputFile file)
{
    private long _read;

    public InputFile File { get; } = file;

    public Rejects Rejects { get; } = new(file);

    public UnreadCells Unread { get; } = new(file);

    public string Format { get; private set; } = "";

    public string Encoding { get; private set; } = "";

    public IReadOnlyList<string> UnknownHeaders { get; private set; } = [];

    public long Bytes { get; private set; }

    public long Read => _read;

    public long Checked => _read - Rejects.Count;

    /// <summary>What the person should know about the file beside its counts.</summary>
    public List<InputFault> Notes { get; } = [];

    /// <summary>Adds a note about a column. For one thread at a time.</summary>
    public void Note(string column, string english, string chinese) => Notes.Add(new InputFault(File.Name, 0, column, english, chinese));

    public void Opened(TableReader reader, HeaderMap headers)
    {
        Format = reader.FormatName;
        UnknownHeaders = headers.Unknown;
        Bytes = File.Opens is null ? new FileInfo(File.Path).Length : 0;
        Encoding = Format.Contains("GB", StringComparison.OrdinalIgnoreCase) ? "gb18030" : "utf-8";
    }

    /// <summary>Counts the rows of a batch, and keeps those that Tables rejected. Safe for several threads.</summary>
    public void Count(Batch batch)
    {
        Interlocked.Add(ref _read, batch.RowCount + batch.Rejects.Count);
        Rejects.Add(batch.Rejects);
    }
}

using Qingce.Tables;

namespace Qingce.Linkage;

/// <summary>One table of records to be linked.</summary>
/// <param name="Name">Name in results: usually that of the file without ending.</param>
/// <param name="Rows">Its rows.</param>
public sealed record LinkSource(string Name, int Rows)
{
    /// <summary>Rows of its files that could not be read and are not among <see cref="Rows"/>.</summary>
    public long Rejected { get; init; }

    /// <summary>The first of them, or null.</summary>
    public RowReject? FirstReject { get; init; }
}

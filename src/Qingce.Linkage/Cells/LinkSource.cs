namespace Qingce.Linkage;

/// <summary>One table of records to be linked.</summary>
/// <param name="Name">Name in results: usually that of the file without ending.</param>
/// <param name="Rows">Its rows.</param>
public sealed record LinkSource(string Name, int Rows);

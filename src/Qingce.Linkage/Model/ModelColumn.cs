namespace Qingce.Linkage;

/// <summary>A column that a model reads.</summary>
public sealed record ModelColumn
{
    /// <summary>Header in the files.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the <see cref="ColumnKind"/> that cleans its values, for example <c>text</c> or <c>date</c>.</summary>
    public required string Kind { get; init; }
}

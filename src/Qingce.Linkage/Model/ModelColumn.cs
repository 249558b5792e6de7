namespace Qingce.Linkage;

/// <summary>A column that a model reads.</summary>
public sealed record ModelColumn
{
    /// <summary>Header in the files.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the <see cref="ColumnKind"/> that cleans its values, for example <c>text</c> or <c>date</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The place of a column.</summary>
    /// <exception cref="LinkageModelException">There is no such column.</exception>
    internal static int IndexOf(IReadOnlyList<ModelColumn> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name)
            {
                return i;
            }
        }

        var names = Wording.Names(columns.Select(c => c.Name));
        throw new LinkageModelException($"There is no column '{name}'; there are {names.English}.", $"没有“{name}”列；有：{names.Chinese}。");
    }
}

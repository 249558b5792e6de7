using System.Text.Json.Serialization;

namespace Qingce.Linkage;

/// <summary>A column that a model reads.</summary>
public sealed record ModelColumn
{
    /// <summary>Its name in the model, unique there; the header in the files unless <see cref="From"/> tells another.</summary>
    public required string Name { get; init; }

    /// <summary>The header in the files, where several columns of a model are read from one: a name's parts. Null for <see cref="Name"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? From { get; init; }

    /// <summary>
    /// The header of a column whose value stands behind that of <see cref="Header"/>, parted by a space where letters have spaces: a name whose parts have a
    /// column each. A row that lacks either has no value. Null for none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Then { get; init; }

    /// <summary>The header in the files.</summary>
    [JsonIgnore]
    public string Header => From ?? Name;

    /// <summary>The headers in the files that it is read from, in order.</summary>
    [JsonIgnore]
    public IEnumerable<string> Headers => Then is null ? [Header] : [Header, Then];

    /// <summary>Name of the <see cref="ColumnKind"/> that cleans its values, for example <c>text</c> or <c>date</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// Values that stand for none, besides those that its kind knows, as they stand in the files: a birth date that a form fills in. Null where training and
    /// proposals are to look for them, among what more rows have than can have it of themselves; none are to be sought where it is empty.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Missing { get; init; }

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

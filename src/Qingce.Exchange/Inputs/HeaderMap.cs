using Qingce.Exchange.Files;

namespace Qingce.Exchange.Inputs;

/// <summary>Which column of a file is which column of a shape.</summary>
public sealed class HeaderMap
{
    private readonly int[] _positions;

    private HeaderMap(int[] positions, IReadOnlyList<string> unknown)
    {
        _positions = positions;
        Unknown = unknown;
    }

    /// <summary>Headers that are no column of the shape; their columns are not read.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Position in the file of a column of the shape; -1 when the file has none.</summary>
    /// <param name="field">Position in the shape.</param>
    public int this[int field] => _positions[field];

    /// <summary>Whether the file has a column of the shape.</summary>
    public bool Has(int field) => _positions[field] >= 0;

    /// <summary>Matches the headers of a file: English or Chinese, in any letter case, or by the mapping.</summary>
    /// <param name="file">The file as shown to the person.</param>
    /// <param name="headers">Its headers.</param>
    /// <param name="shape">The columns looked for.</param>
    /// <param name="mapping">From their header to our column, or none.</param>
    /// <exception cref="InputFaultException">A required column is missing, or two columns are the same.</exception>
    public static HeaderMap Match(string file, IReadOnlyList<string> headers, IReadOnlyList<FieldShape> shape, HeaderMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(mapping);
        Dictionary<string, int> fields = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < shape.Count; i++)
        {
            fields[shape[i].Name] = i;
            fields.TryAdd(shape[i].Chinese, i);
        }

        int[] positions = new int[shape.Count];
        Array.Fill(positions, -1);
        List<string> unknown = [];
        for (int i = 0; i < headers.Count; i++)
        {
            string header = headers[i].Trim();
            if (!fields.TryGetValue(mapping.Translate(header), out int field))
            {
                unknown.Add(headers[i]);
            }
            else if (positions[field] >= 0)
            {
                throw InputFaultException.Of(
                    file,
                    $"the columns '{headers[positions[field]]}' and '{headers[i]}' are both {shape[field].Name}. Rename one of them.",
                    $"列“{headers[positions[field]]}”和“{headers[i]}”都是{shape[field].Chinese}，请改其中一个列名。",
                    headers[i]);
            }
            else
            {
                positions[field] = i;
            }
        }

        InputFault[] missing =
        [
            .. shape.Where((field, i) => field.IsRequired && positions[i] < 0).Select(field => new InputFault(
                file, 0, field.Name,
                $"the column {field.Name} ({field.Chinese}) is missing. If it has another header, name it in a mapping file: "
                    + $"{{\"{(unknown.Count > 0 ? unknown[0] : "their header")}\": \"{field.Name}\"}}, given with --mapping.",
                $"缺少必需的列 {field.Name}（{field.Chinese}）。如列名不同，请用 --mapping 指定映射文件，"
                    + $"例如 {{\"{(unknown.Count > 0 ? unknown[0] : "原列名")}\": \"{field.Name}\"}}。")),
        ];
        return missing.Length == 0 ? new HeaderMap(positions, unknown) : throw new InputFaultException(missing) { MissingColumns = [.. shape.Where((field, i) => field.IsRequired && positions[i] < 0)] };
    }
}

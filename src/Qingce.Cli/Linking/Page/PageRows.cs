using System.Text;
using System.Text.Json;
using Qingce.Linkage;

namespace Qingce.Cli.Linking.Page;

/// <summary>The rows that the examples of a page name, with their values as they may be shown.</summary>
internal sealed class PageRows(LinkTable table, Func<int, string> personOf, bool masked)
{
    private readonly Dictionary<int, int> _places = [];
    private readonly List<int> _rows = [];

    public ShownValues Values { get; } = new(table, masked);

    /// <summary>The place of a row among those of the page.</summary>
    public int PlaceOf(int row)
    {
        if (!_places.TryGetValue(row, out int place))
        {
            place = _places[row] = _rows.Count;
            _rows.Add(row);
        }

        return place;
    }

    /// <summary>Writes for each column what is shown of two rows where they differ; null where they do not.</summary>
    public void WriteDifferences(Utf8JsonWriter json, int left, int right)
    {
        json.WriteStartArray("differences");
        for (int column = 0; column < table.Columns.Count; column++)
        {
            if (!Values.Differ(left, right, column))
            {
                json.WriteNullValue();
                continue;
            }

            json.WriteStartArray();
            foreach (string? value in Values.Of(left, right, column))
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the rows that were named.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("rows");
        foreach (int row in _rows)
        {
            json.WriteStartObject();
            json.WriteString("id", Values.Id(Encoding.UTF8.GetString(table.Keys[row])));
            json.WriteString("source", table.Sources.Count > 1 ? table.Sources[table.SourceOf(row)].Name : "");
            json.WriteString("person", Values.Id(personOf(row)));
            json.WriteStartArray("values");
            for (int column = 0; column < table.Columns.Count; column++)
            {
                json.WriteStringValue(Values.Of(row, column));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

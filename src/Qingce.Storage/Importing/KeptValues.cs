using System.Globalization;
using Qingce.Exchange.Files;
using Qingce.Register;

namespace Qingce.Storage.Importing;

/// <summary>The empty cells of a file where a registration has to say something: how many in which column, and where first. A chunk that is taken again counts once.</summary>
internal sealed class KeptValues
{
    private const int MostRows = 10;

    private readonly SortedDictionary<RegisterField, (long Count, List<long> FirstRows)> _told = [];
    private readonly List<(RegisterField Field, long Row)> _chunk = [];
    private long _firstRow = -1;

    /// <summary>Begins a chunk, whether for the first time or again.</summary>
    public void Begin(long firstRow)
    {
        if (firstRow != _firstRow)
        {
            Conclude();
        }

        _chunk.Clear();
        _firstRow = firstRow;
    }

    /// <summary>Adds a cell of the chunk.</summary>
    public void Add(RegisterField field, long row) => _chunk.Add((field, row));

    /// <summary>What is to be told of the cells, once the last chunk is taken.</summary>
    public IEnumerable<DeliveryNote> Notes()
    {
        Conclude();
        return _told.Select(one =>
        {
            (long count, List<long> first) = one.Value;
            string rows = string.Join(", ", first.Select(row => row.ToString(CultureInfo.InvariantCulture))) + (count > first.Count ? ", ..." : "");
            FieldShape column = one.Key.Shape;
            // By the registration too: a delivery has one note of a column, and what could not be read there is told as that.
            return new DeliveryNote(
                "value-kept", $"{RegisterField.RegistrationId.Shape.Name},{column.Name}",
                string.Create(CultureInfo.InvariantCulture, $"{column.Name}: {count} empty cells; a registration cannot be without this value, and the known one was kept. Fill them in. Rows: {rows}"),
                string.Create(CultureInfo.InvariantCulture, $"{column.Chinese}：{count} 个空格，登记不能没有此项，已保留原值，请补填。行号：{rows}"));
        });
    }

    private void Conclude()
    {
        foreach ((RegisterField field, long row) in _chunk)
        {
            (long count, List<long> first) = _told.GetValueOrDefault(field, (0, []));
            if (first.Count < MostRows)
            {
                first.Add(row);
            }

            _told[field] = (count + 1, first);
        }

        _chunk.Clear();
    }
}

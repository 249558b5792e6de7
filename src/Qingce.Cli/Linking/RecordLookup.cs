using System.Text;
using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>Finds the rows of a few records in one run over all ids.</summary>
internal sealed class RecordLookup
{
    private readonly LinkTable _table;
    private readonly Dictionary<string, List<int>> _rows = new(StringComparer.Ordinal);

    /// <summary>Looks for ids.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="ids">Ids, with or without their source and a stroke before them.</param>
    public RecordLookup(LinkTable table, IEnumerable<string> ids)
    {
        _table = table;
        foreach (string id in ids)
        {
            _rows.TryAdd(id, []);
            foreach (LinkSource source in table.Sources.Where(source => id.StartsWith(source.Name + "/", StringComparison.Ordinal)))
            {
                _rows.TryAdd(id[(source.Name.Length + 1)..], []);
            }
        }

        Dictionary<ulong, List<(byte[] Id, List<int> Rows)>> wanted = [];
        foreach ((string id, List<int> rows) in _rows)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(id);
            ulong hash = DuplicateIds.Hash(bytes);
            wanted.TryAdd(hash, []);
            wanted[hash].Add((bytes, rows));
        }

        int place = 0;
        for (int row = 0; row < table.Rows; row++)
        {
            ReadOnlySpan<byte> id = table.Keys.Get(row, ref place);
            foreach ((byte[] bytes, List<int> rows) in wanted.GetValueOrDefault(DuplicateIds.Hash(id)) ?? [])
            {
                if (id.SequenceEqual(bytes))
                {
                    rows.Add(row);
                }
            }
        }
    }

    /// <summary>The row of a record.</summary>
    /// <param name="id">One of the ids looked for.</param>
    /// <param name="source">Its source; null or empty when the id says it, or tells the record apart by itself.</param>
    /// <exception cref="CommandFault">There is no such record, or several sources have one.</exception>
    public int RowOf(string id, string? source = null)
    {
        if (string.IsNullOrEmpty(source) && _rows[id].Count == 0
            && _table.Sources.FirstOrDefault(of => id.StartsWith(of.Name + "/", StringComparison.Ordinal)) is { } named)
        {
            return RowOf(id[(named.Name.Length + 1)..], named.Name);
        }

        List<int> rows = [.. _rows[id].Where(row => string.IsNullOrEmpty(source) || _table.Sources[_table.SourceOf(row)].Name == source)];
        return rows.Count switch
        {
            1 => rows[0],
            0 => throw new CommandFault(ExitCode.Usage, new Phrase($"没有编号为“{id}”的记录。", $"There is no record '{id}'.")),
            _ => throw new CommandFault(ExitCode.Usage, new Phrase(
                $"编号“{id}”的记录不止一条，请写明来源，如 {_table.Sources[_table.SourceOf(rows[0])].Name}/{id}。",
                $"There is more than one record '{id}'; say of which source, as {_table.Sources[_table.SourceOf(rows[0])].Name}/{id}.")),
        };
    }
}

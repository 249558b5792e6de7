using ParquetSharp;

namespace Qingce.Tables;

/// <summary>What the footer of a Parquet file says: its top-level columns and its row groups.</summary>
internal sealed class ParquetLayout
{
    // A dictionary of more values than this costs more to carry from batch to batch than it saves.
    private const int WorthwhileBytesPerValue = 6;

    public required string[] Names { get; init; }

    /// <summary>Position of each column among the primitive columns of the file.</summary>
    public required int[] Leaves { get; init; }

    /// <summary>Why a column cannot be given, or empty.</summary>
    public required string[] Unsupported { get; init; }

    /// <summary>Whether a column is read with its dictionary.</summary>
    public required bool[] Dictionary { get; init; }

    public required long[] GroupRows { get; init; }

    public static ParquetLayout Of(ParquetFileReader file)
    {
        FileMetaData metadata = file.FileMetaData;
        List<string> names = [];
        List<int> leaves = [];
        List<string> unsupported = [];
        for (int leaf = 0; leaf < metadata.Schema.NumColumns; leaf++)
        {
            ColumnDescriptor column = metadata.Schema.Column(leaf);
            string[] path = column.Path.ToDotVector();
            bool nested = path.Length > 1 || column.MaxRepetitionLevel > 0 || column.MaxDefinitionLevel > 1;
            if (nested && names.Count > 0 && unsupported[^1].Length > 0 && names[^1] == path[0])
            {
                continue;
            }

            names.Add(path[0]);
            leaves.Add(leaf);
            unsupported.Add(nested && !IsListOfTexts(column, path) ? "list, map or struct"
                : column.PhysicalType == PhysicalType.Int96 || column.LogicalType is not TimeLogicalType ? "" : "time of day");
        }

        long[] groupRows = new long[metadata.NumRowGroups];
        long[] bytes = new long[leaves.Count];
        bool[] dictionary = new bool[leaves.Count];
        for (int group = 0; group < groupRows.Length; group++)
        {
            using RowGroupReader reader = file.RowGroup(group);
            groupRows[group] = reader.MetaData.NumRows;
            if (groupRows[group] < 0)
            {
                throw new InvalidDataException("negative row count");
            }

            for (int i = 0; i < dictionary.Length; i++)
            {
                ColumnDescriptor column = metadata.Schema.Column(leaves[i]);
                if (unsupported[i].Length == 0 && column.PhysicalType == PhysicalType.ByteArray && column.MaxRepetitionLevel == 0)
                {
                    using ColumnChunkMetaData chunk = reader.MetaData.GetColumnChunkMetaData(leaves[i]);
                    dictionary[i] |= chunk.Encodings.Any(encoding => encoding is Encoding.RleDictionary or Encoding.PlainDictionary);
                    bytes[i] += chunk.TotalUncompressedSize;
                }
            }
        }

        long rows = groupRows.Sum();
        for (int i = 0; i < dictionary.Length; i++)
        {
            dictionary[i] &= bytes[i] <= rows * WorthwhileBytesPerValue + 4096L * groupRows.Length;
        }

        return new ParquetLayout
        {
            Names = [.. names],
            Leaves = [.. leaves],
            Unsupported = [.. unsupported],
            Dictionary = dictionary,
            GroupRows = groupRows,
        };
    }

    // The group in the middle is called so by all that write lists, but for the oldest Hive.
    private static bool IsListOfTexts(ColumnDescriptor column, string[] path) =>
        path is [_, "list" or "bag", _] && column.MaxRepetitionLevel == 1 && column.PhysicalType == PhysicalType.ByteArray;
}

using Qingce.Linkage;
using Qingce.Tables;

namespace Qingce.Cli.Linking;

/// <summary>How the persons differ from those of the earlier result, one row for each two ids that have to do with each other.</summary>
internal static class PersonChangeFile
{
    public const string Name = "changes";

    /// <summary>Writes merged, split, new and gone persons.</summary>
    /// <exception cref="TableWriteException">The file cannot be written.</exception>
    public static void Write(string path, PersonChanges changes)
    {
        TextCodes kinds = new(["merged", "split", "new", "gone"]);
        TableSchema schema = new(ColumnSpec.Coded("change", kinds), ColumnSpec.Text("previous_person_id"), ColumnSpec.Text("person_id"));
        using TableWriter writer = TableWriter.Create(path, schema, new WriteOptions { ByteOrderMark = false, FormulaGuard = true });
        BatchBuilder batch = new(schema);
        foreach (MergedPersons merged in changes.Merged)
        {
            foreach (string previous in merged.Previous)
            {
                Add(0, previous, merged.Person);
            }
        }

        foreach (SplitPerson split in changes.Split)
        {
            foreach (string person in split.Persons)
            {
                Add(1, split.Previous, person);
            }
        }

        foreach (string person in changes.New)
        {
            Add(2, null, person);
        }

        foreach (string previous in changes.Gone)
        {
            Add(3, previous, null);
        }

        writer.Write(batch);
        writer.Finish();

        void Add(int kind, string? previous, string? person)
        {
            batch.Text(0).AppendCode(kind);
            batch.Text(1).Append(previous);
            batch.Text(2).Append(person);
            if (batch.Text(0).Count == 1 << 18)
            {
                writer.Write(batch);
                batch.Clear();
            }
        }
    }
}

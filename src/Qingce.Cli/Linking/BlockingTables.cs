using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Qingce.Cli.Screens;
using Qingce.Linkage;
using Spectre.Console;

namespace Qingce.Cli.Linking;

/// <summary>The columns of some files and the blocks of a model's rules, for a person or a machine.</summary>
internal sealed class BlockingTables(LinkBasis basis, IReadOnlyList<RuleAnalysis> rules, bool masked)
{
    private readonly ShownValues _values = new(basis.Table, masked);

    public void Print(Screen screen)
    {
        if (screen.Json)
        {
            screen.Write(Json());
            return;
        }

        Table columns = ScreenTable.Make(screen.Say("列", "column"), screen.Say("类型", "kind"))
            .AddNumbers(screen.Say("有值", "filled"), screen.Say("不同取值", "distinct"), screen.Say("最多见者的行数", "rows of the commonest"));
        columns.AddColumn(screen.Say("最多见的取值", "commonest value"));
        for (int column = 0; column < basis.Table.Columns.Count; column++)
        {
            (int filled, int distinct, int most, int row) = Profile(column);
            columns.AddRow(
                new Text(basis.Table.Columns[column].Name), new Text(screen.Say(LinkWords.Kind(basis.Table.Columns[column].Kind))), new Text(ScreenTable.Percent(filled / (double)basis.Table.Rows)),
                new Text(ScreenTable.Whole(distinct)), new Text(ScreenTable.Whole(most)), new Text(row < 0 ? "" : Text(row, column)));
        }

        screen.Render(columns);
        Table table = ScreenTable.Make(screen.Say("规则", "rule")).AddNumbers(
            screen.Say("键", "keys"), screen.Say("组", "blocks"), screen.Say("记录对", "pairs"), screen.Say("过大的组", "oversized"), screen.Say("其中的对", "pairs in them"));
        table.AddColumn(screen.Say("最大的组", "largest blocks"));
        foreach ((RuleAnalysis rule, BlockingRule parts) in rules.Zip(basis.Model.Blocking!))
        {
            // Where every pair is compared there is one block, of all rows, and nothing that they have in common.
            string largest = parts.Parts.Count == 0 ? "" : string.Join("\n", rule.Largest.Take(3).Select(block => $"{ScreenTable.Whole(block.Rows)}: {Values(parts, block.FirstRow)}"));
            table.AddRow(
                new Text(screen.Say(LinkWords.Rule(parts))), new Text(ScreenTable.Whole(rule.Keys)), new Text(ScreenTable.Whole(rule.Blocks)), new Text(ScreenTable.Whole(rule.Pairs)),
                new Text(ScreenTable.Whole(rule.Oversized)), new Text(ScreenTable.Whole(rule.InOversized)), new Text(largest));
        }

        screen.Render(table);
        screen.Write(screen.Say(
            "过大的组会再细分，其中部分记录对不会比较；同一对可由多条规则产生，只比较一次。",
            "Oversized blocks are parted, and some of their pairs are not compared. A pair that several rules make is compared once."));
        LinkSummary.Notes(screen, basis.Notes);
    }

    private (int Filled, int Distinct, int Most, int FirstRow) Profile(int column)
    {
        Dictionary<ulong, (int Count, int Row)> counts = [];
        int filled = 0;
        for (int row = 0; row < basis.Table.Rows; row++)
        {
            ulong cell = basis.Table.CellOf(row, column);
            if (cell != Cell.Missing)
            {
                filled++;
                ref (int Count, int Row) of = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, cell, out bool known);
                of = known ? (of.Count + 1, of.Row) : (1, row);
            }
        }

        (int most, int first) = counts.Count == 0 ? (0, -1) : counts.Values.MaxBy(value => (value.Count, -value.Row));
        return (filled, counts.Count, most, first);
    }

    private string Values(BlockingRule rule, int row) => string.Join(", ", rule.Parts.Select(part => Text(row, basis.Table.IndexOf(part.Column))));

    private string Text(int row, int column) => _values.Of(row, column) ?? "";

    private string Json()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, LinkJson.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("rows", basis.Table.Rows);
            json.WriteBoolean("masked", _values.AreMasked);
            json.WriteStartArray("columns");
            for (int column = 0; column < basis.Table.Columns.Count; column++)
            {
                (int filled, int distinct, int most, int row) = Profile(column);
                json.WriteStartObject();
                json.WriteString("column", basis.Table.Columns[column].Name);
                json.WriteString("kind", basis.Table.Columns[column].Kind);
                json.WriteNumber("filled", filled);
                json.WriteNumber("distinct", distinct);
                json.WriteString("commonest", row < 0 ? null : Text(row, column));
                json.WriteNumber("commonestRows", most);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("rules");
            foreach ((RuleAnalysis rule, BlockingRule parts) in rules.Zip(basis.Model.Blocking!))
            {
                json.WriteStartObject();
                json.WriteString("rule", rule.Rule);
                json.WriteNumber("keys", rule.Keys);
                json.WriteNumber("blocks", rule.Blocks);
                json.WriteNumber("pairs", rule.Pairs);
                json.WriteNumber("oversizedBlocks", rule.Oversized);
                json.WriteNumber("pairsInOversized", rule.InOversized);
                json.WriteStartArray("largest");
                foreach ((int rows, int first) in rule.Largest)
                {
                    json.WriteStartObject();
                    json.WriteNumber("rows", rows);
                    json.WriteString("values", Values(parts, first));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Qingce.Cli.Screens;
using Qingce.Linkage;
using Spectre.Console;

namespace Qingce.Cli.Linking;

/// <summary>Two records side by side, the steps of their weight, and the rules that bring them together.</summary>
internal sealed class PairExplanation
{
    private const int BarWidth = 40;

    private readonly LinkBasis _basis;
    private readonly int _left;
    private readonly int _right;
    private readonly IReadOnlyList<EvidenceStep> _steps;
    private readonly IReadOnlyList<BlockingRule> _rules;

    private readonly ShownValues _values;

    private PairExplanation(LinkBasis basis, int left, int right, bool masked)
    {
        (_basis, _left, _right) = (basis, left, right);
        _values = new ShownValues(basis.Table, masked);
        _steps = basis.Linker.Explain(basis.Model, left, right);
        _rules = basis.Linker.RulesOf(basis.Model, left, right);
    }

    private double Weight => _steps.Sum(step => step.Weight);

    /// <summary>Explains two records.</summary>
    /// <param name="basis">The rows and the model.</param>
    /// <param name="left">Id of a record.</param>
    /// <param name="right">Id of another.</param>
    /// <param name="masked">Whether personal values are hidden.</param>
    /// <exception cref="CommandFault">There is no such record, or both are one.</exception>
    public static PairExplanation Of(LinkBasis basis, string left, string right, bool masked)
    {
        RecordLookup lookup = new(basis.Table, [left, right]);
        (int a, int b) = (lookup.RowOf(left), lookup.RowOf(right));
        return a != b ? new PairExplanation(basis, a, b, masked) : throw new CommandFault(ExitCode.Usage, new Phrase(
            $"“{left}”和“{right}”是同一条记录。", $"'{left}' and '{right}' are one record."));
    }

    public void Print(Screen screen)
    {
        if (screen.Json)
        {
            screen.Write(Json());
            return;
        }

        Table records = ScreenTable.Make(screen.Say("列", "column"), Key(_left), Key(_right), "");
        for (int column = 0; column < _basis.Table.Columns.Count; column++)
        {
            string?[] values = _values.Of(_left, _right, column);
            records.AddRow(
                new Text(_basis.Table.Columns[column].Name), new Text(values[0] ?? ""), new Text(values[1] ?? ""), new Text(_values.Differ(_left, _right, column) ? "≠" : ""));
        }

        screen.Render(records);
        Table steps = ScreenTable.Make(screen.Say("比较", "comparison"), screen.Say("级别", "level")).AddNumbers(screen.Say("权重", "bits"), screen.Say("累计", "sum"));
        steps.AddColumn("");
        IReadOnlyList<string> bars = WaterfallBars.Of(_steps, BarWidth);
        double sum = 0;
        for (int i = 0; i < _steps.Count; i++)
        {
            EvidenceStep step = _steps[i];
            sum += step.Weight;
            steps.AddRow(new Text(screen.Say(LinkWords.Comparison(step.Comparison))), new Text(screen.Say(LinkWords.Level(step.Level))), new Text(Bits(step.Weight)), new Text(Bits(sum)), new Text(bars[i]));
        }

        screen.Render(steps);
        string probability = new MatchWeight(Weight).Probability.ToString("0.########", CultureInfo.InvariantCulture);
        screen.Write(screen.Say($"是同一人的概率：{probability}", $"Probability of one person: {probability}"));
        List<Phrase> rules = [.. _rules.Select(LinkWords.Rule)];
        screen.Write(rules.Count > 0
            ? screen.Say($"由这些规则比较：{string.Join("；", rules.Select(rule => rule.Chinese))}", $"Compared because of: {string.Join("; ", rules.Select(rule => rule.English))}")
            : screen.Say("没有规则使两条记录相互比较，因此不会成为同一人。", "No blocking rule brings the two together, so they are never compared."));
    }

    /// <summary>The steps as a picture, SVG.</summary>
    /// <param name="screen">Its language.</param>
    /// <param name="threshold">Probability from which a pair is a link.</param>
    public string Svg(Screen screen, double threshold) => WaterfallSvg.Make(
        screen,
        $"{Key(_left)} – {Key(_right)}",
        _steps,
        MatchWeight.FromProbability(threshold).Bits,
        step => screen.Say(LinkWords.Comparison(step.Comparison)) + (step.Level.Length == 0 ? "" : screen.Say("：", ": ") + screen.Say(LinkWords.Level(step.Level))));

    private static string Bits(double bits) => bits.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    private string Key(int row) => _values.Id(new RecordKeys(_basis.Table).TextOf(row));

    private string Json()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, LinkJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("left", Key(_left));
            json.WriteString("right", Key(_right));
            json.WriteNumber("weight", Weight);
            json.WriteNumber("probability", new MatchWeight(Weight).Probability);
            json.WriteStartArray("steps");
            foreach (EvidenceStep step in _steps)
            {
                json.WriteStartObject();
                json.WriteString("comparison", step.Comparison);
                json.WriteString("level", step.Level);
                json.WriteNumber("weight", step.Weight);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("rules");
            foreach (BlockingRule rule in _rules)
            {
                json.WriteStringValue(rule.Name);
            }

            json.WriteEndArray();
            json.WriteBoolean("masked", _values.AreMasked);
            json.WriteStartArray("values");
            for (int column = 0; column < _basis.Table.Columns.Count; column++)
            {
                json.WriteStartObject();
                json.WriteString("column", _basis.Table.Columns[column].Name);
                string?[] values = _values.Of(_left, _right, column);
                json.WriteString("left", values[0]);
                json.WriteString("right", values[1]);
                json.WriteBoolean("differs", _values.Differ(_left, _right, column));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

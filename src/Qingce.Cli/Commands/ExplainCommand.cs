using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Qingce.Checks.Indicators;
using Qingce.Cli.Masking;
using Qingce.Cli.Report;
using Qingce.Cli.Results;
using Qingce.Cli.Screens;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Files;
using Spectre.Console;

namespace Qingce.Cli.Commands;

/// <summary><c>explain</c>: one finding with its evidence side by side, the rule and its parameters.</summary>
internal static class ExplainCommand
{
    private const int MostNamed = 10;

    private static readonly JsonWriterOptions JsonOptions = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Command Create(Screen screen)
    {
        Argument<string> id = new("finding-id")
        {
            HelpName = "FINDING-ID",
            Description = screen.Say("疑点编号；能唯一确定时可只写开头几位。", "Id of a finding; its first digits are enough when they are unique."),
        };
        Option<string> result = CommonOptions.Result(screen);
        Option<bool> unmasked = CommonOptions.Unmasked(screen, "显示姓名、号码等原值，不脱敏。", "Show names, numbers and the like as they are.");
        Command command = new("explain", screen.Say("说明一条疑点：并列证据、规则和参数。", "Explain a finding: its evidence side by side, the rule, the parameters."))
        {
            id, result, unmasked, CommonOptions.Json(screen),
        };
        command.SetAction(parsed =>
        {
            ResultFolder folder = ResultFolder.Open(parsed.GetValue(result)!);
            FindingRow finding = Find(folder, parsed.GetValue(id)!);
            FindingMask? mask = parsed.GetValue(unmasked) ? null : new FindingMask(finding, Evidence.Read(finding.Evidence));
            if (screen.Json)
            {
                screen.Write(Json(finding, folder, mask));
            }
            else
            {
                Print(screen, finding, folder, masked: mask is not null);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static FindingRow Find(ResultFolder folder, string id)
    {
        PriorityQueue<FindingRow, string> found = new(Comparer<string>.Create((left, right) => string.CompareOrdinal(right, left)));
        int count = 0;
        byte[] start = Encoding.UTF8.GetBytes(id.ToLowerInvariant());
        FindingTable.Visit(folder.Findings, (batch, row) =>
        {
            Span<byte> scratch = stackalloc byte[64];
            if (batch[FindingTable.Id].GetText(row, scratch).StartsWith(start))
            {
                FindingRow finding = FindingTable.Row(batch, row);
                count++;
                found.Enqueue(finding, finding.Id);
                if (found.Count > MostNamed)
                {
                    found.Dequeue();
                }
            }
        });
        string names = string.Join(", ", found.UnorderedItems.Select(item => item.Priority).Order(StringComparer.Ordinal));
        int more = count - found.Count;
        return count switch
        {
            1 => found.Peek(),
            0 => throw new CommandFault(ExitCode.Usage, new Phrase(
                $"没有以 {id} 开头的疑点。编号见 findings.csv 的 finding_id 列。", $"No finding begins with {id}. The ids are in the column finding_id of findings.csv.")),
            _ => throw new CommandFault(ExitCode.Usage, new Phrase(
                $"有 {count} 条疑点以 {id} 开头：{names}{(more > 0 ? $"，另有 {more} 条" : "")}。请多写几位。",
                $"{ScreenTable.Whole(count)} findings begin with {id}: {names}{(more > 0 ? $" and {ScreenTable.Whole(more)} more" : "")}. Give more digits.")),
        };
    }

    private static void Print(Screen screen, FindingRow finding, ResultFolder folder, bool masked)
    {
        ReportFinding shown = ReportFindings.Of(finding, masked, _ => null);
        IndicatorDefinition rule = IndicatorCatalogue.National[finding.Indicator];
        screen.Write($"{finding.Id}  {rule.Id}  {rule.Chinese} · {rule.English}");
        screen.Write("");
        screen.Write(shown.Zh);
        screen.Write(shown.En);
        screen.Write("");
        screen.Render(EvidenceTable(screen, shown));
        foreach (EvidenceCause cause in Evidence.Read(finding.Evidence).Causes)
        {
            string name = Name(screen, cause.Cause);
            string level = cause.Level is null ? "" : screen.Say($"（{Name(screen, cause.Level)}）", $" ({Name(screen, cause.Level)})");
            screen.Write(screen.Say(
                FormattableString.Invariant($"原因：{name}{level}，证据权重 {cause.Weight:0.0}"),
                FormattableString.Invariant($"cause: {name}{level}, weight {cause.Weight:0.0}")));
        }

        Phrase kind = ResultWords.Of(finding.Class);
        Phrase task = ResultWords.Of(finding.Task);
        screen.Write(screen.Say(
            $"类别：{finding.Class} {kind.Chinese}　任务：{task.Chinese}　{(finding.Reportable ? "应报" : "仅供参考")}",
            $"class: {finding.Class} {kind.English}; task: {task.English}; {(finding.Reportable ? "reportable" : "a hint only")}"));
        screen.Write("");
        screen.Write(screen.Say($"规则：{rule.LooksAtChinese}", $"Rule: {rule.LooksAtEnglish}"));
        foreach (ReportParameter parameter in ReportWriter.Parameters(rule, folder.ReadMetricsText()))
        {
            screen.Write(screen.Say($"      {parameter.Name[0]}：{parameter.Value[0]}", $"      {parameter.Name[1]}: {parameter.Value[1]}"));
        }
    }

    private static Table EvidenceTable(Screen screen, ReportFinding finding)
    {
        Table table = ScreenTable.Make(screen.Say("项目", "field"));
        foreach (ReportOrigin origin in finding.Columns)
        {
            table.AddColumn(new TableColumn(new Text($"{Origin(screen, origin.Of)}\n{origin.Id}")));
        }

        table.AddColumn("");
        Dictionary<string, string> names = FileShapes.Register.Concat(FileShapes.Source).Concat(FileShapes.Changes)
            .DistinctBy(shape => shape.Name).ToDictionary(shape => shape.Name, shape => screen.Say(shape.Chinese, shape.Name), StringComparer.Ordinal);
        foreach (ReportRow row in finding.Rows)
        {
            table.AddRow([
                new Text(names.GetValueOrDefault(row.Field, row.Field)),
                .. row.Values.Select(value => new Text(value is null ? "·" : screen.Say(CodeMeanings.Told(row.Field, value)), row.Differs ? new Style(decoration: Decoration.Bold) : Style.Plain)),
                new Text(row.Differs ? "≠" : "")]);
        }

        return table;
    }

    private static string Name(Screen screen, string token) => CauseNames.Of(token) is [var chinese, var english] ? screen.Say(chinese, english) : token;

    private static string Origin(Screen screen, string of) => of switch
    {
        "registration" => screen.Say("登记", "registration"),
        "changes" => screen.Say("变更记录", "change"),
        _ => SourceCatalogue.National.Categories.FirstOrDefault(category => category.FileName == of) is { } category
            ? screen.Say(category.Chinese, category.English) : of,
    };

    private static string Json(FindingRow finding, ResultFolder folder, FindingMask? mask)
    {
        IndicatorDefinition rule = IndicatorCatalogue.National[finding.Indicator];
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, JsonOptions))
        {
            json.WriteStartObject();
            json.WriteString("finding_id", finding.Id);
            json.WriteString("indicator", finding.Indicator);
            json.WriteString("class", finding.Class);
            json.WriteNumber("weight", finding.Weight);
            json.WriteBoolean("reportable", finding.Reportable);
            json.WriteStartArray("registration_ids");
            foreach (string registration in finding.Registrations)
            {
                json.WriteStringValue(registration);
            }

            json.WriteEndArray();
            json.WriteString("text_zh", mask?.Sentence(finding.Chinese) ?? finding.Chinese);
            json.WriteString("text_en", mask?.Sentence(finding.English) ?? finding.English);
            json.WriteBoolean("masked", mask is not null);
            json.WriteString("task", finding.Task);
            json.WriteString("rule_zh", rule.LooksAtChinese);
            json.WriteString("rule_en", rule.LooksAtEnglish);
            json.WriteStartObject("parameters");
            foreach ((IndicatorParameter parameter, double value) in ReportWriter.ParametersUsed(rule, folder.ReadMetricsText()))
            {
                json.WriteNumber(parameter.Id, value);
            }

            json.WriteEndObject();
            json.WritePropertyName("evidence");
            json.WriteRawValue(mask is null ? finding.Evidence : Evidence.Read(finding.Evidence).Masked().Write());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Qingce.Checks.Indicators;
using Qingce.Tables;

namespace Qingce.Cli.Tests.Samples;

/// <summary>A result as verify writes it, invented: two provinces, every indicator, every kind of evidence.</summary>
internal sealed class SampleResult
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Random _draw = new(7);
    private readonly List<SampleFinding> _findings = [];

    /// <summary>Findings per indicator.</summary>
    public int PerIndicator { get; init; } = 20;

    /// <summary>Adds a finding to those that are invented.</summary>
    public void Add(SampleFinding finding) => _findings.Add(finding);

    /// <summary>Writes metrics.json, findings.parquet and rejects.csv into a folder.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        SampleCounties counties = new(_draw);
        foreach (IndicatorDefinition indicator in IndicatorCatalogue.National.Indicators)
        {
            for (int i = 0; i < PerIndicator; i++)
            {
                _findings.Add(SampleEvidence.Invent(indicator, i, counties.Codes[_draw.Next(counties.Codes.Count)], _draw));
            }
        }

        WriteFindings(Path.Combine(folder, "findings.parquet"));
        File.WriteAllText(Path.Combine(folder, "metrics.json"), SampleMetrics.Make(counties, _draw).ToJsonString(Json));
        File.WriteAllText(Path.Combine(folder, "rejects.csv"), "file,row,line,column,reason_zh,reason_en,text\nsources/05-marriage.csv,17,18,,字段过少,too few fields,\"张三,x\"\n");
    }

    private void WriteFindings(string path)
    {
        TableSchema schema = new(
            ColumnSpec.Text("finding_id"), ColumnSpec.Text("indicator", true), ColumnSpec.Text("class", true), ColumnSpec.Real("weight"),
            ColumnSpec.Text("reportable", true), ColumnSpec.Text("registration_ids"), ColumnSpec.Text("evidence"), ColumnSpec.Text("text_zh"),
            ColumnSpec.Text("text_en"), ColumnSpec.Text("task", true));
        using TableWriter writer = TableWriter.Create(path, schema);
        BatchBuilder batch = new(schema);
        foreach (SampleFinding finding in _findings)
        {
            batch.Text(0).Append(finding.Id);
            batch.Text(1).Append(finding.Indicator);
            batch.Text(2).Append(finding.Class);
            batch.Real(3).Append(finding.Weight);
            batch.Text(4).Append(finding.Reportable ? "true" : "false");
            batch.Text(5).Append(string.Join(';', finding.Registrations));
            batch.Text(6).Append(finding.Evidence.ToJsonString(Json));
            batch.Text(7).Append(finding.Chinese);
            batch.Text(8).Append(finding.English);
            batch.Text(9).Append(finding.Task);
        }

        writer.Write(batch);
        writer.Finish();
    }
}

/// <summary>A row of findings.parquet.</summary>
internal sealed record SampleFinding(
    string Id, string Indicator, string Class, double Weight, bool Reportable, string[] Registrations, JsonObject Evidence, string Chinese, string English, string Task)
{
    /// <summary>Evidence of one cause.</summary>
    public static JsonObject Because(string cause, double weight, params (string Of, string Id, string Field, string? Value)[] values) => new()
    {
        ["causes"] = new JsonArray(new JsonObject
        {
            ["cause"] = cause,
            ["weight"] = Math.Round(weight, 1),
            ["values"] = new JsonArray([.. values.Select(value => (JsonNode)new JsonObject
            {
                ["of"] = value.Of, ["id"] = value.Id, ["field"] = value.Field, ["value"] = value.Value,
            })]),
        }),
    };

    public static string NewId(int number) => (0x1f3a_0000_0000_0000UL + ((ulong)number * 0x9E37_79B9UL)).ToString("x16", CultureInfo.InvariantCulture);
}

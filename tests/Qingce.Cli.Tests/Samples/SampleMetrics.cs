using System.Text.Json.Nodes;
using Qingce.Checks.Indicators;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Files;

namespace Qingce.Cli.Tests.Samples;

/// <summary>metrics.json of the invented result.</summary>
internal static class SampleMetrics
{
    public static JsonObject Make(SampleCounties counties, Random draw)
    {
        long living = counties.Sum("living");
        JsonArray sources = [];
        JsonArray files =
        [
            File("register.parquet", "register", null, "parquet", living + 241_733, 12), File("changes.parquet", "changes", null, "parquet", 812_377, 0),
            File("sources/coverage.csv", "coverage", null, "csv", 46, 0),
        ];
        foreach (SourceCategory category in SourceCatalogue.National.Categories)
        {
            long rows = draw.Next(20_000, 3_000_000);
            long rejected = category.Number == 5 ? 3 : 0;
            files.Add(File($"sources/{category.FileName}.{(category.Number == 5 ? "csv" : "parquet")}", "source", category.Number, category.Number == 5 ? "csv" : "parquet", rows, rejected));
            JsonArray covered = category.Number is 12 or 14 ? [] : ["320000 2004-01-01/", "450000 2008-01-01/"];
            sources.Add(new JsonObject
            {
                ["category"] = category.Number,
                ["name"] = category.FileName,
                ["read"] = rows,
                ["checked"] = rows - rejected,
                ["rejected"] = rejected,
                ["matched"] = (long)(rows * (0.7 + (draw.NextDouble() * 0.29))),
                ["covered"] = covered,
            });
        }

        return new JsonObject
        {
            ["formatVersion"] = 1,
            ["asOf"] = "2025-12-31",
            ["asOfFrom"] = "recorded_at",
            ["versions"] = new JsonObject { ["qingce"] = "0.1.0", ["catalogue"] = "1", ["linkageModel"] = "1" },
            ["files"] = files,
            ["ignoredFiles"] = new JsonArray(),
            ["notes"] = new JsonArray(new JsonObject { ["file"] = "changes.parquet", ["column"] = "registration_id", ["chinese"] = "3 条变更", ["english"] = "3 changes" }),
            ["register"] = new JsonObject
            {
                ["read"] = living + 241_733,
                ["checked"] = living + 241_721,
                ["rejected"] = 12,
                ["living"] = living,
                ["cancelled"] = 241_721,
                ["households"] = living / 3,
            },
            ["sources"] = sources,
            ["indicators"] = Indicators(draw),
            ["divisions"] = counties.Figures,
            ["total"] = counties.Total,
            ["scoring"] = new JsonObject
            {
                ["redAbove"] = 0.05,
                ["yellowFrom"] = 0.03,
                ["accuracyWeight"] = 0.5,
                ["completenessWeight"] = 0.3,
                ["timelinessWeight"] = 0.2,
                ["starsFrom"] = new JsonArray(95, 90, 80, 70),
            },
            ["columns"] = Columns(living, draw),
            ["parameters"] = Parameters(),
        };
    }

    private static JsonObject File(string path, string role, int? category, string format, long rows, long rejected) => new()
    {
        ["path"] = path,
        ["role"] = role,
        ["category"] = category,
        ["format"] = format,
        ["encoding"] = format == "csv" ? "gb18030" : null,
        ["rows"] = rows,
        ["checked"] = rows - rejected,
        ["rejected"] = rejected,
        ["bytes"] = rows * 41,
        ["unknownHeaders"] = new JsonArray(),
        ["unread"] = new JsonArray(),
    };

    private static JsonArray Indicators(Random draw)
    {
        JsonArray list = [];
        foreach (IndicatorDefinition indicator in IndicatorCatalogue.National.Indicators)
        {
            JsonObject causes = [];
            foreach (string cause in SampleEvidence.Causes(indicator.Id))
            {
                causes[cause] = draw.Next(50, 9_000);
            }

            long findings = causes.Sum(cause => cause.Value!.GetValue<int>());
            JsonArray silenced = indicator.Id == "I10" ? [new JsonObject { ["missing"] = "changes", ["name"] = "changes", ["causes"] = new JsonArray() }] : [];
            list.Add(new JsonObject
            {
                ["id"] = indicator.Id,
                ["findings"] = findings,
                ["reportable"] = findings * 9 / 10,
                ["registrations"] = findings * 11 / 10,
                ["causes"] = causes,
                ["silenced"] = silenced,
            });
        }

        return list;
    }

    private static JsonArray Columns(long living, Random draw)
    {
        JsonArray list = [];
        foreach (FieldShape field in FileShapes.Register)
        {
            bool present = field.Name != "other_address";
            double share = field.IsRequired ? 1 : field.Name is "phone" or "education" ? 0.31 + (draw.NextDouble() * 0.2) : 0.8 + (draw.NextDouble() * 0.2);
            long filled = present ? (long)((living + 241_721) * share) : 0;
            list.Add(new JsonObject
            {
                ["file"] = "register",
                ["name"] = field.Name,
                ["present"] = present,
                ["filled"] = filled,
                ["invalid"] = field.Kind == FieldKind.Text ? 0 : draw.Next(0, 900),
                ["distinct"] = draw.Next(2, 2_000_000),
                ["shortest"] = 2,
                ["longest"] = draw.Next(3, 40),
                ["patterns"] = new JsonArray(Pattern(field.Kind switch
                {
                    FieldKind.Date or FieldKind.BirthDate => "9999-99-99",
                    FieldKind.CitizenNumber => "999999999999999999",
                    FieldKind.Code => "99",
                    FieldKind.Division => "999999999999",
                    _ => "文文文",
                }, filled * 9 / 10), Pattern("99999999", filled / 20)),
            });
        }

        return list;
    }

    private static JsonObject Pattern(string pattern, long count) => new() { ["pattern"] = pattern, ["count"] = count };

    private static JsonObject Parameters()
    {
        JsonObject all = [];
        foreach (IndicatorDefinition indicator in IndicatorCatalogue.National.Indicators)
        {
            JsonObject own = [];
            foreach (IndicatorParameter parameter in indicator.Parameters)
            {
                own[parameter.Id] = parameter.Default;
            }

            all[indicator.Id] = own;
        }

        return all;
    }
}

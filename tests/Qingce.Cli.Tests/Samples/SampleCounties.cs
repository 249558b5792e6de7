using System.Text.Json.Nodes;

namespace Qingce.Cli.Tests.Samples;

/// <summary>Counties of two provinces with figures from good to bad.</summary>
internal sealed class SampleCounties
{
    private static readonly (string Province, string City, string Prefix, string[] Counties)[] Land =
    [
        ("江苏省", "南京市", "3201", ["玄武区", "秦淮区", "建邺区", "鼓楼区", "浦口区", "栖霞区", "雨花台区", "江宁区", "六合区", "溧水区", "高淳区"]),
        ("江苏省", "无锡市", "3202", ["锡山区", "惠山区", "滨湖区", "梁溪区", "新吴区", "江阴市", "宜兴市"]),
        ("江苏省", "苏州市", "3205", ["虎丘区", "吴中区", "相城区", "姑苏区", "吴江区", "常熟市", "张家港市", "昆山市", "太仓市"]),
        ("江苏省", "盐城市", "3209", ["亭湖区", "盐都区", "大丰区", "响水县", "滨海县", "阜宁县", "射阳县", "建湖县", "东台市"]),
        ("广西壮族自治区", "桂林市", "4503", ["秀峰区", "叠彩区", "象山区", "阳朔县", "恭城瑶族自治县", "龙胜各族自治县", "荔浦市"]),
        ("广西壮族自治区", "百色市", "4510", ["右江区", "田阳区", "隆林各族自治县", "靖西市", "平果市"]),
    ];

    private readonly JsonArray _figures = [];

    public SampleCounties(Random draw)
    {
        foreach ((string province, string city, string prefix, string[] names) in Land)
        {
            for (int i = 0; i < names.Length; i++)
            {
                string code = $"{prefix}{(names[i].EndsWith('区') ? 2 + i : names[i].EndsWith('县') ? 21 + i : 81 + i):00}";
                long living = draw.Next(180_000, 1_100_000) / 10;
                double rate = Math.Round(0.01 + (0.13 * Math.Pow(draw.NextDouble(), 2.2)), 4);
                double score = 100 - (rate * 220) - (draw.NextDouble() * 6);
                Codes.Add(code);
                _figures.Add(new JsonObject
                {
                    ["code"] = code,
                    ["name"] = names[i],
                    ["province"] = province,
                    ["city"] = city,
                    ["living"] = living,
                    ["suspected"] = (long)(living * rate),
                    ["confirmed"] = null,
                    ["rate"] = rate,
                    ["colour"] = rate > 0.05 ? "red" : rate >= 0.03 ? "yellow" : "blue",
                    ["basis"] = "suspected",
                    ["stars"] = score >= 95 ? 5 : score >= 90 ? 4 : score >= 80 ? 3 : score >= 70 ? 2 : 1,
                    ["score"] = Math.Round(score, 1),
                    ["accuracy"] = Math.Round(Math.Max(0, 100 - (rate * 400)), 1),
                    ["completeness"] = Math.Round(93 + (draw.NextDouble() * 6), 1),
                    ["timeliness"] = Math.Round(80 + (draw.NextDouble() * 18), 1),
                    ["away"] = draw.Next(400, 9000),
                    ["emptyHung"] = draw.Next(10, 400),
                    ["indicators"] = new JsonObject { ["I01"] = draw.Next(100, 900), ["I04"] = draw.Next(10, 500) },
                });
            }
        }
    }

    public List<string> Codes { get; } = [];

    public JsonArray Figures => (JsonArray)_figures.DeepClone();

    /// <summary>The figures of all counties as one.</summary>
    public JsonObject Total
    {
        get
        {
            JsonObject total = (JsonObject)_figures[0]!.DeepClone();
            foreach (string label in (string[])["code", "name", "province", "city"])
            {
                total[label] = "";
            }

            total["living"] = Sum("living");
            total["suspected"] = Sum("suspected");
            total["rate"] = (double)Sum("suspected") / Sum("living");
            total["colour"] = "yellow";
            return total;
        }
    }

    public long Sum(string figure) => _figures.Sum(county => county![figure]!.GetValue<long>());
}

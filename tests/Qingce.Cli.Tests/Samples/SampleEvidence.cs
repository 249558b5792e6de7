using System.Text.Json.Nodes;
using Qingce.Checks.Indicators;

namespace Qingce.Cli.Tests.Samples;

/// <summary>Invents findings that look like those of each indicator. The people are invented too.</summary>
internal static class SampleEvidence
{
    private static readonly string[] Surnames = ["张", "李", "王", "陈", "欧阳", "韦", "覃", "沈", "顾"];
    private static readonly string[] Given = ["建国", "秀英", "浩然", "梓涵", "桂芳", "志强", "丽", "伟", "小龙", "玉兰"];
    private static readonly string[] Roads = ["人民路", "三里桥街", "解放东路", "桃花村", "中山北路"];

    public static string[] Causes(string indicator) => indicator switch
    {
        "I01" => ["linked", "one_number_two_people"],
        "I02" => ["too_many_changes", "age_moved", "before_deadline"],
        "I03" => ["married_too_young", "parent_gap", "born_after_registration", "too_old"],
        "I04" => ["checksum", "birth_date", "sex", "fifteen_digits", "placeholder", "rounded"],
        "I05" => ["death_certificate", "cremation", "benefit_stopped", "silent", "alive_again"],
        "I06" => ["married_not_updated", "divorced_not_updated", "two_spouses"],
        "I07" => ["residence_permit", "lease", "school", "work"],
        "I08" => ["no_sign_of_life", "too_many_households", "demolished"],
        "I09" => ["no_head", "two_heads", "two_spouses", "child_older"],
        "I10" => ["unknown_paper", "reused_paper", "one_agent"],
        "I11" => ["birth_not_registered", "certificate_used_twice"],
        _ => ["never_in", "permit_expired", "in_at_two"],
    };

    public static SampleFinding Invent(IndicatorDefinition indicator, int i, string county, Random draw)
    {
        string[] causes = Causes(indicator.Id);
        string cause = causes[i % causes.Length];
        string first = $"{county}-{draw.Next(100_000, 999_999)}";
        string second = $"{county}-{draw.Next(100_000, 999_999)}";
        string name = Pick(Surnames, draw) + Pick(Given, draw);
        string number = $"{county}{draw.Next(1940, 2018)}{draw.Next(1, 13):00}{draw.Next(1, 29):00}{draw.Next(100, 999)}{draw.Next(0, 10)}";
        string address = $"{Pick(Roads, draw)}{draw.Next(1, 400)}号{draw.Next(1, 20)}幢{draw.Next(1, 30)}0{draw.Next(1, 5)}室";
        int id = (indicator.Id[1] * 100_000) + (indicator.Id[2] * 1000) + i;
        (string[] who, JsonObject evidence, string chinese, string english) = indicator.Id switch
        {
            "I01" => Duplicate(cause, first, second, name, number, county, address),
            "I04" or "I03" => (
                [first],
                SampleFinding.Because(cause, 9 - (i * 0.3), Own(first, "name", name), Own(first, "sex", "1"), Own(first, "birth_date", "1988-03-05"), Own(first, "citizen_number", number), Own(first, "division", county + "001002")),
                $"{name}登记的出生日期为1988-03-05，公民身份号码{number}中的日期与其不符。",
                $"{name} is registered as born on 1988-03-05, but the citizen number {number} carries another date."),
            "I05" => (
                (string[])[first],
                SampleFinding.Because(cause, 12 - (i * 0.2), Own(first, "name", name), Own(first, "citizen_number", number), Own(first, "birth_date", "1938-11-20"), Own(first, "division", county + "001002"),
                    ("11-death-certificate", $"D-{i + 200}", "name", name), ("11-death-certificate", $"D-{i + 200}", "citizen_number", number), ("11-death-certificate", $"D-{i + 200}", "event_date", "2024-06-17"), ("11-death-certificate", $"D-{i + 200}", "document_number", "SW32050024001877")),
                $"{name}（{number}）2024-06-17已有死亡医学证明，至2025-12-31登记仍未注销。",
                $"A death certificate of 2024-06-17 names {name} ({number}); the registration is still living on 2025-12-31."),
            "I08" => Household(cause, county, name, address, draw),
            _ => (
                (string[])[first],
                SampleFinding.Because(cause, 7 - (i * 0.2), Own(first, "name", name), Own(first, "citizen_number", number), Own(first, "marital_status", "10"), Own(first, "address", address), Own(first, "phone", "13912345678"), Own(first, "division", county + "001002"),
                    ("05-marriage", $"M-{i + 17}", "name", name), ("05-marriage", $"M-{i + 17}", "event_date", "2019-05-01"), ("05-marriage", $"M-{i + 17}", "counterpart_name", "刘芳")),
                $"{name}与刘芳2019-05-01登记结婚，户口登记仍为未婚，联系电话13912345678。",
                $"{name} married 刘芳 on 2019-05-01; the register still says never married. Phone 13912345678."),
        };
        return new SampleFinding(
            SampleFinding.NewId(id), indicator.Id, $"{indicator.Classes[0]}", Math.Max(1, evidence["causes"]![0]!["weight"]!.GetValue<double>()), i % 11 != 10, who, evidence, chinese, english, indicator.Task);
    }

    private static (string[], JsonObject, string, string) Duplicate(string cause, string first, string second, string name, string number, string county, string address)
    {
        string other = name[..^1] + "廷";
        string changed = number[..10] + (number[10] == '1' ? '0' : '1') + number[11..];
        JsonObject evidence = SampleFinding.Because(cause, 14.2,
            Own(first, "name", name), Own(second, "name", other), Own(first, "sex", "1"), Own(second, "sex", "1"), Own(first, "birth_date", "1979-08-12"), Own(second, "birth_date", "1979-08-21"),
            Own(first, "citizen_number", number), Own(second, "citizen_number", changed), Own(first, "division", county + "001002"), Own(second, "division", "450302003001"),
            Own(first, "address", address), Own(second, "address", "解放东路18号3幢502室"), Own(first, "phone", "13812340001"), Own(second, "phone", "13812340001"));
        evidence["causes"]![0]!["level"] = "look_alike";
        return ([first, second], evidence,
            $"{name}（{number}）与{other}（{changed}）姓名形近、出生日期末两位颠倒、电话相同，疑为一人两处登记。",
            $"{name} ({number}) and {other} ({changed}) have look-alike names, birth dates with two digits swapped and the same phone: likely one person registered twice.");
    }

    private static (string[], JsonObject, string, string) Household(string cause, string county, string name, string address, Random draw)
    {
        string[] ids = [.. Enumerable.Range(0, 8).Select(_ => $"{county}-{draw.Next(100_000, 999_999)}")];
        return (ids, SampleFinding.Because(cause, 6.5, [.. ids.SelectMany(id => (IEnumerable<(string, string, string, string?)>)[Own(id, "name", name), Own(id, "address", address), Own(id, "household_id", "H-2031")])]),
            $"{address}一址登记8人，近三年均无在该址生活的迹象。", $"Eight people are registered at {address}; none has shown a sign of life there in three years.");
    }

    private static (string, string, string, string?) Own(string registration, string field, string value) => ("registration", registration, field, value);

    private static string Pick(string[] list, Random draw) => list[draw.Next(list.Length)];
}

namespace Qingce.Cli.Report;

/// <summary>What the values of parameters count, in Chinese.</summary>
internal static class Units
{
    public static string Chinese(string unit) => unit switch
    {
        "days" => "天",
        "months" => "个月",
        "years" => "年",
        "times" => "次",
        "people" => "人",
        "households" => "户",
        "cases" => "件",
        "bits" => "比特",
        "share" => "（占比）",
        _ => unit,
    };
}

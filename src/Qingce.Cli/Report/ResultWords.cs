namespace Qingce.Cli.Report;

/// <summary>What the short words of a result mean, Chinese and English: problem classes and suggested tasks.</summary>
internal static class ResultWords
{
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        ["D"] = ["重复登记", "duplicate registration"],
        ["W"] = ["信息错误", "wrong information"],
        ["S"] = ["变更未更新", "stale information"],
        ["F"] = ["虚假申报", "false declaration"],
        ["A"] = ["人户分离", "away from register"],
        ["V"] = ["违规登记", "illegal registration"],
        ["review_pair"] = ["成对复核", "review the pair"],
        ["visit"] = ["入户核查", "visit"],
        ["check_papers"] = ["核对材料", "check the papers"],
        ["confirm"] = ["向本人确认", "confirm with the person"],
        ["joint_file"] = ["联合建档", "joint file"],
        ["trace_source"] = ["溯源协查", "trace to the source"],
        ["letter"] = ["发协查函", "send a letter"],
    };

    /// <summary>The meaning of a word; the word itself where it has none.</summary>
    public static Phrase Of(string word) => All.TryGetValue(word, out string[]? meaning) ? new Phrase(meaning[0], meaning[1]) : new Phrase(word, word);
}

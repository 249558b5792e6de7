using System.Text;

namespace Qingce.Exchange.Codes;

/// <summary>What the name of who filed a change says of them.</summary>
public static class Agents
{
    private static readonly byte[][] Kinds = Texts("学校", "单位");

    private static readonly byte[][] Endings = Texts(
        "学校", "中学", "小学", "大学", "学院", "幼儿园", "公司", "集团", "企业", "工厂", "医院", "研究院", "研究所", "银行", "合作社", "农场");

    // Firms that file for strangers as their trade end like any other firm.
    private static readonly byte[][] Trades = Texts("代办", "代理", "中介", "咨询", "劳务", "人力资源", "人才", "移民", "落户", "服务");

    /// <summary>
    /// Whether it is a school or an employer, which files for its own pupils and staff: the name begins with 学校 or 单位 and a colon, or ends
    /// as that of a school, firm, hospital or the like. A firm whose name tells that filing or placing people is its trade is none.
    /// </summary>
    /// <param name="agent">The name as written, UTF-8.</param>
    public static bool FileForMembers(ReadOnlySpan<byte> agent)
    {
        foreach (byte[] kind in Kinds)
        {
            if (agent.StartsWith(kind) && (agent[kind.Length..].StartsWith(":"u8) || agent[kind.Length..].StartsWith("："u8)))
            {
                return true;
            }
        }

        agent = agent.TrimEnd(" \t"u8);
        foreach (byte[] ending in Endings)
        {
            if (agent.Length > ending.Length && agent.EndsWith(ending))
            {
                return !HasTrade(agent);
            }
        }

        return false;
    }

    /// <inheritdoc cref="FileForMembers(ReadOnlySpan{byte})"/>
    public static bool FileForMembers(string agent) => FileForMembers(Encoding.UTF8.GetBytes(agent));

    private static bool HasTrade(ReadOnlySpan<byte> agent)
    {
        foreach (byte[] trade in Trades)
        {
            if (agent.IndexOf(trade) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static byte[][] Texts(params string[] words) => [.. words.Select(Encoding.UTF8.GetBytes)];
}

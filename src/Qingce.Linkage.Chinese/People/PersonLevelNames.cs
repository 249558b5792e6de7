using System.Collections.Frozen;

namespace Qingce.Linkage.Chinese;

/// <summary>What the levels of persons are called in Chinese, for what is said of them to a person.</summary>
internal static class PersonLevelNames
{
    /// <summary>The names by those of the levels.</summary>
    public static readonly FrozenDictionary<string, string> All = new Dictionary<string, string>
    {
        ["variant"] = "异体",
        ["exact"] = "相同",
        ["former name"] = "曾用名",
        ["lost character"] = "缺字",
        ["look-alike"] = "形近",
        ["homophone"] = "同音",
        ["reordered"] = "次序不同",
        ["part"] = "部分相同",
        ["missing character"] = "少一字",
        ["one character"] = "一字不同",
        ["one of two characters"] = "两字中一字不同",
        ["surname"] = "仅姓相同",
        ["slip"] = "一处笔误",
        ["slip rechecked"] = "笔误且校验位重算",
        ["other birth date"] = "仅出生段不同",
        ["of one sequence"] = "号段相邻",
        ["of one sequence, faulty"] = "号段相邻且有误",
        ["faulty"] = "有误",
        ["other of one birth"] = "出生日期相同的另一号码",
        ["different and faulty"] = "不同且有误",
        ["same door"] = "同一门牌",
        ["shortened"] = "省略",
        ["nearly the same door"] = "门牌相近",
        ["same building"] = "同一楼",
        ["same place"] = "同一地点",
        ["same division"] = "同地区",
        ["equal in the number"] = "与号码中日期相同",
        ["partial"] = "部分日期",
        ["lunar"] = "农历",
        ["same day of the year"] = "同月同日",
        ["unknown day"] = "日不详",
        ["same year"] = "同年",
        ["years apart"] = "相差数年",
        ["a generation apart"] = "相差一代",
        ["number of another"] = "号码属于他人",
        ["household"] = "同户",
        ["probably of one household"] = "很可能同户",
        ["siblings"] = "兄弟姐妹",
        ["parent and child"] = "父母与子女",
        ["perhaps twins"] = "可能是双胞胎",
        ["namesakes"] = "同名同生日而号码各异",
        ["neighbouring numbers"] = "号码相邻",
        ["registered twice"] = "两次登记",
        ["registered twice, other birth"] = "两次登记且出生日期有出入",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}

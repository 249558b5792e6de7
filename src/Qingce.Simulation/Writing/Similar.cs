namespace Qingce.Simulation.Writing;

/// <summary>Characters of names that are taken for one another: by sound, by shape, as variants, or because a system lost the rarer one.</summary>
internal static class Similar
{
    private static readonly string[] Groups =
    [
        "华花桦骅", "丽莉利俐励", "英瑛颖莹", "芳方", "军君钧均", "伟玮炜苇", "明铭鸣名", "平萍苹", "红虹洪宏鸿", "杰洁捷", "燕艳彦雁", "晓小筱", "霞侠", "玲玲铃灵琳",
        "凤风", "兰蓝岚", "梅海", "金今", "建健剑", "国囯", "强强彊", "峰锋丰", "辉晖挥", "龙隆", "文闻雯", "志致智", "勇永咏", "超朝", "鹏朋", "飞菲", "静婧敬净",
        "娟捐涓", "敏闽", "婷亭停", "雪学", "佳嘉家", "欣新心馨鑫", "怡宜仪", "涵含函晗", "梓子紫", "轩宣萱", "浩昊皓", "宇雨羽", "泽则", "晨辰尘", "博搏", "瑞睿",
        "春椿", "秀绣", "珍真贞", "桂贵", "荣容蓉", "云芸", "玉王", "淑叔", "生升", "林琳霖", "德得", "福富", "清青卿", "海梅", "刚钢", "波坡", "斌彬滨", "亮谅",
        "毅义艺", "旭序", "东冬", "阳扬杨", "琪琦奇淇", "悦月玥", "思斯", "诗施", "语雨", "桐彤童", "汐溪", "沐木", "妍研", "媛缘", "喆吉哲", "堃坤", "淼森", "昇升",
        "祎伟", "翀冲", "赟斌", "犇奔", "旻民", "晟成", "煊宣", "翾宣", "骉马", "燊森", "甯宁", "珺君", "湲媛",
    ];

    private static readonly Dictionary<char, string> ByCharacter = Build();

    /// <summary>Another character for one, or null where none is known.</summary>
    public static char? To(char character, int variant)
    {
        if (!ByCharacter.TryGetValue(character, out string? group))
        {
            return null;
        }

        char other = group[variant % group.Length];
        return other == character ? group[(variant + 1) % group.Length] : other;
    }

    private static Dictionary<char, string> Build()
    {
        Dictionary<char, string> groups = [];
        foreach (string group in Groups)
        {
            foreach (char character in group)
            {
                groups.TryAdd(character, string.Concat(group.Where(other => other != character)));
            }
        }

        return groups;
    }
}

using System.Text;

namespace Qingce.Simulation.Names;

/// <summary>
/// Characters in fashion for given names, by the decade of birth and the sex: the commoner first. Chosen by hand after the lists that
/// the Ministry of Public Security publishes of the commonest names of each decade.
/// </summary>
internal static class EraCharacters
{
    private static readonly string[] Male =
    [
        "德福贵生明林金荣国清祥富忠银根保成文海兴全有发松财宝树春山玉廷永长万世俊志庆仁义堂顺",
        "建国军华明志平民德文荣新生胜光福贵生成林春永金忠保援朝跃进和平海祥安玉全兴发才良庆长根",
        "建军国强红卫东文革志明华伟平勇永忠军向阳新民峰海林学光辉兵刚立永武斌生成荣庆春跃",
        "勇军伟强建明华刚辉斌永平志国海波涛峰东林红卫文兵新晓亮宏俊春忠超学飞毅旭锋",
        "伟磊鹏超杰涛强浩斌波亮辉飞勇军俊峰晓龙凯健明洋宇刚帅建旭毅坤雷东宁阳博志鑫",
        "浩杰鹏伟俊宇鑫豪凯博文龙超阳帅磊涛天佳志明嘉晨旭飞翔子家一航泽坤健昊鸿",
        "宇浩子涵轩俊杰博文豪天泽嘉昊睿皓晨鑫佳一航明逸铭翔阳家梓瑞辰志旭彬哲凯",
        "梓轩子涵浩宇睿泽沐宸辰奕辰铭博一诺俊熙煜晨嘉昊皓瑞景言亦明霖翊航安逸恒远",
    ];

    private static readonly string[] Female =
    [
        "秀英兰珍桂玉凤花淑芳莲梅素云贞香金翠菊巧月春爱银荣惠娥芝娣妹琴美华清彩",
        "秀英兰玉珍桂芳淑华梅凤荣素琴云香翠霞春爱美金莲红萍珠月菊惠芬娥花珠建",
        "秀丽英红玉芳梅华萍霞艳敏兰琴云桂春淑燕凤珍荣玲琳素芬平香娟爱军卫东",
        "丽红艳敏芳燕霞玲萍梅静英娟华秀琴莉云慧晓春洁蓉雪琳翠娜冬桂立海彩",
        "静丽娟敏燕婷艳娜芳玲莉雪丹倩霞颖洁梅琳慧晓晶佳蕾红菲媛萍文欢瑞春",
        "婷雪静欣悦颖佳慧琳倩怡敏莹丹娜晓玉雨梦瑶璐文洁燕思媛嘉琪萌露云晨",
        "欣怡雨涵梓佳子诗琪悦思婷雅文静梦嘉慧瑶萱可馨颖晨语雪琳玥彤妍乐心",
        "梓涵欣怡诺一若汐语桐沐诗妍可馨萱雨玥悦彤依艺梦瑶晨熙心芮子安然思念禾",
    ];

    /// <summary>Parts of transliterated names, those of men.</summary>
    public static readonly string[] TransliteratedMale =
    [
        "买买提", "艾合买提", "阿卜杜拉", "吐尔逊", "玉素甫", "依明", "艾山", "卡德尔", "热合曼", "库尔班", "亚森", "努尔", "克里木", "木合塔尔",
        "多吉", "扎西", "洛桑", "次仁", "旺堆", "格桑", "叶尔兰", "巴合提", "那顺", "巴特尔", "朝克图", "木萨", "司马义", "哈斯木",
    ];

    /// <summary>Parts of transliterated names, those of women.</summary>
    public static readonly string[] TransliteratedFemale =
    [
        "阿依古丽", "古丽娜尔", "热孜万古丽", "帕提古丽", "阿孜古丽", "米热古丽", "祖丽皮亚", "麦热姆", "吐尔逊阿依", "布威海丽且", "卓玛", "央金", "拉姆", "德吉",
        "白玛", "其其格", "乌云", "萨仁", "古丽扎尔", "阿米娜", "迪丽努尔", "茹仙古丽", "再努尔", "海尼沙",
    ];

    /// <summary>Characters that systems with a small character set cannot hold, or that a clerk has to look for.</summary>
    public static readonly Rune[] Rare = [.. "喆堃淼骉翀珺玥赟犇燊甯旻晟煊翾昇祎珮湲㛃䶮䴖㑇㭎𬱖𬀩𬍛𬭎𫍯".EnumerateRunes()];

    public static bool IsRare(Rune character) => Array.IndexOf(Rare, character) >= 0;

    public static string Of(int birthYear, bool isMale)
    {
        int era = Math.Clamp((birthYear - 1940) / 10, 0, 7);
        return (isMale ? Male : Female)[era];
    }
}

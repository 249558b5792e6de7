namespace Qingce.Standards;

/// <summary>Groups of characters written for one another in names, compiled by hand. The first of each stands for all.</summary>
internal static class EquivalentCharacters
{
    /// <summary>
    /// Variants by origin that are both standard today: the newer list of 2013 gave back to names what the list of 1955 had
    /// struck out.
    /// </summary>
    public const string Groups =
        "哲喆 坤堃 升昇陞 佑祐 宁甯寗 佩珮 钟锺 余馀 于於 么麽 睿叡 辉煇 耀燿 浚濬 奔犇 乃迺 苏甦 洁絜 同仝 村邨 扬飏 熔镕 璇璿 净瀞 映暎 琉瑠 梅槑 祎袆 凌淩 仙僊 " +
        "绵緜 晰晳 昆崐 仑崙 果菓 和龢 烟菸 线缐 志誌 径迳 秘祕 荫廕 修脩 征徵 藉借 澄澂 粘黏 剪翦 踊踴 谷榖 棹櫂 劢勱 韵韻 " +
        "游遊 群羣 峰峯 略畧 岳嶽 溪谿 朵朶 丘坵 雕彫 沾霑 灾菑 吟唫 侠俠 寿夀";

    /// <summary>Surnames that registers and cards write for one another, mostly through the withdrawn simplification of 1977.</summary>
    public const string Surnames = "萧肖 阎闫 傅付 戴代 邱丘 卢芦 蓝兰篮 窦豆 侯候 晏宴 邢刑 冼洗 郗郄郤 贠员 于於 钟锺 宁甯 寇冦 詹占";

    /// <summary>Characters that stand for one sound when Uygur, Kazak and Tibetan names are written in Chinese.</summary>
    public const string Transliteration =
        "买麦迈 艾埃爱 卜不布博 杜都度独督 吐图土突 孙荪逊松 木姆穆母慕 依伊衣尹 力里利立丽莉 合赫和何 哈卡喀 提铁特帖 江姜疆 阿啊 热然 尔耳 古谷 克柯科 巴八 沙夏莎 米迷弥 曼满 " +
        "吉及季 娜那纳 玛马麻 苏素 拉腊 依以 西希 达塔 扎札 措错 珠竹 央杨 丹旦 卓桌 才财 顿敦 桑嗓 旺汪 加佳甲 吾乌 斯司 肉柔 如茹 孜子 亚雅 尼妮 汗罕 别贝 叶也";
}

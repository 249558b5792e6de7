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

    /// <summary>Characters of names taken for one another by eye, beside those of the table; every two of a group are.</summary>
    public const string LookAlikes =
        "己已巳 未末 土士 日曰 王玉壬 瑞端 彬杉 明朋 刘对 杨扬 桥侨娇 茜西 玲铃 强弘 建健 梅海 千干于 洋详祥 平乎 天夫 大太 申由田甲 今令 鸟乌 折拆 淑椒 萍苹 佳住 波彼 裴斐 辛幸 " +
        "祁祈 曼蔓 侠狭 候侯 栗粟 戍戌戊 茶荼 冼洗 治冶 淋琳 颖颍 晖挥 炜玮伟 婷停 娟捐 倩情 晴睛 媛缓 怡恰 永水 宇字 宏宠 凤风 亮高 京亨享 余佘 全金 俊峻骏竣 元无 勤勒 博搏 " +
        "友反 吉古 吴昊 唐塘 嘉喜 国图 坚竖 城诚 培陪 孟盂 季李 宗宋 官宫 宣宜 小少 屈居 峰锋 崇祟 川州 常堂 廷延 徐除 志忘 思恩 恒桓 戴载 拓括 昌冒 春舂 晓浇 景影 朱未 杜社 林材 " +
        "枝技 柏伯 梁粱 楠喃 樊攀 欣饮 武式 毛手 民氏 沈沉 河何 泽译 津律 润闰 潘播 瀚翰 烨晔 焕换 熊能 爱受 牛午 玲珍 琪祺 瑜愉 瑶遥 盈盆 真直 石右 祖租 秋伙 绍绐 肖尚 良艮 " +
        "若苦 范泛 蒋奖 蓝监 裕欲 许评 豪毫 贝见 贵责 贤肾 贺货 赵起 轩斩 辉挥 逸免 邓邢 郝赦 郭敦 锦绵 闫闭 陈阵 陶淘 隆降 雄难 雪雷 霞露 靖清 顺须 黎黍 龙尤 芸云 芯心 " +
        "婧靖 娅亚 妍研 姗珊 昕欣 桢祯 椿春 涵函 淼森 滢莹 瑾谨 璇旋 皓浩 翊翔 茵因 莎沙 薇微 诗持 铭茗 阳阴 韵韶";
}

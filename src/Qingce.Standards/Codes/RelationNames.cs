namespace Qingce.Standards;

/// <summary>The table of GB/T 4761-2008 and the words in which clerks write it.</summary>
internal static class RelationNames
{
    private static readonly (byte Code, string Chinese, string English, Sex Sex)[] Table =
    [
        (1, "本人", "self", Sex.Unknown), (2, "户主", "head", Sex.Unknown),
        (10, "配偶", "spouse", Sex.Unknown), (11, "夫", "husband", Sex.Male), (12, "妻", "wife", Sex.Female),
        (20, "子", "son", Sex.Male), (21, "独生子", "only son", Sex.Male), (22, "长子", "eldest son", Sex.Male),
        (23, "次子", "second son", Sex.Male), (24, "三子", "third son", Sex.Male), (25, "四子", "fourth son", Sex.Male),
        (26, "五子", "fifth son", Sex.Male), (27, "养子或继子", "adopted or step-son", Sex.Male), (28, "女婿", "son-in-law", Sex.Male),
        (29, "其他儿子", "other son", Sex.Male),
        (30, "女", "daughter", Sex.Female), (31, "独生女", "only daughter", Sex.Female), (32, "长女", "eldest daughter", Sex.Female),
        (33, "次女", "second daughter", Sex.Female), (34, "三女", "third daughter", Sex.Female), (35, "四女", "fourth daughter", Sex.Female),
        (36, "五女", "fifth daughter", Sex.Female), (37, "养女或继女", "adopted or step-daughter", Sex.Female),
        (38, "儿媳", "daughter-in-law", Sex.Female), (39, "其他女儿", "other daughter", Sex.Female),
        (40, "孙子、孙女或外孙子、外孙女", "grandchild", Sex.Unknown), (41, "孙子", "son's son", Sex.Male), (42, "孙女", "son's daughter", Sex.Female),
        (43, "外孙子", "daughter's son", Sex.Male), (44, "外孙女", "daughter's daughter", Sex.Female),
        (45, "孙媳妇或外孙媳妇", "grandson's wife", Sex.Female), (46, "孙女婿或外孙女婿", "granddaughter's husband", Sex.Male),
        (47, "曾孙子或曾外孙子", "great-grandson", Sex.Male), (48, "曾孙女或曾外孙女", "great-granddaughter", Sex.Female),
        (49, "其他孙子、孙女或外孙子、外孙女", "other grandchild", Sex.Unknown),
        (50, "父母", "parent", Sex.Unknown), (51, "父亲", "father", Sex.Male), (52, "母亲", "mother", Sex.Female),
        (53, "公公", "husband's father", Sex.Male), (54, "婆婆", "husband's mother", Sex.Female), (55, "岳父", "wife's father", Sex.Male),
        (56, "岳母", "wife's mother", Sex.Female), (57, "继父或养父", "step or adoptive father", Sex.Male),
        (58, "继母或养母", "step or adoptive mother", Sex.Female), (59, "其他父母关系", "other parent", Sex.Unknown),
        (60, "祖父母或外祖父母", "grandparent", Sex.Unknown), (61, "祖父", "father's father", Sex.Male), (62, "祖母", "father's mother", Sex.Female),
        (63, "外祖父", "mother's father", Sex.Male), (64, "外祖母", "mother's mother", Sex.Female),
        (65, "配偶的祖父母或外祖父母", "spouse's grandparent", Sex.Unknown), (66, "曾祖父", "great-grandfather", Sex.Male),
        (67, "曾祖母", "great-grandmother", Sex.Female), (68, "配偶的曾祖父母或外曾祖父母", "spouse's great-grandparent", Sex.Unknown),
        (69, "其他祖父母或外祖父母关系", "other grandparent", Sex.Unknown),
        (70, "兄弟姐妹", "sibling", Sex.Unknown), (71, "兄", "elder brother", Sex.Male), (72, "嫂", "elder brother's wife", Sex.Female),
        (73, "弟", "younger brother", Sex.Male), (74, "弟媳", "younger brother's wife", Sex.Female), (75, "姐姐", "elder sister", Sex.Female),
        (76, "姐夫", "elder sister's husband", Sex.Male), (77, "妹妹", "younger sister", Sex.Female),
        (78, "妹夫", "younger sister's husband", Sex.Male), (79, "其他兄弟姐妹", "other sibling", Sex.Unknown),
        (80, "其他", "other", Sex.Unknown), (81, "伯父", "father's elder brother", Sex.Male), (82, "伯母", "father's elder brother's wife", Sex.Female),
        (83, "叔父", "father's younger brother", Sex.Male), (84, "婶母", "father's younger brother's wife", Sex.Female), (85, "舅父", "mother's brother", Sex.Male),
        (86, "舅母", "mother's brother's wife", Sex.Female), (87, "姨父", "mother's sister's husband", Sex.Male), (88, "姨母", "mother's sister", Sex.Female),
        (89, "姑父", "father's sister's husband", Sex.Male), (90, "姑母", "father's sister", Sex.Female),
        (91, "堂兄弟、堂姐妹", "cousin of the father's family", Sex.Unknown), (92, "表兄弟、表姐妹", "other cousin", Sex.Unknown),
        (93, "侄子", "brother's son", Sex.Male), (94, "侄女", "brother's daughter", Sex.Female), (95, "外甥", "sister's son", Sex.Male),
        (96, "外甥女", "sister's daughter", Sex.Female), (97, "其他亲属", "other relative", Sex.Unknown), (99, "非亲属", "not related", Sex.Unknown),
    ];

    private static readonly (string Word, int Code)[] Synonyms =
    [
        ("户主本人", 2), ("本人或户主", 2), ("丈夫", 11), ("妻子", 12), ("老婆", 12), ("爱人", 10),
        ("儿子", 20), ("儿", 20), ("独子", 21), ("独生儿子", 21), ("大儿子", 22), ("长男", 22), ("大子", 22), ("二子", 23), ("二儿子", 23), ("次男", 23),
        ("三儿子", 24), ("四儿子", 25), ("五儿子", 26), ("六子", 29), ("七子", 29), ("养子", 27), ("继子", 27), ("婿", 28), ("赘婿", 28), ("其他子", 29),
        ("女儿", 30), ("独女", 31), ("独生女儿", 31), ("大女儿", 32), ("二女", 33), ("二女儿", 33), ("三女儿", 34), ("四女儿", 35), ("五女儿", 36),
        ("六女", 39), ("七女", 39), ("养女", 37), ("继女", 37), ("媳", 38), ("媳妇", 38), ("儿媳妇", 38),
        ("孙子女", 40), ("孙", 41), ("长孙", 41), ("次孙", 41), ("孙儿", 41), ("长孙女", 42), ("外孙", 43), ("孙媳", 45), ("孙媳妇", 45), ("外孙媳妇", 45), ("外孙媳", 45),
        ("孙女婿", 46), ("外孙女婿", 46), ("曾孙", 47), ("曾孙子", 47), ("曾外孙", 47), ("曾外孙子", 47), ("曾孙女", 48), ("曾外孙女", 48),
        ("父", 51), ("母", 52), ("爸爸", 51), ("妈妈", 52), ("翁", 53), ("婆", 54), ("家翁", 53), ("家婆", 54), ("丈人", 55), ("丈母娘", 56), ("继父", 57), ("养父", 57),
        ("继母", 58), ("养母", 58), ("祖父母", 60), ("爷爷", 61), ("奶奶", 62), ("外公", 63), ("姥爷", 63), ("外婆", 64), ("姥姥", 64),
        ("哥", 71), ("哥哥", 71), ("胞兄", 71), ("嫂子", 72), ("嫂嫂", 72), ("弟弟", 73), ("胞弟", 73), ("弟妇", 74), ("弟媳妇", 74), ("弟妹", 74), ("姐", 75), ("姊", 75), ("胞姐", 75),
        ("妹", 77), ("胞妹", 77), ("伯", 81), ("伯伯", 81), ("叔", 83), ("叔叔", 83), ("婶", 84), ("婶婶", 84), ("舅", 85), ("舅舅", 85), ("舅妈", 86), ("姨夫", 87), ("姨", 88), ("姨妈", 88),
        ("姑夫", 89), ("姑", 90), ("姑姑", 90), ("堂兄", 91), ("堂弟", 91), ("堂姐", 91), ("堂妹", 91), ("堂兄弟姐妹", 91), ("表兄", 92), ("表弟", 92), ("表姐", 92), ("表妹", 92),
        ("表兄弟姐妹", 92), ("侄", 93), ("侄儿", 93), ("外甥子", 95), ("其他关系", 80), ("其他亲戚", 97), ("非亲属关系", 99), ("无亲属关系", 99), ("集体户成员", 99), ("集体户人员", 99),
    ];

    private static readonly short[] Places = MakePlaces();

    /// <summary>Codes in ascending order.</summary>
    public static IEnumerable<byte> Codes => Table.Select(row => row.Code);

    /// <summary>Names and synonyms with their codes.</summary>
    public static List<(string Word, int Value)> Words =>
        [
            .. Table.Select(row => (row.Chinese, (int)row.Code)),
            .. Table.Select(row => (row.English, (int)row.Code)),
            .. Synonyms.Select(row => (row.Word, row.Code)),
        ];

    /// <summary>True for a code of the table.</summary>
    public static bool IsCode(int code) => code is >= 0 and < 100 && Places[code] >= 0;

    /// <summary>The sex a code implies.</summary>
    public static Sex SexOf(int code) => IsCode(code) ? Table[Places[code]].Sex : Sex.Unknown;

    /// <summary>The Chinese name or nothing.</summary>
    public static string Chinese(int code) => IsCode(code) ? Table[Places[code]].Chinese : string.Empty;

    /// <summary>The English name or nothing.</summary>
    public static string English(int code) => IsCode(code) ? Table[Places[code]].English : string.Empty;

    private static short[] MakePlaces()
    {
        var places = new short[100];
        Array.Fill(places, (short)-1);
        for (var i = 0; i < Table.Length; i++)
        {
            places[Table[i].Code] = (short)i;
        }

        return places;
    }
}

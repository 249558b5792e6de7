using System.Text;
using CsCheck;

namespace Qingce.Linkage.Chinese.Tests;

public sealed class WordPropertyTests
{
    private static readonly (string Kind, string Measure, string[] Derivations)[] Words =
    [
        ("chinese-name", "chinese-name", ["surname", "surname-sound", "given", "given-sound", "name-sound"]),
        ("citizen-number", "citizen-number", ["number-body", "number-birth", "number-division", "number-place"]),
        ("chinese-date", "chinese-date", ["birth-year", "birth-day"]),
        ("chinese-phone", "chinese-phone", ["tail-4"]),
        ("chinese-address", "chinese-address", ["address-door", "address-place", "address-house"]),
    ];

    private static readonly string[] Pieces =
    [
        "张", "萧", "肖", "欧阳", "伟", "喆", "哲", "·", "•", "?", "□", "\uE123", "𬤝", " ", "　", "x", "X", "Wei", "ü", "1", "0", "000", "110105", "19900307", "１", "年3月", "-", "(", "）",
        "号", "号楼", "三", "十", "百", "第", "村民委员会", "路", "区", "市", "E+17", ".0", "\u0000", "\uFFFD", "*", "买买提", "麦麦提",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(places => string.Concat(places.Select(p => Pieces[p])));

    [Fact]
    public void Words_AnyText_NeitherFailNorOverflow() => Text.Sample(text =>
    {
        foreach (var (kind, _, derivations) in Words)
        {
            Assert.All(derivations.SelectMany(d => Word.Keys(kind, d, text)), key => Assert.NotEqual(0UL, key));
        }
    });

    [Fact]
    public void Kinds_AnyBytes_WriteUtf8WithinTheirRoom() => Gen.Byte.Array[1, 400].Sample(bytes =>
    {
        foreach (var (kind, _, _) in Words)
        {
            var of = ChineseWords.Vocabulary.Kind(kind);
            var room = new byte[of.MostBytes(bytes.Length)];
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(room.AsSpan(0, of.Clean(bytes, room)));
        }
    });

    [Theory]
    [InlineData("chinese-name", "王小明")]
    [InlineData("citizen-number", "11010519491231002X")]
    [InlineData("chinese-date", "1990-03-07")]
    [InlineData("chinese-phone", "13844163159")]
    [InlineData("chinese-address", "濠江区东风西街137号6栋1单元401室")]
    [InlineData("sex", "女")]
    public void TryCell_UsualValue_NeedsNoCleanText(string kind, string value) => Assert.True(HasCell(kind, value));

    [Theory]
    [InlineData("citizen-number", "110105194912310000")]
    [InlineData("citizen-number", "000000194912310021")]
    [InlineData("citizen-number", "11010519491231002x")]
    [InlineData("chinese-date", "1900-01-01")]
    [InlineData("chinese-date", "1990-03")]
    [InlineData("chinese-phone", "13800138000")]
    [InlineData("chinese-phone", "010-62345678")]
    [InlineData("chinese-address", "幸福路3号楼501")]
    [InlineData("chinese-address", "八一路")]
    [InlineData("chinese-address", "三十号")]
    [InlineData("sex", "M")]
    public void TryCell_OtherValue_GivesTheCellOfItsCleanText(string kind, string value) => HasCell(kind, value);

    [Fact]
    public void TryCell_AnyText_GivesTheCellOfItsCleanText() =>
        Gen.Select(Gen.Int[0, Words.Length - 1], Text).Sample((word, text) =>
        {
            if (text.Length > 0)
            {
                HasCell(Words[word].Kind, text);
            }
        });

    // Checks the cell where there is one.
    private static bool HasCell(string kind, string text)
    {
        var (of, value) = (ChineseWords.Vocabulary.Kind(kind), Encoding.UTF8.GetBytes(text));
        var room = new byte[of.MostBytes(value.Length)];
        var cleaned = room.AsSpan(0, of.Clean(value, room));
        var has = of.TryCell(value, out var cell);
        Assert.True(!has || cell == Cell.Of(cleaned) && (!Cell.IsLong(cell) || cleaned.SequenceEqual(value)), $"{kind} '{text}'");
        return has;
    }

    [Fact]
    public void Kinds_CleanedText_StaysAsItIs() => Text.Sample(text =>
    {
        foreach (var (kind, _, _) in Words.Where(w => w.Kind != "chinese-address"))
        {
            var once = Word.Clean(kind, text);
            Assert.True(once.Length == 0 || kind == "chinese-name" && once.Length > 40 || Word.Clean(kind, once) == once, $"{kind} '{text}' '{once}' '{Word.Clean(kind, once)}'");
        }
    });

    private static Gen<string> ValueOf(string kind) => kind switch
    {
        "chinese-name" => Gen.OneOf(
            Gen.Char['\u4E00', '\u9FA5'].Array[1, 5].Select(c => new string(c)),
            OneOf("欧阳小明", "单于", "司徒明", "王小二", "张丽", "阎锡", "上官", "买买提")),
        "chinese-date" => Gen.Select(Gen.Int[1880, 2030], Gen.Int[1, 12], Gen.Int[0, 28]).Select((y, m, d) => FormattableString.Invariant($"{y:0000}-{m:00}-{d:00}")),
        "citizen-number" => Gen.Select(Gen.Int[110000, 659999], Gen.Int[1900, 2020], Gen.Int[101, 1231], Gen.Int[1, 999], Gen.Char['0', '9'])
            .Select((a, y, d, n, check) => FormattableString.Invariant($"{a}{y}{d:0000}{n:000}{check}")),
        "chinese-phone" => Gen.Long[13000000000, 19999999999].Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        _ => Gen.Select(OneOf("尤溪县幸福东街", "建国路", "乌鲁木齐市天山区人民路", "李家村"), Gen.Int[0, 2000].Array[1, 4])
            .Select((place, numbers) => place + string.Concat(numbers.Select((n, i) => n + new[] { "号", "栋", "单元", "室" }[i]))),
    };

    // A value and another or the same with some characters dropped, repeated or changed.
    private static Gen<(string Left, string Right)> Near(string kind) => Gen.Select(
        Gen.OneOf(ValueOf(kind), Text),
        ValueOf(kind),
        Gen.Int[0, 5],
        Gen.Int[0, 40],
        Gen.Char['0', '9']).Select((one, other, slip, at, digit) => (one, one.Length == 0 ? other : Slipped(one, other, slip, at % one.Length, digit)));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Slipped(string one, string other, int slip, int at, char digit) => slip switch
    {
        0 => other,
        1 => one.Remove(at, 1),
        2 => one.Insert(at, one[at].ToString()),
        3 => one.Remove(at, 1).Insert(at, digit.ToString()),
        4 => at + 1 < one.Length ? one[..at] + one[at + 1] + one[at] + one[(at + 2)..] : other,
        _ => one[at..],
    };

    [Fact]
    public void Measures_AnyTexts_AreSymmetricAndInRange() => Gen.Select(Text, Text).Sample((left, right) =>
    {
        foreach (var (kind, measure, _) in Words)
        {
            var grade = Word.Grade(kind, measure, left, right);
            var limit = ChineseWords.Vocabulary.Measure(measure).IsSimilarity ? 1 : 2;
            Assert.Equal(grade, Word.Grade(kind, measure, right, left));
            Assert.True(double.IsNaN(grade) || grade >= 0 && grade <= limit, $"{measure} {grade}");
        }
    });

    [Theory]
    [InlineData("chinese-name", "chinese-name")]
    [InlineData("chinese-date", "chinese-date")]
    [InlineData("citizen-number", "citizen-number")]
    public void TryBetween_AnyValues_IsTheGradeOfTheirTexts(string kind, string measure)
    {
        var told = 0;
        Near(kind).Sample(pair =>
        {
            if (Word.QuickGrade(kind, measure, pair.Left, pair.Right) is { } grade)
            {
                Assert.Equal(Word.Grade(kind, measure, pair.Left, pair.Right), grade);
                Interlocked.Increment(ref told);
            }
        });
        Assert.True(told > 0, $"{measure}: every pair had to be asked for.");
    }

    [Theory]
    [InlineData("chinese-name", "chinese-name")]
    [InlineData("chinese-phone", "chinese-phone")]
    [InlineData("chinese-address", "chinese-address")]
    [InlineData("citizen-number", "citizen-number")]
    public void Best_AnyValues_IsNeverBeaten(string kind, string measure) => Near(kind).Sample(pair =>
    {
        var grade = Word.Grade(kind, measure, pair.Left, pair.Right);
        Assert.True(Word.IsSketchOfText(kind, measure, pair.Left), pair.Left);
        if (Word.Best(kind, measure, pair.Left, pair.Right) is { } best && grade is not 1 and not 0 && !double.IsNaN(grade))
        {
            Assert.True(
                best.IsExact ? best.Value == grade : kind == "chinese-phone" ? best.Value <= grade : best.Value >= grade, $"'{pair.Left}' '{pair.Right}' {best} {grade}");
        }
    });

    [Theory]
    [InlineData("chinese-name", "surname", "surname-sound", "given", "given-sound", "name-sound")]
    [InlineData("citizen-number", "number-body", "number-birth", "number-division", "number-place")]
    [InlineData("chinese-date", "birth-year", "birth-day")]
    [InlineData("chinese-address", "address-door", "address-place", "address-house")]
    public void KeyOf_AnyValue_IsTheKeyOfItsText(string kind, params string[] derivations)
    {
        var told = 0;
        Gen.OneOf(Text, ValueOf(kind)).Sample(
            text =>
            {
                foreach (var derivation in derivations)
                {
                    if (Word.QuickKey(kind, derivation, text) is not 0 and var key)
                    {
                        Assert.Equal([key], Word.Keys(kind, derivation, text));
                        Interlocked.Increment(ref told);
                    }
                }
            });
        Assert.True(told > 0, $"{kind}: every key had to be asked for.");
    }
}

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
        ("chinese-address", "chinese-address", ["address-door", "address-house"]),
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

    [Fact]
    public void Kinds_CleanedText_StaysAsItIs() => Text.Sample(text =>
    {
        foreach (var (kind, _, _) in Words.Where(w => w.Kind != "chinese-address"))
        {
            var once = Word.Clean(kind, text);
            Assert.True(once.Length == 0 || kind == "chinese-name" && once.Length > 40 || Word.Clean(kind, once) == once, $"{kind} '{text}' '{once}' '{Word.Clean(kind, once)}'");
        }
    });

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
}

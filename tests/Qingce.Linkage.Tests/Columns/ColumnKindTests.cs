using System.Text;
using CsCheck;

namespace Qingce.Linkage.Tests;

public sealed class ColumnKindTests
{
    private static readonly string[] Kinds =
        ["text", "name", "place", "category", "identifier", "phone", "email", "set", "number", "point", "date", "date-month-first"];

    [Theory]
    [InlineData("category", ".'male'.", "male")]
    [InlineData("name", "  O'Brien-Smith, Jr. ", "obrien smith jr")]
    [InlineData("name", "Müller Weiß", "muller weiss")]
    [InlineData("name", "Зайцев В.О.", "зайцев в о")]
    [InlineData("name", "ＡＢＣ　王", "abc 王")]
    [InlineData("name", "N/A", "")]
    [InlineData("name", " -- ", "")]
    [InlineData("name", "Nancy", "nancy")]
    [InlineData("text", "NaN", "")]
    [InlineData("place", "12 Tullaroop Street", "12 tullaroop st")]
    [InlineData("identifier", "ab 123-456", "AB123456")]
    [InlineData("identifier", "1.10101E+17", "")]
    [InlineData("identifier", "110101199001011000", "")]
    [InlineData("identifier", "110101199001011234", "110101199001011234")]
    [InlineData("identifier", "6988048.0", "6988048")]
    [InlineData("identifier", "0000000", "")]
    [InlineData("phone", "+49 (0)176 123456", "176123456")]
    [InlineData("phone", "0176/123456", "176123456")]
    [InlineData("phone", "+86 138 1234 5678", "13812345678")]
    [InlineData("phone", "8613812345678", "13812345678")]
    [InlineData("email", " Jane.Doe+news@Example.ORG ", "jane.doe@example.org")]
    [InlineData("set", "[b, 'a'; b|C]", "a;b;c")]
    [InlineData("number", "1,234.50", "1234.5")]
    [InlineData("number", "12,5", "12.5")]
    [InlineData("number", "-007", "-7")]
    [InlineData("number", "seven", "")]
    [InlineData("point", "51.5074, -0.1278", "51.5074,-0.1278")]
    [InlineData("point", "151.5, 0", "")]
    [InlineData("date", "1900-01-01", "")]
    [InlineData("date", "01.01.1900", "")]
    [InlineData("date", "19000101", "")]
    [InlineData("date", "1900-01", "190001")]
    [InlineData("date", "1900-01-02", "19000102")]
    [InlineData("date", "9999-12-31", "")]
    [InlineData("date", "1971-06-24", "19710624")]
    [InlineData("date", "1971/6/4", "19710604")]
    [InlineData("date", "24.06.1971", "19710624")]
    [InlineData("date", "06/24/1971", "19710624")]
    [InlineData("date", "3/4/1971", "19710403")]
    [InlineData("date-month-first", "3/4/1971", "19710304")]
    [InlineData("date", "24 June 1971", "19710624")]
    [InlineData("date", "Jun 24, 1971", "19710624")]
    [InlineData("date", "24. März 1971", "19710324")]
    [InlineData("date", "1971年6月4日", "19710604")]
    [InlineData("date", "1971-06-24T10:20:30Z", "19710624")]
    [InlineData("date", "1971-06-24 00:00:00", "19710624")]
    [InlineData("date", "1971-47", "")]
    [InlineData("date", "19710624", "19710624")]
    [InlineData("date", "19711332", "19711332")]
    [InlineData("date", "1971", "1971")]
    [InlineData("date", "1971-06", "197106")]
    [InlineData("date", "06/1971", "197106")]
    [InlineData("date", "19710600", "197106")]
    [InlineData("date", "0000-00-00", "")]
    [InlineData("date", "no day", "")]
    public void Clean_Value_GivesItsCleanForm(string kind, string value, string expected) => Assert.Equal(expected, Clean(kind, value));

    [Fact]
    public void Clean_CleanedValue_StaysTheSame()
    {
        var texts = Gen.OneOf(
            Gen.String[Gen.Char["abcNAnaéßÆŉ ÅİȺ-.,;|'+@/0123456789EexT王　＋８"], 0, 24],
            Gen.String[Gen.Char["0123456789-/. +"], 0, 20],
            Gen.String);
        Gen.Select(Gen.Int[0, Kinds.Length - 1].Select(i => Kinds[i]), texts).Sample((kind, text) =>
        {
            var once = Clean(kind, text);
            return once == Clean(kind, once);
        });
    }

    [Theory]
    [InlineData("text", "王小明")]
    [InlineData("category", "男")]
    [InlineData("name", "欧阳修竹远行")]
    [InlineData("text", "兰山区朝阳西街212号19栋3单元1803室")]
    [InlineData("identifier", "440512")]
    [InlineData("identifier", "62012219840109529X")]
    [InlineData("phone", "16969107892")]
    [InlineData("date", "1984-01-09")]
    public void TryCell_UsualValue_NeedsNoCleanText(string kind, string value) => Assert.True(LinkageVocabulary.General.Kind(kind).TryCell(Encoding.UTF8.GetBytes(value), out _));

    [Fact]
    public void TryCell_AnyValue_GivesTheCellOfItsCleanText()
    {
        var texts = Gen.OneOf(
            Gen.String[Gen.Char["0123456789"], 1, 20], Gen.String[Gen.Char["01X"], 1, 20], Gen.String[Gen.Char["018-"], 10, 10], Gen.String[Gen.Char["018王"], 5, 25],
            Gen.String[Gen.Char["王小明一龥〇 "], 1, 8], Gen.String[Gen.Char["0王a "], 1, 6]);
        Gen.Select(Gen.Int[0, Kinds.Length - 1].Select(i => LinkageVocabulary.General.Kind(Kinds[i])), texts).Sample((kind, text) =>
        {
            var value = Encoding.UTF8.GetBytes(text);
            var room = new byte[kind.MostBytes(value.Length)];
            var cleaned = room.AsSpan(0, kind.Clean(value, room));
            return !kind.TryCell(value, out var cell) || cell == Cell.Of(cleaned) && (!Cell.IsLong(cell) || cleaned.SequenceEqual(value));
        });
    }

    private static string Clean(string name, string text)
    {
        var kind = LinkageVocabulary.General.Kind(name);
        var value = Encoding.UTF8.GetBytes(text);
        if (value.Length == 0)
        {
            return "";
        }

        var room = new byte[kind.MostBytes(value.Length)];
        return Encoding.UTF8.GetString(room, 0, kind.Clean(value, room));
    }
}

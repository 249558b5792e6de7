using System.Text;

namespace Qingce.Linkage.Chinese.Tests;

/// <summary>Texts cleaned, measured and keyed by the words of the vocabulary, as the engine does it.</summary>
internal static class Word
{
    /// <summary>The text as a kind of column cleans it.</summary>
    public static string Clean(string kind, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (utf8.Length == 0)
        {
            return "";
        }

        var of = ChineseWords.Vocabulary.Kind(kind);
        var room = new byte[of.MostBytes(utf8.Length)];
        return Encoding.UTF8.GetString(room.AsSpan(0, of.Clean(utf8, room)));
    }

    /// <summary>How a measure grades two texts of a kind: 1 for equal ones, NaN when one is missing.</summary>
    public static double Grade(string kind, string measure, string left, string right)
    {
        var (a, b) = (Codes(Clean(kind, left)), Codes(Clean(kind, right)));
        var of = ChineseWords.Vocabulary.Measure(measure);
        return a.Length == 0 || b.Length == 0 ? double.NaN
            : a.SequenceEqual(b) ? of.IsSimilarity ? 1 : 0
            : of.Between(Value(a), Value(b));
    }

    /// <summary>The keys of a text.</summary>
    public static ulong[] Keys(string kind, string derivation, string text)
    {
        var codes = Codes(Clean(kind, text));
        var (of, argument) = ChineseWords.Vocabulary.Derivation(derivation);
        var keys = new ulong[of.MostKeys];
        return codes.Length == 0 ? [] : keys[..of.Keys(Value(codes), argument, keys)];
    }

    /// <summary>The key of a text as it is told from its cell or its bytes; 0 when it has to be asked.</summary>
    public static ulong QuickKey(string kind, string derivation, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(Clean(kind, text));
        var (of, argument) = ChineseWords.Vocabulary.Derivation(derivation);
        var cell = Cell.Of(utf8);
        return cell == Cell.Missing ? 0 : Cell.IsLong(cell) ? of.KeyOf(utf8, argument) : of.KeyOf(cell, argument);
    }

    /// <summary>What a measure tells of two texts from their cells alone; null where it has to be asked.</summary>
    public static double? QuickGrade(string kind, string measure, string left, string right)
    {
        var (a, b) = (Cell.Of(Encoding.UTF8.GetBytes(Clean(kind, left))), Cell.Of(Encoding.UTF8.GetBytes(Clean(kind, right))));
        return a != Cell.Missing && b != Cell.Missing && a != b && ChineseWords.Vocabulary.Measure(measure).TryBetween(a, b, out var grade) ? grade : null;
    }

    /// <summary>The best that sketches let expect of two texts; null of a measure without sketches and of missing values.</summary>
    public static (double Value, bool IsExact)? Best(string kind, string measure, string left, string right)
    {
        var (a, b) = (Codes(Clean(kind, left)), Codes(Clean(kind, right)));
        var of = ChineseWords.Vocabulary.Measure(measure);
        return a.Length > 0 && b.Length > 0 && of.HasSketch ? (of.Best(of.Sketch(Value(a)), of.Sketch(Value(b)), out var isExact), isExact) : null;
    }

    /// <summary>Whether the cell of a text, or its bytes, give the sketch that its characters do, or none.</summary>
    public static bool IsSketchOfText(string kind, string measure, string text)
    {
        var codes = Codes(Clean(kind, text));
        var of = ChineseWords.Vocabulary.Measure(measure);
        var utf8 = Encoding.UTF8.GetBytes(Clean(kind, text));
        var quick = codes.Length == 0 ? 0 : Cell.IsLong(Cell.Of(utf8)) ? of.Sketch(utf8) : of.Sketch(Cell.Of(utf8));
        return quick == 0 || quick == of.Sketch(Value(codes));
    }

    private static int[] Codes(string text) => [.. text.EnumerateRunes().Select(r => r.Value)];

    private static CellValue Value(int[] codes) =>
        new(Cell.Of(Encoding.UTF8.GetBytes(string.Concat(codes.Select(char.ConvertFromUtf32)))), codes);
}

namespace Qingce.Linkage;

/// <summary>A derivation with one key: the hash of a part of the text.</summary>
/// <param name="name">Name in model files.</param>
internal abstract class TextPart(string name) : Derivation
{
    public override string Name => name;

    public override int Keys(in CellValue value, int argument, Span<ulong> keys)
    {
        var part = Part(value.Text, argument);
        keys[0] = Hash(part);
        return part.IsEmpty ? 0 : 1;
    }

    public override ulong KeyOf(ulong cell, int argument)
    {
        if (Cell.IsLong(cell))
        {
            return 0;
        }

        Span<int> text = stackalloc int[Cell.MostInline];
        var part = Part(text[..Cell.Decode(cell, text)], argument);
        return part.IsEmpty ? 0 : Hash(part);
    }

    /// <summary>The part of a text that rows can be put in order by; empty leaves the row out.</summary>
    internal ReadOnlySpan<int> PartOf(ReadOnlySpan<int> text, int argument) => Part(text, argument);

    /// <summary>The part; empty leaves the row out.</summary>
    protected abstract ReadOnlySpan<int> Part(ReadOnlySpan<int> text, int argument);

    /// <summary>A key of some characters.</summary>
    internal static ulong Hash(ReadOnlySpan<int> text)
    {
        var key = 1UL;
        foreach (var code in text)
        {
            key = KeyMix.Of(key, (uint)code);
        }

        return key | 1;
    }
}

/// <summary><c>first-n</c>: the first n characters.</summary>
internal sealed class FirstCharacters() : TextPart("first")
{
    public override ulong KeyOf(ulong cell, int argument) =>
        argument == 1 && Cell.TryFirstHan(cell, out var first) ? Hash([first]) : base.KeyOf(cell, argument);

    protected override ReadOnlySpan<int> Part(ReadOnlySpan<int> text, int argument) => text[..Math.Min(argument, text.Length)];
}

/// <summary><c>last-n</c>: the last n characters.</summary>
internal sealed class LastCharacters() : TextPart("last")
{
    protected override ReadOnlySpan<int> Part(ReadOnlySpan<int> text, int argument) => text[^Math.Min(argument, text.Length)..];
}

/// <summary><c>year</c>: the year of a date.</summary>
internal sealed class YearOfDate() : TextPart("year")
{
    // Of four, six or eight digits the first four are the year, and four digits make a key as short as their number.
    public override int Keys(in CellValue value, int argument, Span<ulong> keys)
    {
        keys[0] = KeyOf(value.Cell, argument);
        return keys[0] != 0 ? 1 : base.Keys(in value, argument, keys);
    }

    public override ulong KeyOf(ulong cell, int argument) => Cell.TryNumber(cell, out var number, out var digits) && digits is 4 or 6 or 8
        ? KeyMix.Of((ulong)(digits == 4 ? number : digits == 6 ? number / 100 : number / 10_000) + 1) | 1
        : 0;

    protected override ReadOnlySpan<int> Part(ReadOnlySpan<int> text, int argument) => text[..Math.Min(4, text.Length)];
}

/// <summary><c>month-day</c>: month and day of a whole date.</summary>
internal sealed class MonthAndDay() : TextPart("month-day")
{
    protected override ReadOnlySpan<int> Part(ReadOnlySpan<int> text, int argument) => text.Length == 8 ? text[4..] : [];
}

/// <summary><c>mailbox</c>: what stands before the @ of an e-mail address.</summary>
internal sealed class Mailbox() : TextPart("mailbox")
{
    protected override ReadOnlySpan<int> Part(ReadOnlySpan<int> text, int argument) => MailboxMeasure.Mailbox(text);
}

/// <summary><c>domain</c>: what stands after the @ of an e-mail address.</summary>
internal sealed class Domain() : TextPart("domain")
{
    protected override ReadOnlySpan<int> Part(ReadOnlySpan<int> text, int argument) => text.LastIndexOf('@') is >= 0 and var at ? text[(at + 1)..] : [];
}

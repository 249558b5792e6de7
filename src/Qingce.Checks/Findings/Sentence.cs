using System.Runtime.CompilerServices;
using Qingce.Standards;

namespace Qingce.Checks.Findings;

/// <summary>Takes the parts of an interpolated sentence and writes them as UTF-8 without making strings.</summary>
[InterpolatedStringHandler]
internal readonly ref struct Sentence
{
    private readonly Utf8Writer _text;

    public Sentence(int literalLength, int formattedCount, Explanation explanation)
    {
        _ = literalLength;
        _ = formattedCount;
        _text = explanation.Scratch;
    }

    public void AppendLiteral(string text) => _text.Write(text);

    public void AppendFormatted(string? text) => _text.Write(text);

    public void AppendFormatted(ReadOnlySpan<byte> utf8) => _text.Write(utf8);

    public void AppendFormatted(int value) => _text.Write(value);

    public void AppendFormatted(char character) => _text.Write(character);

    public void AppendFormatted(long value) => _text.Write(value);

    public void AppendFormatted(Day day) => _text.WriteDay(day.Number);

    public void AppendFormatted(BirthDate date) => _text.Write(date);

    public void AppendFormatted(CitizenNumber number) => _text.Write(number);

    public void AppendFormatted(DivisionCode division) => _text.Write(division);

    /// <summary>Hands the finished sentence on, behind those already there.</summary>
    /// <param name="to">Where the sentences of the finding are put together.</param>
    /// <param name="between">What stands between two sentences of the language.</param>
    public void MoveTo(Utf8Writer to, ReadOnlySpan<byte> between)
    {
        if (!to.Written.IsEmpty)
        {
            to.Write(between);
        }

        to.Write(_text.Written);
        _text.Clear();
    }
}

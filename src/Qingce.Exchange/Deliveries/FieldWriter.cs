using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Qingce.Exchange.Files;
using Qingce.Exchange.Values;
using Qingce.Standards;

namespace Qingce.Exchange.Deliveries;

/// <summary>
/// Writes the texts of one field in the form of <see cref="FieldReading"/>, as UTF-8. What stands in that form already, as nearly every cell
/// does, is copied; codes are read once a distinct text; only the rest goes through strings. For one thread at a time.
/// </summary>
internal sealed class FieldWriter(FieldShape shape, bool checksUtf8)
{
    /// <summary>Bytes that the written form may have beyond three times those of the text, which is what stray bytes grow to.</summary>
    public const int Slack = 64;

    private const int MostRemembered = 4096;

    // Controls; lead bytes of C1 controls and of U+FFFD. The latter lead harmless characters too, which then take the long way.
    private static readonly SearchValues<byte> Suspicious =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code), 0x7F, 0xC2, 0xEF]);

    private readonly Dictionary<UInt128, (byte[] Text, FieldFault Fault)> _remembered = [];
    private readonly bool _remembers = shape.Kind is FieldKind.Code or FieldKind.Division;

    public FieldShape Shape => shape;

    /// <summary>Writes one text.</summary>
    /// <param name="text">As delivered.</param>
    /// <param name="destination">Room for three times the text and <see cref="Slack"/>.</param>
    /// <param name="fault">Why it is no value of the field, if it is none.</param>
    /// <returns>Bytes written.</returns>
    public int Write(ReadOnlySpan<byte> text, Span<byte> destination, out FieldFault fault)
    {
        fault = FieldFault.None;
        if (text.IsEmpty)
        {
            return 0;
        }

        if (IsWritten(text))
        {
            text.CopyTo(destination);
            return text.Length;
        }

        return _remembers && text.Length <= 15 ? Recall(text, destination, out fault) : Read(text, destination, out fault);
    }

    private bool IsWritten(ReadOnlySpan<byte> text) => shape.Kind switch
    {
        FieldKind.Text => IsPlain(text),
        FieldKind.Date => IsIsoDay(text) && DateText.TryReadDay(text, out _),
        FieldKind.BirthDate => IsIsoDay(text) && BirthDate.Read(text).Date.Precision == DatePrecision.Day,
        FieldKind.CitizenNumber => text.Length == CitizenNumber.Length && text[^1] != 'x' && CitizenNumber.Read(text).IsValid,
        FieldKind.Division => text.Length == 12 && DivisionCode.Read(text).Code is { IsNone: false } && text[0] is >= (byte)'0' and <= (byte)'9',
        _ => false,
    };

    // White space other than the blank begins with E1 to E3, as few Han characters do; those take the long way.
    private bool IsPlain(ReadOnlySpan<byte> text) =>
        text[0] is > 0x20 and not (0xE1 or 0xE2 or 0xE3)
        && text[^1] > 0x20
        && (text.Length < 3 || text[^3] is not (0xE1 or 0xE2 or 0xE3))
        && !text.ContainsAny(Suspicious)
        && (!checksUtf8 || Utf8.IsValid(text));

    private static bool IsIsoDay(ReadOnlySpan<byte> text) =>
        text.Length == 10 && text[4] == '-' && text[7] == '-' && !text[8..].ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && !text[5..7].ContainsAnyExceptInRange((byte)'0', (byte)'9') && !text[..4].ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private int Recall(ReadOnlySpan<byte> text, Span<byte> destination, out FieldFault fault)
    {
        UInt128 key = (uint)text.Length;
        foreach (byte one in text)
        {
            key = unchecked(key << 8 | one);
        }

        if (!_remembered.TryGetValue(key, out (byte[] Text, FieldFault Fault) written))
        {
            int length = Read(text, destination, out fault);
            if (_remembered.Count < MostRemembered)
            {
                _remembered.Add(key, (destination[..length].ToArray(), fault));
            }

            return length;
        }

        fault = written.Fault;
        written.Text.CopyTo(destination);
        return written.Text.Length;
    }

    private int Read(ReadOnlySpan<byte> text, Span<byte> destination, out FieldFault fault)
    {
        FieldReading reading = FieldReading.Of(shape, text);
        fault = reading.Fault;
        return Encoding.UTF8.GetBytes(reading.Text, destination);
    }
}

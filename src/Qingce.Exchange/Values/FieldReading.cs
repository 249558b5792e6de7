using System.Buffers;
using System.Globalization;
using System.Text;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Files;
using Qingce.Standards;

namespace Qingce.Exchange.Values;

/// <summary>
/// A text of a file or form in the one form in which it is kept: codes as the national code or token, days as yyyy-MM-dd, divisions as 12
/// digits, citizen numbers without fault as 18 characters, text without the white space around it. What cannot be read is kept as it was
/// delivered, because the checks look for it. Reading a kept text again gives the same text.
/// </summary>
/// <param name="Text">The text to keep; empty for no value.</param>
/// <param name="Fault">Why it is no value of its field, if it is none.</param>
public readonly record struct FieldReading(string Text, FieldFault Fault)
{
    private const int LongestOnStack = 256;

    private delegate string? CodeReader(ReadOnlySpan<char> text);

    private static readonly Dictionary<string, CodeReader> Codes = new(StringComparer.Ordinal)
    {
        ["household_type"] = Tokens(CodeLists.HouseholdTypes),
        ["relation"] = text => Relation.TryRead(text, out Relation relation) ? relation.CodeDigits : null,
        ["sex"] = text => Sex.TryRead(text, out Sex sex) ? Digits((int)sex) : null,
        ["ethnicity"] = text => Ethnicity.TryRead(text, out Ethnicity ethnicity) ? ethnicity.ToString() : null,
        ["marital_status"] = text => MaritalStatus.TryRead(text, out MaritalStatus status) ? Digits((int)status) : null,
        ["education"] = text => Education.TryRead(text, out Education education) ? education.ToString() : null,
        ["registered_for"] = Tokens(CodeLists.RegistrationReasons),
        ["moved_in_for"] = Tokens(CodeLists.RegistrationReasons),
        ["cancelled_for"] = Tokens(CodeLists.CancellationReasons),
        ["event_kind"] = Tokens(CodeLists.EventKinds),
        ["document_kind"] = Tokens(CodeLists.DocumentKinds),
        ["status"] = Tokens(CodeLists.SourceStatuses),
    };

    /// <summary>True when nothing stands there.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Reads a text of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">The text as delivered.</param>
    public static FieldReading Of(FieldShape field, ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty)
        {
            return new FieldReading("", FieldFault.None);
        }

        if (IsBroken(text))
        {
            return new FieldReading(Mended(text), FieldFault.BrokenText);
        }

        return field.Kind switch
        {
            FieldKind.Code when Codes.TryGetValue(field.Name, out CodeReader? reader) => OrAsDelivered(reader(text), text, FieldFault.NotOnTheList),
            FieldKind.Date => Day(text),
            FieldKind.BirthDate => Birth(text),
            FieldKind.CitizenNumber => Number(text),
            FieldKind.Division => OrAsDelivered(Division(text), text, FieldFault.NoDivision),
            _ => new FieldReading(text.ToString(), FieldFault.None),
        };
    }

    /// <inheritdoc cref="Of(FieldShape, ReadOnlySpan{char})"/>
    /// <param name="field">The field.</param>
    /// <param name="utf8">The text as delivered, UTF-8.</param>
    public static FieldReading Of(FieldShape field, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= LongestOnStack)
        {
            Span<char> chars = stackalloc char[LongestOnStack];
            return Of(field, chars[..Encoding.UTF8.GetChars(utf8, chars)]);
        }

        char[] rented = ArrayPool<char>.Shared.Rent(utf8.Length);
        FieldReading reading = Of(field, rented.AsSpan(0, Encoding.UTF8.GetChars(utf8, rented)));
        ArrayPool<char>.Shared.Return(rented, clearArray: true);
        return reading;
    }

    private static FieldReading Day(ReadOnlySpan<char> text)
    {
        DateFault fault = DateText.ReadDay(text, out int day);
        return fault == DateFault.None ? new FieldReading(DayNumber.ToDate(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), FieldFault.None)
            : OfDate(fault, text);
    }

    private static FieldReading Birth(ReadOnlySpan<char> text)
    {
        BirthDateReading reading = BirthDate.Read(text);
        return reading.Fault == DateFault.None ? new FieldReading(reading.Date.ToString(), FieldFault.None) : OfDate(reading.Fault, text);
    }

    private static FieldReading OfDate(DateFault fault, ReadOnlySpan<char> text) => fault switch
    {
        DateFault.Missing => new FieldReading("", FieldFault.None),
        DateFault.Impossible => new FieldReading(text.ToString(), FieldFault.NoSuchDay),
        _ => new FieldReading(text.ToString(), FieldFault.NoDate),
    };

    private static FieldReading Number(ReadOnlySpan<char> text)
    {
        CitizenNumberReading reading = CitizenNumber.Read(text);
        return reading.IsValid ? new FieldReading(reading.Number.ToString(), FieldFault.None)
            : reading.HasNumber ? new FieldReading(text.ToString(), FieldFault.None)
            : reading.Fault == CitizenNumberFault.Missing ? new FieldReading("", FieldFault.None)
            : new FieldReading(text.ToString(), FieldFault.NoNumber);
    }

    private static string? Division(ReadOnlySpan<char> text)
    {
        Span<byte> digits = stackalloc byte[LongestOnStack];
        DivisionCodeReading reading = text.Length * 3 > digits.Length
            ? new DivisionCodeReading(DivisionCode.None, DivisionCodeFault.Length)
            : DivisionCode.Read(digits[..Encoding.UTF8.GetBytes(text, digits)]);
        return reading.Fault == DivisionCodeFault.None ? reading.Code.ToString() : null;
    }

    private static FieldReading OrAsDelivered(string? kept, ReadOnlySpan<char> text, FieldFault fault) =>
        kept is null ? new FieldReading(text.ToString(), fault) : new FieldReading(kept, FieldFault.None);

    private static CodeReader Tokens<TCode>(CodeList<TCode> list)
        where TCode : struct, Enum => text => list.TryRead(text, out TCode code) ? list.Token(code) : null;

    private static string Digits(int code) => code.ToString(CultureInfo.InvariantCulture);

    private static bool IsBroken(ReadOnlySpan<char> text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
            {
                return true;
            }
        }

        return false;
    }

    private static string Mended(ReadOnlySpan<char> text)
    {
        StringBuilder mended = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune))
            {
                mended.Append(rune.ToString());
            }
        }

        return mended.ToString().Trim();
    }
}

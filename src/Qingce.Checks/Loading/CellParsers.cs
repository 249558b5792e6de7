using Qingce.Checks.Registrations;
using Qingce.Exchange.Codes;
using Qingce.Standards;
using Qingce.Tables;

namespace Qingce.Checks.Loading;

/// <summary>How the texts of each kind of column become values.</summary>
internal static class CellParsers
{
    public static CellState Day(ReadOnlySpan<byte> text, out int day)
    {
        DateFault fault = DateText.ReadDay(text, out day);
        if (fault == DateFault.None)
        {
            return CellState.Read;
        }

        day = RegistrationRow.NoDay;
        return fault == DateFault.Missing ? CellState.Empty : CellState.Invalid;
    }

    /// <summary>Reads days, which a Parquet file may hold as such.</summary>
    public static int ReadDays(this CellReader<int> reader, Column? column, int rows, Span<int> days)
    {
        if (column is not DateColumn dates)
        {
            return reader.Read(column, rows, days);
        }

        for (int row = 0; row < rows; row++)
        {
            days[row] = dates[row];
        }

        return 0;
    }

    public static CellState Birth(ReadOnlySpan<byte> text, out BirthDateReading birth)
    {
        birth = BirthDate.Read(text);
        return birth.Fault == DateFault.None ? CellState.Read : birth.Fault == DateFault.Missing ? CellState.Empty : CellState.Invalid;
    }

    public static CellState BirthOnly(ReadOnlySpan<byte> text, out BirthDate birth)
    {
        CellState state = Birth(text, out BirthDateReading reading);
        birth = reading.Date;
        return state;
    }

    public static CellState Number(ReadOnlySpan<byte> text, out CitizenNumberReading number)
    {
        number = CitizenNumber.Read(text);
        return number.HasNumber ? CellState.Read : number.Fault == CitizenNumberFault.Missing ? CellState.Empty : CellState.Invalid;
    }

    public static CellState Division(ReadOnlySpan<byte> text, out DivisionCode division)
    {
        DivisionCodeReading reading = DivisionCode.Read(text);
        division = reading.Code;
        return reading.Fault == DivisionCodeFault.None ? CellState.Read
            : reading.Fault == DivisionCodeFault.Missing ? CellState.Empty
            : CellState.Invalid;
    }

    /// <summary>A place that begins with a division code where one is known, or is text: both are read.</summary>
    public static CellState Place(ReadOnlySpan<byte> text, out DivisionCode division)
    {
        text = text.Trim(" \t"u8);
        int digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? text.Length : digits;
        division = digits >= 6 ? DivisionCode.Read(text[..Math.Min(12, digits)]).Code : DivisionCode.None;
        return text.IsEmpty ? CellState.Empty : CellState.Read;
    }

    public static CellState SexOf(ReadOnlySpan<byte> text, out Sex sex) => State(text, Sex.TryRead(text, out sex));

    public static CellState RelationOf(ReadOnlySpan<byte> text, out WrittenRelation written)
    {
        bool read = Relation.TryRead(text, out Relation relation);
        written = new WrittenRelation(relation, read && text.Trim(" \t"u8) is [>= (byte)'0' and <= (byte)'9']);
        return State(text, read);
    }

    public static CellState Marital(ReadOnlySpan<byte> text, out MaritalStatus status) => State(text, MaritalStatus.TryRead(text, out status));

    public static CellParser<TCode> Code<TCode>(CodeList<TCode> list)
        where TCode : struct, Enum => (ReadOnlySpan<byte> text, out TCode code) => State(text, list.TryRead(text, out code));

    /// <summary>A phone number packed; 0 also for one that is made up, which says nothing of a person.</summary>
    public static CellState Phone(ReadOnlySpan<byte> text, out long packed)
    {
        PhoneNumberReading reading = PhoneNumber.Read(text);
        packed = reading.Fault == PhoneNumberFault.None ? reading.Number.Packed : 0;
        return reading.Fault switch
        {
            PhoneNumberFault.Missing => CellState.Empty,
            PhoneNumberFault.None or PhoneNumberFault.Placeholder => CellState.Read,
            _ => CellState.Invalid,
        };
    }

    private static CellState State(ReadOnlySpan<byte> text, bool read) =>
        read ? CellState.Read : text.Trim(" \t\r\n"u8).IsEmpty ? CellState.Empty : CellState.Invalid;
}

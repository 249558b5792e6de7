using System.Buffers.Text;
using System.Text;
using Qingce.Standards;

namespace Qingce.Checks.Findings;

/// <summary>A growing buffer of UTF-8. It is cleared and used again. Not safe for several threads.</summary>
internal sealed class Utf8Writer
{
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Truncate(int length) => Length = length;

    public void Write(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        Length += utf8.Length;
    }

    public void Write(string? text)
    {
        if (text is not null)
        {
            Length += Encoding.UTF8.GetBytes(text, Room(text.Length * 3));
        }
    }

    public void Write(char character) => Length += Encoding.UTF8.GetBytes([character], Room(4));

    public void Write(long value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out int written);
        Length += written;
    }

    /// <summary>Writes a day counted from 1970-01-01 as yyyy-MM-dd; nothing for a day that is not known.</summary>
    public void WriteDay(int day)
    {
        if (day != int.MinValue)
        {
            WriteDate(DayNumber.ToCode(day));
        }
    }

    public void Write(BirthDate date)
    {
        if (date.Precision == DatePrecision.Day)
        {
            WriteDate(date.Code);
            return;
        }

        Write(date.ToString());
    }

    public void Write(CitizenNumber number)
    {
        number.TryFormat(Room(CitizenNumber.Length), out int written);
        Length += written;
    }

    public void Write(DivisionCode division)
    {
        if (!division.IsNone)
        {
            WriteDigits(division.Value, 12);
        }
    }

    /// <summary>Writes bits-like strengths with one decimal.</summary>
    public void WriteTenths(double value)
    {
        long tenths = (long)Math.Round(value * 10);
        if (tenths < 0)
        {
            Write("-"u8);
        }

        Write(Math.Abs(tenths) / 10);
        Write("."u8);
        Write(Math.Abs(tenths) % 10);
    }

    /// <summary>Writes text as the inside of a JSON string, between quotes.</summary>
    public void WriteJson(ReadOnlySpan<byte> utf8)
    {
        Span<byte> room = Room(utf8.Length * 6 + 2);
        int at = 0;
        room[at++] = (byte)'"';
        foreach (byte b in utf8)
        {
            if (b is (byte)'"' or (byte)'\\')
            {
                room[at++] = (byte)'\\';
                room[at++] = b;
            }
            else if (b < 0x20)
            {
                "\\u00"u8.CopyTo(room[at..]);
                room[at + 4] = (byte)(b < 16 ? '0' : '1');
                room[at + 5] = (byte)((b & 15) < 10 ? '0' + (b & 15) : 'a' + (b & 15) - 10);
                at += 6;
            }
            else
            {
                room[at++] = b;
            }
        }

        room[at++] = (byte)'"';
        Length += at;
    }

    private void WriteDate(int code)
    {
        WriteDigits(code / 10_000, 4);
        Write("-"u8);
        WriteDigits(code / 100 % 100, 2);
        Write("-"u8);
        WriteDigits(code % 100, 2);
    }

    private void WriteDigits(long value, int digits)
    {
        Span<byte> room = Room(digits);
        for (int i = digits - 1; i >= 0; i--)
        {
            room[i] = (byte)('0' + value % 10);
            value /= 10;
        }

        Length += digits;
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - Length < length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + length));
        }

        return _bytes.AsSpan(Length);
    }
}

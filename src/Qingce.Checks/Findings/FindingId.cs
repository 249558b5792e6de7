using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Qingce.Checks.Indicators;
using Qingce.Checks.Registrations;

namespace Qingce.Checks.Findings;

/// <summary>
/// Makes the identifiers of findings: the first eight bytes of the SHA-256 of the indicator, a line feed and the sorted registration_ids
/// joined by semicolons. They stay the same from run to run and whatever the causes. For one thread at a time.
/// </summary>
internal sealed class FindingId(RegisterStore register)
{
    private readonly Utf8Writer _text = new();

    /// <summary>Sorts the rows by their registration_ids, byte by byte.</summary>
    public void Sort(List<int> rows) => rows.Sort((left, right) => register.Id(left).SequenceCompareTo(register.Id(right)));

    /// <summary>The identifier of a finding.</summary>
    /// <param name="indicator">Its indicator.</param>
    /// <param name="rows">The registrations it names; sorted by registration_id afterwards.</param>
    /// <param name="first">The first of them then.</param>
    public ulong Of(Indicator indicator, List<int> rows, out int first)
    {
        Sort(rows);
        _text.Clear();
        _text.Write(IndicatorNames.Of(indicator));
        _text.Write("\n"u8);
        WriteIds(rows, _text);
        first = rows[0];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_text.Written, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>Writes the registration_ids joined by semicolons.</summary>
    public void WriteIds(List<int> rows, Utf8Writer to)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            if (i > 0)
            {
                to.Write(";"u8);
            }

            to.Write(register.Id(rows[i]));
        }
    }

    /// <summary>The identifier as written: 16 hexadecimal digits in lower case.</summary>
    public static void Write(ulong id, Utf8Writer to)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, id);
        Span<char> digits = stackalloc char[16];
        Convert.TryToHexStringLower(bytes, digits, out _);
        Span<byte> utf8 = stackalloc byte[16];
        Encoding.ASCII.GetBytes(digits, utf8);
        to.Write(utf8);
    }
}

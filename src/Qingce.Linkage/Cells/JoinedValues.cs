using Qingce.Tables;

namespace Qingce.Linkage;

/// <summary>Values of two columns in one. For one thread at a time.</summary>
internal sealed class JoinedValues
{
    private byte[] _bytes = new byte[128];

    /// <summary>The values of a row, one behind the other; nothing where either is missing. Good until the next call.</summary>
    public ReadOnlySpan<byte> Of(Column first, Column second, int row)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        var length = Put(first.GetText(row, scratch), 0);
        return length == 0 ? [] : Behind(second.GetText(row, scratch), length);
    }

    /// <summary>As <see cref="Of(Column, Column, int)"/>, of two values.</summary>
    public ReadOnlySpan<byte> Of(scoped ReadOnlySpan<byte> first, scoped ReadOnlySpan<byte> second)
    {
        var length = Put(first, 0);
        return length == 0 ? [] : Behind(second, length);
    }

    private ReadOnlySpan<byte> Behind(scoped ReadOnlySpan<byte> second, int length)
    {
        // Chinese is written without spaces.
        if (_bytes[length - 1] < 0x80)
        {
            _bytes[length++] = (byte)' ';
        }

        var end = Put(second, length);
        return end == length ? [] : _bytes.AsSpan(0, end);
    }

    private int Put(scoped ReadOnlySpan<byte> value, int at)
    {
        value = Cleaning.Trim(value);
        if (at + value.Length + 1 > _bytes.Length)
        {
            Array.Resize(ref _bytes, 2 * (at + value.Length + 1));
        }

        value.CopyTo(_bytes.AsSpan(at));
        return at + value.Length;
    }
}

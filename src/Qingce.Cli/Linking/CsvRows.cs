using System.Buffers.Text;
using Qingce.Tables;

namespace Qingce.Cli.Linking;

/// <summary>Rows of a CSV file in memory. One thread at a time.</summary>
/// <param name="hasPlainIds">Whether no id needs quotes or a guard.</param>
internal sealed class CsvRows(bool hasPlainIds)
{
    private static readonly double[] Powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

    private byte[] _bytes = new byte[1 << 16];
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    public void Clear() => _length = 0;

    /// <summary>Writes a text as the next field of the row.</summary>
    public void Field(ReadOnlySpan<byte> text)
    {
        Ensure(CsvField.MostBytes(text.Length) + 1);
        _length += CsvField.Write(text, _bytes.AsSpan(_length), formulaGuard: true);
        _bytes[_length++] = (byte)',';
    }

    /// <summary>Writes a record id as the next field.</summary>
    public void Id(ReadOnlySpan<byte> id)
    {
        if (hasPlainIds)
        {
            Ready(id);
        }
        else
        {
            Field(id);
        }
    }

    /// <summary>Writes the next field as it is: written by <see cref="CsvField"/> before.</summary>
    public void Ready(ReadOnlySpan<byte> field)
    {
        Ensure(field.Length + 1);
        field.CopyTo(_bytes.AsSpan(_length));
        _length += field.Length;
        _bytes[_length++] = (byte)',';
    }

    /// <summary>Writes a number with so many decimals as the next field.</summary>
    /// <param name="value">Below 1e9 either way.</param>
    /// <param name="decimals">1 to 8.</param>
    public void Number(double value, int decimals)
    {
        Ensure(32);
        long scaled = (long)Math.Round(Math.Abs(value) * Powers[decimals]);
        long one = (long)Powers[decimals];
        if (value < 0 && scaled != 0)
        {
            _bytes[_length++] = (byte)'-';
        }

        Utf8Formatter.TryFormat(scaled / one, _bytes.AsSpan(_length), out int written);
        _length += written;
        _bytes[_length++] = (byte)'.';
        long fraction = scaled % one;
        for (int i = decimals - 1; i >= 0; i--, fraction /= 10)
        {
            _bytes[_length + i] = (byte)('0' + fraction % 10);
        }

        _length += decimals;
        _bytes[_length++] = (byte)',';
    }

    /// <summary>Ends the row.</summary>
    public void End() => _bytes[_length - 1] = (byte)'\n';

    private void Ensure(int more)
    {
        if (_bytes.Length - _length < more)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
        }
    }
}

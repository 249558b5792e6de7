using System.Text;

namespace Qingce.Simulation.Writing;

/// <summary>Puts short texts together in UTF-8 without making strings.</summary>
internal ref struct Scribe(Span<byte> into)
{
    private readonly Span<byte> _into = into;
    private int _length;

    public readonly ReadOnlySpan<byte> Text => _into[.._length];

    public void Put(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_into[_length..]);
        _length += text.Length;
    }

    public void Put(string text) => _length += Encoding.UTF8.GetBytes(text, _into[_length..]);

    /// <summary>Digits with leading zeros to the width.</summary>
    public void Digits(long value, int width)
    {
        for (int i = width - 1; i >= 0; i--)
        {
            _into[_length + i] = (byte)('0' + value % 10);
            value /= 10;
        }

        _length += width;
    }

    public void Number(int value)
    {
        int width = 1;
        for (int rest = value; rest >= 10; rest /= 10)
        {
            width++;
        }

        Digits(value, width);
    }
}

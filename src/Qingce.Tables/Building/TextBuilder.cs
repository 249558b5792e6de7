using System.Text;

namespace Qingce.Tables;

/// <summary>
/// Collects text, either as bytes (<see cref="Append(ReadOnlySpan{byte})"/>) or, after <see cref="UseDictionary"/> or with a column
/// that was given one, as codes of a dictionary (<see cref="AppendCode"/>), which costs four bytes a row and no hashing.
/// </summary>
public sealed unsafe class TextBuilder : ColumnBuilder
{
    private readonly PinnedBuffer _bytes = new();
    private readonly PinnedBuffer _rows = new();
    private int _length;

    internal TextBuilder(ColumnSpec spec)
        : base(spec)
    {
        Dictionary = spec.Dictionary;
        ClearValues();
    }

    /// <summary>The dictionary codes refer to, or null where text is appended as bytes.</summary>
    public TextCodes? Dictionary { get; private set; }

    /// <summary>Sets the dictionary of this batch, or null to append bytes. It stays over <see cref="ColumnBuilder.Clear"/>.</summary>
    /// <param name="dictionary">Must not change until the batch is written.</param>
    /// <exception cref="InvalidOperationException">Values were appended already.</exception>
    public void UseDictionary(TextCodes? dictionary)
    {
        if (Count > 0)
        {
            throw new InvalidOperationException($"Column '{Spec.Name}' holds values; choose its dictionary before the first.");
        }

        Dictionary = dictionary;
        ClearValues();
    }

    /// <summary>Appends a text, which may be empty.</summary>
    /// <param name="text">Valid UTF-8.</param>
    public void Append(ReadOnlySpan<byte> text)
    {
        CheckMode(codes: false);
        MarkValue();
        int length = _length + text.Length;
        _bytes.Ensure(length);
        text.CopyTo(new Span<byte>(_bytes.Pointer + _length, text.Length));
        Finish(length);
    }

    /// <summary>Appends a text; null is a missing value.</summary>
    /// <param name="text">The text.</param>
    public void Append(string? text)
    {
        if (text is null)
        {
            AppendNull();
            return;
        }

        CheckMode(codes: false);
        MarkValue();
        _bytes.Ensure(_length + 3L * text.Length);
        Finish(_length + Encoding.UTF8.GetBytes(text, _bytes.Span[_length..]));
    }

    /// <summary>Appends a value of the dictionary.</summary>
    /// <param name="code">Its code.</param>
    public void AppendCode(int code)
    {
        CheckMode(codes: true);
        if ((uint)code >= (uint)Dictionary!.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(code), code, $"The dictionary has {Dictionary.Count} values.");
        }

        MarkValue();
        _rows.Ensure(4L * (Count + 1));
        _rows.As<int>()[Count++] = code;
    }

    /// <summary>Codes of the rows, or their Count + 1 offsets into <see cref="Bytes"/>.</summary>
    internal PinnedBuffer Rows => _rows;

    internal PinnedBuffer Bytes => _bytes;

    internal int ByteLength => _length;

    internal int CodeAt(int row) => _rows.As<int>()[row];

    internal ReadOnlySpan<byte> this[int row]
    {
        get
        {
            int* rows = _rows.As<int>();
            return Dictionary is null ? new ReadOnlySpan<byte>(_bytes.Pointer + rows[row], rows[row + 1] - rows[row])
                : IsNull(row) ? default
                : Dictionary[rows[row]];
        }
    }

    private protected override void AppendNothing()
    {
        _rows.Ensure(4L * (Count + 2));
        if (Dictionary is null)
        {
            _rows.As<int>()[Count + 1] = _length;
        }
        else
        {
            _rows.As<int>()[Count] = 0;
        }
    }

    private protected override void ClearValues()
    {
        _length = 0;
        _rows.Ensure(8);
        _rows.As<int>()[0] = 0;
    }

    private void Finish(int length)
    {
        _length = length;
        _rows.Ensure(4L * (Count + 2));
        _rows.As<int>()[++Count] = length;
    }

    private void CheckMode(bool codes)
    {
        if (codes != Dictionary is not null)
        {
            throw new InvalidOperationException(
                $"Column '{Spec.Name}' takes {(codes ? "text: it has no dictionary" : "codes of its dictionary")}.");
        }
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Types;

namespace Qingce.Tables;

/// <summary>
/// Gives an Arrow array as a column: without a copy where the layouts agree, else through a buffer that is used again. Codes are
/// checked here, because a damaged file can hold any.
/// </summary>
internal sealed unsafe class ArrowColumn
{
    private const char ListSeparator = ';';
    private readonly PinnedBuffer _values = new();
    private TextColumn? _text;
    private Int64Column? _whole;
    private DoubleColumn? _real;
    private DateColumn? _date;
    private ColumnBuilder? _pieces;
    private TextBuilder? _formatted;

    public Column Wrap(IArrowArray array)
    {
        ArrayData data = array.Data;
        int count = data.Length;
        byte* validity = data.NullCount == 0 || data.Buffers.Length == 0 ? null : Pointer<byte>(data.Buffers[0], data.Offset, count, 1);
        switch (array)
        {
            case StringArray or BinaryArray:
                return Text(data, validity);
            case DictionaryArray dictionary:
                return Coded(dictionary);
            case Int64Array:
                return Whole(Pointer<long>(data), validity, data);
            case Int32Array values:
                return Whole(Widen(values.Values), validity, data);
            case Int16Array values:
                return Whole(Widen(values.Values), validity, data);
            case Int8Array values:
                return Whole(Widen(values.Values), validity, data);
            case UInt32Array values:
                return Whole(Widen(values.Values), validity, data);
            case UInt16Array values:
                return Whole(Widen(values.Values), validity, data);
            case UInt8Array values:
                return Whole(Widen(values.Values), validity, data);
            case Decimal128Array { Scale: 0, Precision: <= 18 }:
                return Whole(Narrow(data), validity, data);
            case DoubleArray:
                return Real(Pointer<double>(data), validity, data);
            case FloatArray values:
                return Real(Widen(values.Values), validity, data);
            case Date32Array values when validity == null && !values.Values.Contains(DateColumn.Null):
                (_date ??= new DateColumn()).Set(Pointer<int>(data), data.Length);
                return _date;
            case Date32Array values:
                return Days(values.Values, validity, data.Offset);
            case Date64Array values:
                return Days(values.Values, 86_400_000, validity, data.Offset);
            case TimestampArray values:
                return Days(values.Values, TicksPerDay((TimestampType)data.DataType), validity, data.Offset);
            default:
                return Formatted(array);
        }
    }

    public void BeginPieces() => _pieces = null;

    /// <summary>Copies the rows of an array behind those of earlier pieces.</summary>
    public void AddPiece(IArrowArray array)
    {
        Column piece = Wrap(array);
        _pieces ??= piece.Type switch
        {
            ColumnType.Text => new TextBuilder(ColumnSpec.Text("piece")),
            ColumnType.Whole => new Int64Builder(ColumnSpec.Whole("piece")),
            ColumnType.Real => new DoubleBuilder(ColumnSpec.Real("piece")),
            _ => new DateBuilder(ColumnSpec.Date("piece")),
        };
        for (int row = 0; row < piece.Count; row++)
        {
            if (piece.IsNull(row))
            {
                _pieces.AppendNull();
                continue;
            }

            switch (piece)
            {
                case TextColumn text: ((TextBuilder)_pieces).Append(text[row]); break;
                case Int64Column whole: ((Int64Builder)_pieces).Append(whole[row]); break;
                case DoubleColumn real: ((DoubleBuilder)_pieces).Append(real[row]); break;
                case DateColumn date: ((DateBuilder)_pieces).Append(date[row]); break;
            }
        }
    }

    public Column EndPieces()
    {
        byte* validity = _pieces!.NullCount == 0 ? null : _pieces.Validity.Pointer;
        int count = _pieces.Count;
        switch (_pieces)
        {
            case TextBuilder text:
                (_text ??= new TextColumn()).SetOffsets(text.Bytes.Pointer, text.Rows.As<int>(), validity, 0, count);
                return _text;
            case Int64Builder whole:
                (_whole ??= new Int64Column()).Set(whole.Values.As<long>(), validity, 0, count);
                return _whole;
            case DoubleBuilder real:
                (_real ??= new DoubleColumn()).Set(real.Values.As<double>(), validity, 0, count);
                return _real;
            default:
                return Days(new ReadOnlySpan<int>(((DateBuilder)_pieces).Values.Pointer, count), validity, 0);
        }
    }

    private TextColumn Text(ArrayData data, byte* validity)
    {
        int* offsets = Pointer<int>(data.Buffers[1], data.Offset, data.Length + 1, 32);
        _text ??= new TextColumn();
        _text.SetOffsets(Bytes(data), offsets, validity, data.Offset, data.Length);
        return _text;
    }

    private TextColumn Coded(DictionaryArray array)
    {
        if (array.Indices is not Int32Array indices || array.Dictionary is not (StringArray or BinaryArray))
        {
            throw new InvalidDataException("a dictionary of an unknown layout");
        }

        int count = indices.Length;
        _values.EnsureFresh(4L * Math.Max(count, 1));
        int* codes = _values.As<int>();
        ReadOnlySpan<int> given = indices.Values;
        int size = array.Dictionary.Length;
        uint most = 0;
        if (indices.NullCount == 0)
        {
            for (int i = 0; i < given.Length; i++)
            {
                codes[i] = given[i];
                most = Math.Max(most, unchecked((uint)given[i]));
            }
        }
        else
        {
            byte* validity = Pointer<byte>(indices.Data.Buffers[0], indices.Offset, count, 1);
            for (int i = 0; i < count; i++)
            {
                int bit = i + indices.Offset;
                int absent = (validity[bit >> 3] >> (bit & 7) & 1) - 1;
                most = Math.Max(most, unchecked((uint)(given[i] & ~absent)));
                codes[i] = given[i] | absent;
            }
        }

        if (most >= (uint)size && count > indices.NullCount)
        {
            throw new InvalidDataException("a dictionary code out of range");
        }

        ArrayData dictionary = array.Dictionary.Data;
        _text ??= new TextColumn();
        _text.SetCodes(codes, Bytes(dictionary), Pointer<int>(dictionary.Buffers[1], dictionary.Offset, size + 1, 32), size, count);
        return _text;
    }

    private Int64Column Whole(long* values, byte* validity, ArrayData data)
    {
        (_whole ??= new Int64Column()).Set(values, validity, data.Offset, data.Length);
        return _whole;
    }

    private DoubleColumn Real(double* values, byte* validity, ArrayData data)
    {
        (_real ??= new DoubleColumn()).Set(values, validity, data.Offset, data.Length);
        return _real;
    }

    private DateColumn Days(ReadOnlySpan<int> values, byte* validity, int validityOffset)
    {
        _values.EnsureFresh(4L * Math.Max(values.Length, 1));
        int* days = _values.As<int>();
        if (validity == null)
        {
            for (int i = 0; i < values.Length; i++)
            {
                days[i] = Math.Max(values[i], DateColumn.Null + 1);
            }
        }
        else
        {
            for (int i = 0; i < values.Length; i++)
            {
                // All ones where there is a value, so that nothing is to be guessed.
                int bit = i + validityOffset;
                int there = -(validity[bit >> 3] >> (bit & 7) & 1);
                days[i] = (Math.Max(values[i], DateColumn.Null + 1) & there) | (DateColumn.Null & ~there);
            }
        }

        (_date ??= new DateColumn()).Set(days, values.Length);
        return _date;
    }

    private DateColumn Days<T>(ReadOnlySpan<T> values, long perDay, byte* validity, int validityOffset)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        _values.EnsureFresh(4L * Math.Max(values.Length, 1));
        int* days = _values.As<int>();
        for (int i = 0; i < values.Length; i++)
        {
            int bit = i + validityOffset;
            if (validity != null && (validity[bit >> 3] >> (bit & 7) & 1) == 0)
            {
                days[i] = DateColumn.Null;
                continue;
            }

            long value = long.CreateTruncating(values[i]);
            long day = value / perDay - (value % perDay < 0 ? 1 : 0);
            days[i] = (int)Math.Clamp(day, int.MinValue + 1, int.MaxValue);
        }

        (_date ??= new DateColumn()).Set(days, values.Length);
        return _date;
    }

    /// <summary>Types that are rare in tables: given as text.</summary>
    private TextColumn Formatted(IArrowArray array)
    {
        TextBuilder text = new(ColumnSpec.Text("formatted"));
        for (int row = 0; row < array.Length; row++)
        {
            text.Append(array.IsNull(row) ? null : array switch
            {
                NullArray => null,
                BooleanArray values => values.GetValue(row)!.Value ? "true" : "false",
                UInt64Array values => values.GetValue(row)!.Value.ToString(CultureInfo.InvariantCulture),
                HalfFloatArray values => ((double)values.GetValue(row)!.Value).ToString("R", CultureInfo.InvariantCulture),
                Decimal32Array values => values.GetString(row),
                Decimal64Array values => values.GetString(row),
                Decimal128Array values => values.GetString(row),
                Decimal256Array values => values.GetString(row),
                LargeStringArray values => values.GetString(row),
                ListArray lists => Joined(lists.Values, lists.ValueOffsets[row], lists.ValueOffsets[row + 1]),
                LargeListArray lists => Joined(lists.Values, (int)lists.ValueOffsets[row], (int)lists.ValueOffsets[row + 1]),
                FixedSizeBinaryArray values => System.Text.Encoding.UTF8.GetString(values.GetBytes(row)),
                _ => throw new NotSupportedException($"type {array.Data.DataType.Name}"),
            });
        }

        _formatted = text;
        byte* validity = text.NullCount == 0 ? null : text.Validity.Pointer;
        (_text ??= new TextColumn()).SetOffsets(text.Bytes.Pointer, text.Rows.As<int>(), validity, 0, text.Count);
        return _text;
    }

    // As sets stand in text files; one that holds nothing is no value.
    private static string? Joined(IArrowArray values, int from, int to)
    {
        IEnumerable<string> items = Enumerable.Range(from, Math.Max(0, to - from)).Where(item => !values.IsNull(item)).Select(item => values switch
        {
            BinaryArray texts => System.Text.Encoding.UTF8.GetString(texts.GetBytes(item)),
            LargeStringArray texts => texts.GetString(item),
            _ => throw new NotSupportedException($"list of type {values.Data.DataType.Name}"),
        });
        string joined = string.Join(ListSeparator, items);
        return joined.Length == 0 ? null : joined;
    }

    private long* Widen<T>(ReadOnlySpan<T> values)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        _values.EnsureFresh(8L * Math.Max(values.Length, 1));
        long* wide = _values.As<long>();
        for (int i = 0; i < values.Length; i++)
        {
            wide[i] = long.CreateTruncating(values[i]);
        }

        return wide;
    }

    /// <summary>Whole numbers of at most 18 digits, of whose 16 bytes the lower eight say all.</summary>
    private long* Narrow(ArrayData data)
    {
        long* wide = Pointer<long>(data.Buffers[1], 2 * data.Offset, 2 * data.Length, 64);
        _values.EnsureFresh(8L * Math.Max(data.Offset + data.Length, 1));
        long* narrow = _values.As<long>();
        for (int i = 0; i < data.Length; i++)
        {
            narrow[i] = wide[2 * i];
        }

        return narrow;
    }

    private double* Widen(ReadOnlySpan<float> values)
    {
        _values.EnsureFresh(8L * Math.Max(values.Length, 1));
        double* wide = _values.As<double>();
        for (int i = 0; i < values.Length; i++)
        {
            wide[i] = values[i];
        }

        return wide;
    }

    private static long TicksPerDay(TimestampType type) => type.Unit switch
    {
        TimeUnit.Second => 86_400,
        TimeUnit.Millisecond => 86_400_000,
        TimeUnit.Microsecond => 86_400_000_000,
        _ => 86_400_000_000_000,
    };

    /// <summary>The bytes of a text array, once it is sure that they reach as far as its last offset.</summary>
    private static byte* Bytes(ArrayData data)
    {
        int* offsets = Pointer<int>(data.Buffers[1], data.Offset, data.Length + 1, 32);
        int end = data.Length == 0 ? 0 : offsets[data.Length];
        return Pointer<byte>(data.Buffers[2], 0, end, 8);
    }

    private static T* Pointer<T>(ArrayData data)
        where T : unmanaged => Pointer<T>(data.Buffers[1], 0, data.Offset + data.Length, 8 * sizeof(T)) + data.Offset;

    /// <summary>Where a buffer lies. Arrow's memory is native and stays where it is until the record batch is disposed.</summary>
    private static T* Pointer<T>(ArrowBuffer buffer, int offset, int count, int bitsEach)
        where T : unmanaged
    {
        ReadOnlySpan<byte> span = buffer.Span;
        if (count > 0 && (long)span.Length * 8 < ((long)offset + count) * bitsEach)
        {
            throw new InvalidDataException("an Arrow buffer is too short");
        }

        byte* at = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(span));
        return (T*)(bitsEach == 1 ? at : at + (long)offset * bitsEach / 8);
    }
}

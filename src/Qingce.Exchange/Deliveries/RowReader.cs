using System.Text;
using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;
using Qingce.Exchange.Values;
using Qingce.Tables;

namespace Qingce.Exchange.Deliveries;

/// <summary>Reads batches of a file into chunks, for one thread at a time.</summary>
internal sealed class RowReader
{
    private const int RelationField = 3;

    private readonly RowRules _rules;
    private readonly FieldWriter[] _writers;
    private readonly FieldWriter[] _changedWriters;
    private readonly bool _lostZeros;
    private readonly Dictionary<string, byte[]> _headers = new(StringComparer.Ordinal);
    private readonly List<(int Field, FieldFault Fault)> _values = [];

    /// <param name="rules">What a row must carry.</param>
    /// <param name="checksUtf8">Whether the format lets bytes through that are no UTF-8.</param>
    /// <param name="lostZeros">Whether the relations 1 and 2 of the file are 01 and 02.</param>
    public RowReader(RowRules rules, bool checksUtf8, bool lostZeros)
    {
        _rules = rules;
        _lostZeros = lostZeros;
        _writers = [.. rules.Kind.Shape.Select(field => new FieldWriter(field, checksUtf8))];
        _changedWriters = rules.Kind.Role == InputRole.Changes ? [.. FileShapes.Register.Select(field => new FieldWriter(field, checksUtf8))] : [];
    }

    /// <summary>Reads a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="columns">Its columns at the place of their field, null where the file has none.</param>
    /// <param name="chunk">Takes the rows.</param>
    public void Read(Batch batch, Column?[] columns, DeliveryChunk chunk)
    {
        chunk.Begin(batch.FirstRow, batch.RowCount, batch.Rejects);
        bool simple = batch.Rejects.Count == 0;
        for (int row = 0; row < batch.RowCount; row++)
        {
            long number = simple ? batch.FirstRow + row : batch.RowNumber(row);
            if (ReadRow(columns, row, number, chunk) && _rules.Judge(chunk) is var judged)
            {
                if (judged is { } found)
                {
                    chunk.RejectCurrent(number, _rules.Kind.Shape[found.Field].Name, found.Fault, chunk.Current(found.Field));
                }
                else
                {
                    TellValues(columns, row, number, chunk);
                    chunk.EndRow(number);
                }
            }
        }
    }

    private bool ReadRow(Column?[] columns, int row, long number, DeliveryChunk chunk)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        _values.Clear();
        for (int field = 0; field < columns.Length; field++)
        {
            if (columns[field] is not { } column)
            {
                chunk.EndField(field, 0);
                continue;
            }

            ReadOnlySpan<byte> text = column.GetText(row, scratch);
            if (_rules.IsForbidden[field])
            {
                if (!text.Trim(" \t"u8).IsEmpty)
                {
                    _values.Add((field, FieldFault.None));
                }

                chunk.EndField(field, 0);
                continue;
            }

            if (text.Length > _rules.Longest(field))
            {
                chunk.RejectCurrent(number, _rules.Kind.Shape[field].Name, DeliveryFault.TooLong, text[..64]);
                return false;
            }

            Span<byte> room = chunk.Room(text.Length * 3 + FieldWriter.Slack);
            int written = Write(field, text, room, chunk, out FieldFault fault);
            chunk.EndField(field, written);
            if (fault != FieldFault.None)
            {
                _values.Add((field, fault));
            }
        }

        return true;
    }

    // Of a row that is not taken there is nothing to tell but why.
    private void TellValues(Column?[] columns, int row, long number, DeliveryChunk chunk)
    {
        Span<byte> scratch = stackalloc byte[Column.ScratchLength];
        foreach ((int field, FieldFault fault) in _values)
        {
            if (fault == FieldFault.None)
            {
                chunk.CountRefused(field, number);
            }
            else
            {
                chunk.CountUnread(field, number, columns[field]!.GetText(row, scratch), fault);
            }
        }
    }

    private int Write(int field, ReadOnlySpan<byte> text, Span<byte> room, DeliveryChunk chunk, out FieldFault fault)
    {
        fault = FieldFault.None;
        switch (_rules.Kind.Role)
        {
            case InputRole.Register when field == RelationField && _lostZeros && text.Trim(" \t"u8) is [(byte)'1' or (byte)'2'] digit:
                room[0] = (byte)'0';
                room[1] = digit[0];
                return 2;
            case InputRole.Changes when field == 2:
                return WriteHeader(text, room);
            case InputRole.Changes when field is 3 or 4 && ChangedFields.Position(chunk.Current(2)) is >= 0 and int changed:
                return _changedWriters[changed].Write(text, room, out fault);
            case InputRole.Coverage when field == 0:
                return WriteCategory(text, room);
            default:
                return _writers[field].Write(text, room, out fault);
        }
    }

    private int WriteHeader(ReadOnlySpan<byte> text, Span<byte> room)
    {
        if (ChangedFields.IsKnown(text))
        {
            text.CopyTo(room);
            return text.Length;
        }

        string word = Encoding.UTF8.GetString(text);
        if (!_headers.TryGetValue(word, out byte[]? header))
        {
            header = Encoding.UTF8.GetBytes(ChangedFields.Header(word));
            if (_headers.Count < FileShapes.Register.Count * 4)
            {
                _headers.Add(word, header);
            }
        }

        header.CopyTo(room);
        return header.Length;
    }

    // 5, 05 and 05-marriage are one category.
    private static int WriteCategory(ReadOnlySpan<byte> text, Span<byte> room)
    {
        text = text.Trim(" \t"u8);
        bool one = text is [>= (byte)'1' and <= (byte)'9'];
        bool two = text.Length >= 2 && char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[1])
            && (text.Length == 2 || !char.IsAsciiDigit((char)text[2]));
        if (!one && !two)
        {
            text.CopyTo(room);
            return text.Length;
        }

        room[0] = one ? (byte)'0' : text[0];
        room[1] = text[one ? 0 : 1];
        return 2;
    }
}

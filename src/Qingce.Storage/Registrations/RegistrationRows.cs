using Qingce.Register;
using Qingce.Standards;
using Qingce.Storage.Bulk;
using Qingce.Storage.Sealing;
using Qingce.Storage.Searching;

namespace Qingce.Storage.Registrations;

/// <summary>New registrations for the bulk path: sealed and keyed as they are appended, by whichever thread has the rows. One thread at a time.</summary>
public sealed class RegistrationRows : RowImages
{
    private static readonly RegisterField[] PlainFields =
        [.. RegisterFields.All().Where(field => (int)field is > 0 and < RegisterFields.InFile && !field.IsSensitive)];

    private static readonly RegisterField[] SealedFieldsInOrder = [.. RegisterFields.All().Where(field => field.IsSensitive)];

    private readonly Keyring _keys;
    private readonly long? _deliveryId;
    private readonly DateTimeOffset _knownFrom;
    private readonly HashSet<int> _areas = [];
    private byte[] _plain = new byte[1024];
    private long _addressKeyOfLast;
    private byte[] _lastAddress = [];
    private int _lastAddressLength;
    private DivisionCode _lastDivision;

    internal RegistrationRows(Keyring keys, long? deliveryId, DateTimeOffset knownFrom)
        : base(BulkTable.Registrations)
    {
        _keys = keys;
        _deliveryId = deliveryId;
        _knownFrom = knownFrom;
    }

    /// <summary>The areas of the rows appended since the batch was made: each gets a partition on PostgreSQL.</summary>
    internal IReadOnlySet<int> Areas => _areas;

    /// <summary>Appends a registration.</summary>
    /// <param name="texts">Its values in kept form, one behind the other in the order of <see cref="RegisterField"/>, UTF-8.</param>
    /// <param name="ends">Where each of the 30 ends, counted like <paramref name="start"/>.</param>
    /// <param name="start">What the first byte of <paramref name="texts"/> counts as.</param>
    /// <param name="digest">Digest of the row as delivered.</param>
    public void Append(ReadOnlySpan<byte> texts, ReadOnlySpan<int> ends, int start, long digest)
    {
        ReadOnlySpan<byte> id = Field(texts, ends, start, RegisterField.RegistrationId);
        ReadOnlySpan<byte> division = Field(texts, ends, start, RegisterField.Division);
        int area = SearchKeys.AreaOf(division);
        _areas.Add(area);

        BeginRow();
        Append(id);
        Append(area);
        foreach (RegisterField field in PlainFields)
        {
            Append(Field(texts, ends, start, field));
        }

        Seal(texts, ends, start, id);
        Append(SearchKeys.OfNumber(_keys, Field(texts, ends, start, RegisterField.CitizenNumber)));
        Append(SearchKeys.OfPhone(_keys, Field(texts, ends, start, RegisterField.Phone)));
        Append(AddressKey(Field(texts, ends, start, RegisterField.Address), division));

        Span<byte> name = stackalloc byte[SearchKeys.NameRoom];
        Span<byte> pinyin = stackalloc byte[SearchKeys.PinyinRoom];
        (int nameLength, int pinyinLength) = SearchKeys.OfName(Field(texts, ends, start, RegisterField.Name), name, pinyin);
        Append(name[..nameLength]);
        Append(pinyin[..pinyinLength]);
        Append(default(ReadOnlySpan<byte>));
        Append(1);
        Append((long?)digest);
        Append(_deliveryId);
        Append(_knownFrom);
        Append(false);
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> texts, ReadOnlySpan<int> ends, int start, RegisterField field)
    {
        int from = field == 0 ? 0 : ends[(int)field - 1] - start;
        return texts[from..(ends[(int)field] - start)];
    }

    private void Seal(ReadOnlySpan<byte> texts, ReadOnlySpan<int> ends, int start, ReadOnlySpan<byte> id)
    {
        int room = SealedFields.Room(SealedFieldsInOrder.Length, texts.Length);
        if (_plain.Length < room)
        {
            _plain = new byte[room * 2];
        }

        int length = 0;
        foreach (RegisterField field in SealedFieldsInOrder)
        {
            length += SealedFields.Write(_plain.AsSpan(length), (byte)field, Field(texts, ends, start, field));
        }

        if (length == 0)
        {
            Append(default(ReadOnlySpan<byte>));
        }
        else
        {
            _keys.Seal(EnvelopePurpose.Registration, id, _plain.AsSpan(0, length), AppendRoom(Keyring.SealedLength(length)));
        }
    }

    // Members of a household follow one another and share the address: reading and hashing it once for all of them saves most of the work.
    private long? AddressKey(ReadOnlySpan<byte> address, ReadOnlySpan<byte> division)
    {
        if (address.IsEmpty)
        {
            return null;
        }

        DivisionCode code = DivisionCode.Read(division).Code;
        if (code != _lastDivision || !address.SequenceEqual(_lastAddress.AsSpan(0, _lastAddressLength)))
        {
            if (_lastAddress.Length < address.Length)
            {
                _lastAddress = new byte[address.Length * 2];
            }

            address.CopyTo(_lastAddress);
            _lastAddressLength = address.Length;
            _lastDivision = code;
            _addressKeyOfLast = SearchKeys.OfAddress(_keys, Address.Read(address, code)) ?? 0;
        }

        return _addressKeyOfLast == 0 ? null : _addressKeyOfLast;
    }
}

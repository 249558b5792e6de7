namespace Qingce.Tables;

/// <summary>The values of a dictionary as CSV fields, escaped once.</summary>
internal sealed class CodedFields
{
    internal delegate int Escaper(ReadOnlySpan<byte> text, Span<byte> field);

    private readonly TextCodes _dictionary;
    private readonly byte[][] _fields;

    public CodedFields(TextCodes dictionary, Escaper escape)
    {
        _dictionary = dictionary;
        _fields = new byte[dictionary.Count][];
        byte[] room = [];
        for (int code = 0; code < _fields.Length; code++)
        {
            ReadOnlySpan<byte> text = dictionary[code];
            if (room.Length < 2 * text.Length + 3)
            {
                room = new byte[4 * text.Length + 3];
            }

            _fields[code] = room[..escape(text, room)];
        }
    }

    public ReadOnlySpan<byte> this[TextBuilder text, int row] => _fields[text.CodeAt(row)];

    /// <summary>Whether these are the fields of a dictionary as it is now.</summary>
    public bool Serves(TextCodes dictionary) => ReferenceEquals(dictionary, _dictionary) && dictionary.Count == _fields.Length;
}

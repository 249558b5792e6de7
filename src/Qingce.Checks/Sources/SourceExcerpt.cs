namespace Qingce.Checks.Sources;

/// <summary>
/// What one source row or change says, as UTF-8 text as it stands in the file, fetched for the findings that rest on it. Only fields that a
/// check names in <c>Check.Evidence</c>, and source_record_id, are there; others, and those the row leaves empty, are empty.
/// </summary>
internal readonly ref struct SourceExcerpt
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<ushort> _ends;
    private readonly IReadOnlyDictionary<string, int>? _fields;

    internal SourceExcerpt(IReadOnlyDictionary<string, int> fields, ReadOnlySpan<byte> bytes, ReadOnlySpan<ushort> ends)
    {
        _fields = fields;
        _bytes = bytes;
        _ends = ends;
    }

    /// <summary>The text of a field by its English header.</summary>
    public ReadOnlySpan<byte> this[string field]
    {
        get
        {
            if (_fields is null || !_fields.TryGetValue(field, out int at))
            {
                return default;
            }

            int start = at == 0 ? 0 : _ends[at - 1];
            return _bytes[start.._ends[at]];
        }
    }
}

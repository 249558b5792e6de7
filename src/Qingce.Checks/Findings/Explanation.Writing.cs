namespace Qingce.Checks.Findings;

internal sealed partial class Explanation
{
    private readonly Utf8Writer _chinese = new();
    private readonly Utf8Writer _english = new();
    private readonly Utf8Writer _evidence = new();
    private bool _hasValue;

    /// <summary>Begins a finding.</summary>
    internal void Begin(ReadOnlySpan<int> rows)
    {
        if (_rows.Length < rows.Length)
        {
            _rows = new int[rows.Length * 2];
        }

        rows.CopyTo(_rows);
        _rowCount = rows.Length;
        _chinese.Clear();
        _english.Clear();
        _evidence.Clear();
        _hasValue = false;
    }

    private void WriteValue(ReadOnlySpan<byte> of, ReadOnlySpan<byte> id, string field, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            return;
        }

        _evidence.Write(_hasValue ? ",{\"of\":"u8 : "{\"of\":"u8);
        _hasValue = true;
        _evidence.WriteJson(of);
        _evidence.Write(",\"id\":"u8);
        _evidence.WriteJson(id);
        _evidence.Write(",\"field\":\""u8);
        _evidence.Write(field);
        _evidence.Write("\",\"value\":"u8);
        _evidence.WriteJson(value);
        _evidence.Write("}"u8);
    }
}

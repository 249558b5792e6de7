namespace Qingce.Checks.Findings;

internal sealed partial class Explanation
{
    private readonly Utf8Writer _chinese = new();
    private readonly Utf8Writer _english = new();
    private readonly Utf8Writer _evidence = new();
    private bool _hasCause;
    private bool _hasValue;

    internal ReadOnlySpan<byte> ChineseText => _chinese.Written;

    internal ReadOnlySpan<byte> EnglishText => _english.Written;

    internal ReadOnlySpan<byte> EvidenceText => _evidence.Written;

    /// <summary>
    /// Begins the evidence of a cause. Called for every suspicion, but for checks that set <c>Check.NamesItsCauses</c> and call it
    /// themselves.
    /// </summary>
    /// <param name="cause">Name of the cause.</param>
    /// <param name="weight">Its weight.</param>
    /// <param name="level">How far two values agree, where the cause is a comparison; else empty.</param>
    public void Cause(string cause, double weight, string level = "")
    {
        _evidence.Write(_hasCause ? "]},{\"cause\":\""u8 : "{\"cause\":\""u8);
        _evidence.Write(cause);
        if (level.Length > 0)
        {
            _evidence.Write("\",\"level\":\""u8);
            _evidence.Write(level);
        }

        _evidence.Write("\",\"weight\":"u8);
        _evidence.WriteTenths(weight);
        _evidence.Write(",\"values\":["u8);
        _hasCause = true;
        _hasValue = false;
    }

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
        _evidence.Write("{\"causes\":["u8);
        _hasCause = false;
        _hasValue = false;
    }

    /// <summary>Ends a finding.</summary>
    internal void End() => _evidence.Write(_hasCause ? "]}]}"u8 : "]}"u8);

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

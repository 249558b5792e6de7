using System.Text;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Files;
using Qingce.Exchange.Inputs;
using Qingce.Standards;

namespace Qingce.Exchange.Deliveries;

/// <summary>What a row of a kind of delivery must, may and must not carry.</summary>
internal sealed class RowRules
{
    private const int LongestId = 100;
    private const int LongestValue = 1000;

    private readonly int[] _longest;
    private readonly int[] _must;
    private readonly Dictionary<string, int> _positions;
    private readonly byte[][] _eventKinds;
    private readonly byte[][] _allEventKinds;

    public RowRules(DeliveryKind kind)
    {
        Kind = kind;
        IReadOnlyList<FieldShape> shape = kind.Shape;
        _positions = Enumerable.Range(0, shape.Count).ToDictionary(i => shape[i].Name, StringComparer.Ordinal);
        _longest = [.. shape.Select(field => field.Name.EndsWith("_id", StringComparison.Ordinal) ? LongestId : LongestValue)];
        SourceCategory? category = kind.Role == InputRole.Source ? SourceCatalogue.National[kind.Category] : null;
        _must = category is null ? [] : [.. category.Must.Select(name => _positions[name])];
        IsForbidden = [.. shape.Select(field => category is not null && IsForbiddenTo(category, field.Name))];
        _eventKinds = category is null ? [] : [.. category.EventKinds.Select(Encoding.UTF8.GetBytes)];
        _allEventKinds = [.. SourceCatalogue.National.Categories.SelectMany(one => one.EventKinds).Distinct().Select(Encoding.UTF8.GetBytes)];
    }

    public DeliveryKind Kind { get; }

    /// <summary>Of each field, whether the category must not carry it.</summary>
    public bool[] IsForbidden { get; }

    public int Longest(int field) => _longest[field];

    /// <summary>Looks at a row that is written in a chunk.</summary>
    /// <returns>Null for a row to be taken, else the field at fault and the fault.</returns>
    public (int Field, DeliveryFault Fault)? Judge(DeliveryChunk chunk) => Kind.Role switch
    {
        InputRole.Register => JudgeRegistration(chunk),
        InputRole.Changes => JudgeChange(chunk),
        InputRole.Coverage => JudgeCoverage(chunk),
        _ => JudgeSource(chunk),
    };

    private static (int, DeliveryFault)? JudgeRegistration(DeliveryChunk chunk) =>
        chunk.Current(0).IsEmpty ? (0, DeliveryFault.IdMissing)
        : IsRounded(chunk.Current(0)) ? (0, DeliveryFault.IdRounded)
        : chunk.Current(1).IsEmpty ? (1, DeliveryFault.HouseholdMissing)
        : IsRounded(chunk.Current(1)) ? (1, DeliveryFault.IdRounded)
        : !IsDivision(chunk.Current(11)) ? (11, DeliveryFault.DivisionUnreadable)
        : null;

    private static (int, DeliveryFault)? JudgeChange(DeliveryChunk chunk) =>
        chunk.Current(0).IsEmpty ? (0, DeliveryFault.IdMissing)
        : IsRounded(chunk.Current(0)) ? (0, DeliveryFault.IdRounded)
        : !IsDay(chunk.Current(1)) ? (1, DeliveryFault.DateUnreadable)
        : !ChangedFields.IsKnown(chunk.Current(2)) ? (2, DeliveryFault.ChangedFieldUnknown)
        : null;

    private static (int, DeliveryFault)? JudgeCoverage(DeliveryChunk chunk) =>
        !IsCategory(chunk.Current(0)) ? (0, DeliveryFault.CategoryUnreadable)
        : !IsDivision(chunk.Current(1)) ? (1, DeliveryFault.DivisionUnreadable)
        : !IsDay(chunk.Current(2)) ? (2, DeliveryFault.DateUnreadable)
        : !chunk.Current(3).IsEmpty && !IsDay(chunk.Current(3)) ? (3, DeliveryFault.DateUnreadable)
        : null;

    private (int, DeliveryFault)? JudgeSource(DeliveryChunk chunk)
    {
        int kind = _positions["event_kind"];
        int day = _positions["event_date"];
        int recorded = _positions["recorded_at"];
        if (chunk.Current(1).IsEmpty)
        {
            return (1, DeliveryFault.IdMissing);
        }

        if (IsRounded(chunk.Current(1)))
        {
            return (1, DeliveryFault.IdRounded);
        }

        if (!IsAmong(_eventKinds, chunk.Current(kind)))
        {
            return (kind, IsAmong(_allEventKinds, chunk.Current(kind)) ? DeliveryFault.EventKindForeign : DeliveryFault.EventKindUnreadable);
        }

        if (!IsDay(chunk.Current(day)) || !IsDay(chunk.Current(recorded)))
        {
            return (IsDay(chunk.Current(day)) ? recorded : day, DeliveryFault.DateUnreadable);
        }

        foreach (int field in _must)
        {
            if (chunk.Current(field).IsEmpty)
            {
                return (field, DeliveryFault.FieldMissing);
            }
        }

        return null;
    }

    private static bool IsForbiddenTo(SourceCategory category, string field) =>
        field is not ("source" or "source_record_id" or "event_kind" or "event_date" or "recorded_at")
        && !category.Must.Contains(field) && !category.May.Contains(field);

    // As a spreadsheet shows a long number: 1.1E+17, 1E+17.
    private static bool IsRounded(ReadOnlySpan<byte> text)
    {
        int exponent = text.IndexOfAny((byte)'E', (byte)'e');
        return exponent > 0 && text[exponent..] is [_, (byte)'+', ..]
            && text.Length - exponent is 4 or 5 && IsDigits(text[(exponent + 2)..])
            && (exponent == 1 ? IsDigits(text[..1]) : exponent > 2 && text[1] == '.' && IsDigits(text[..1]) && IsDigits(text[2..exponent]));
    }

    private static bool IsDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    // Written forms: what could be read stands as yyyy-MM-dd and as twelve digits.
    private static bool IsDay(ReadOnlySpan<byte> text) => text.Length == 10 && DateText.TryReadDay(text, out _);

    private static bool IsDivision(ReadOnlySpan<byte> text) => text.Length == 12 && !DivisionCode.Read(text).Code.IsNone;

    private static bool IsCategory(ReadOnlySpan<byte> text) => text.Length == 2 && text[0] is >= (byte)'0' and <= (byte)'2'
        && (text[0] - '0') * 10 + text[1] - '0' is >= 1 and <= 23;

    private static bool IsAmong(byte[][] tokens, ReadOnlySpan<byte> text)
    {
        foreach (byte[] token in tokens)
        {
            if (text.SequenceEqual(token))
            {
                return true;
            }
        }

        return false;
    }
}

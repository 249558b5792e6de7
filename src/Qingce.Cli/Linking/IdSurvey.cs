using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using Qingce.Linkage;

namespace Qingce.Cli.Linking;

/// <summary>Rows of one sort: how many, and the first few.</summary>
internal readonly record struct SomeRows(long Count, ImmutableArray<int> Some)
{
    private const int MostKept = 8;

    public ImmutableArray<int> Shown => Some.IsDefault ? [] : Some;

    public int First => Shown[0];

    public SomeRows And(int row) => new(Count + 1, Count < MostKept ? Shown.Add(row) : Some);

    public SomeRows And(SomeRows later) => new(Count + later.Count, [.. Shown.Concat(later.Shown).Take(MostKept)]);
}

/// <summary>What the ids of some rows look like.</summary>
internal readonly record struct IdSurvey()
{
    // Of codes of digits and letters more than one in so many has a letter.
    private const int FewTexts = 20;

    /// <summary>Rows without an id.</summary>
    public SomeRows Missing { get; init; }

    /// <summary>Ids such as 12.0 and 1.2E+17.</summary>
    public SomeRows Rounded { get; init; }

    /// <summary>Ids of digits alone, or with the X of a check digit; their rows are not kept.</summary>
    public SomeRows Numbers { get; init; }

    /// <summary>All other ids.</summary>
    public SomeRows Texts { get; init; }

    /// <summary>Whether no id needs quotes or a guard in CSV.</summary>
    public bool ArePlain { get; init; } = true;

    /// <summary>Whether each id comes after the one before it, shorter ones first: no two can then be equal.</summary>
    public bool IsAscending { get; init; } = true;

    private static readonly SearchValues<byte> PlainBytes = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.:/"u8);

    // One bit a length, those of 63 bytes and more together.
    private ulong NumberLengths { get; init; }

    private ulong TextLengths { get; init; }

    /// <summary>
    /// Whether numbers stand beside texts of other lengths, or beside a few texts. Codes of one length, some of which have digits alone, are one type.
    /// </summary>
    public bool IsMixed => Numbers.Count > 0 && Texts.Count > 0
        && ((TextLengths & ~NumberLengths) != 0 || (Texts.Count * FewTexts < Numbers.Count && !BitOperations.IsPow2(NumberLengths)));

    public static IdSurvey Of(RowKeys keys, int from, int rows, bool hasEarlier)
    {
        SomeRows missing = default, rounded = default, texts = default;
        long numbers = 0;
        ulong numberLengths = 0, textLengths = 0;
        bool ascending = true, plain = true;
        int place = 0;
        ReadOnlySpan<byte> before = hasEarlier ? keys.Get(from - 1, ref place) : [];
        for (int row = from; row < from + rows; row++)
        {
            ReadOnlySpan<byte> id = keys.Get(row, ref place);
            ascending = ascending && (id.Length > before.Length || (id.Length == before.Length && id.SequenceCompareTo(before) > 0));
            before = id;
            int other = id.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (other < 0 && id.Length > 0)
            {
                numbers++;
                numberLengths |= 1UL << Math.Min(63, id.Length);
            }
            else if (id.Trim((byte)' ').IsEmpty)
            {
                missing = missing.And(row);
            }
            else if (other > 0 && other == id.Length - 1 && (id[other] | 0x20) == 'x')
            {
                numbers++;
                numberLengths |= 1UL << Math.Min(63, id.Length);
            }
            else if (IsRounded(id))
            {
                rounded = rounded.And(row);
            }
            else
            {
                texts = texts.And(row);
                plain = plain && id.IndexOfAnyExcept(PlainBytes) < 0 && char.IsAsciiLetterOrDigit((char)id[0]);
                textLengths |= 1UL << Math.Min(63, id.Length);
            }
        }

        return new IdSurvey
        {
            Missing = missing,
            Rounded = rounded,
            Texts = texts,
            Numbers = new SomeRows(numbers, []),
            ArePlain = plain,
            IsAscending = ascending,
            NumberLengths = numberLengths,
            TextLengths = textLengths,
        };
    }

    public IdSurvey And(IdSurvey later) => new()
    {
        Missing = Missing.And(later.Missing),
        Rounded = Rounded.And(later.Rounded),
        Texts = Texts.And(later.Texts),
        Numbers = Numbers.And(later.Numbers),
        ArePlain = ArePlain && later.ArePlain,
        IsAscending = IsAscending && later.IsAscending,
        NumberLengths = NumberLengths | later.NumberLengths,
        TextLengths = TextLengths | later.TextLengths,
    };

    // Digits, a point or comma and zeros, as 12.0; or with an exponent, as 1.2E+17. Version numbers such as 1.12 are texts.
    private static bool IsRounded(ReadOnlySpan<byte> id)
    {
        int whole = id.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (whole < 1)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = id[whole..];
        if (rest[0] == '.')
        {
            int fraction = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            ReadOnlySpan<byte> digits = fraction < 0 ? rest[1..] : rest[1..(1 + fraction)];
            if (fraction < 0)
            {
                return digits.Length > 0 && digits.IndexOfAnyExcept((byte)'0') < 0;
            }

            rest = rest[(1 + fraction)..];
        }

        return rest.Length > 2 && (rest[0] | 0x20) == 'e' && rest[1] is (byte)'+' && rest[2..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }
}

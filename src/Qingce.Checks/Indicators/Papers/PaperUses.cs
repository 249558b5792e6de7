using System.Globalization;
using System.Numerics;
using Qingce.Checks.Findings;
using Qingce.Checks.Registrations;
using Qingce.Checks.Sources;
using Qingce.Exchange.Catalogue;
using Qingce.Exchange.Codes;

namespace Qingce.Checks.Indicators.Papers;

/// <summary>
/// All uses of papers, by paper, and what the departments' records say of each. Several threads may note at once; what is noted does not
/// depend on their order.
/// </summary>
internal sealed class PaperUses
{
    private readonly PaperUse[] _uses;
    private readonly Dictionary<ulong, int> _firstUses = [];

    // One bit for many papers' keys: most papers of the departments are used by nobody, which small and near memory tells.
    private readonly ulong[] _mayBeUsed;
    private readonly int[] _isOwn;
    private readonly int[] _issued;
    private readonly ulong[] _sources;

    /// <summary>Takes the uses.</summary>
    /// <param name="sorted">In their order.</param>
    public PaperUses(PaperUse[] sorted)
    {
        _uses = sorted;
        _isOwn = new int[sorted.Length];
        _issued = new int[sorted.Length];
        _sources = new ulong[sorted.Length];
        _mayBeUsed = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, sorted.Length / 4))];
        Array.Fill(_issued, int.MaxValue);
        Array.Fill(_sources, ulong.MaxValue);
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            if (sorted[i].Paper != 0)
            {
                _firstUses[sorted[i].Paper] = i;
                ulong bit = BitOf(sorted[i].Paper);
                _mayBeUsed[bit >> 6] |= 1UL << (int)(bit & 63);
            }
        }
    }

    public ReadOnlySpan<PaperUse> All => _uses;

    /// <summary>Key of a paper; letter case and spaces in its number do not matter. 0 for an empty number.</summary>
    public static ulong Key(DocumentKind kind, ReadOnlySpan<byte> number)
    {
        Span<byte> tidy = stackalloc byte[SettlementPapers.NumberRoom];
        int length = SettlementPapers.WriteNumber(number, tidy);
        return length == 0 ? 0 : Math.Max(1, unchecked(TextHash.Of(tidy[..length]) + (ulong)kind));
    }

    /// <summary>
    /// The year that a number names where offices put it: in brackets ((2019) or 苏(2019)), or as four digits between hyphens that come after
    /// the division (J320501-2019-000123), or right after the six digits of a division that are followed by more than the year
    /// (J3205012019000123). 0 when none of these shapes is there: a number in a shape of its own says nothing of its year.
    /// </summary>
    public static int YearOf(ReadOnlySpan<byte> number)
    {
        int narrow = number.IndexOf((byte)'(');
        int wide = number.IndexOf("（"u8);
        if (narrow >= 0 || wide >= 0)
        {
            ReadOnlySpan<byte> inside = number[(narrow >= 0 ? narrow + 1 : wide + 3)..];
            return inside.Length > 4 && (inside[4] == (byte)')' || inside[4..].StartsWith("）"u8)) ? Year(inside[..4]) : 0;
        }

        int digits = number.IndexOfAnyInRange((byte)'0', (byte)'9');
        if (digits < 0 || number[digits..].Length < 11 || number.Slice(digits, 6).IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return 0;
        }

        ReadOnlySpan<byte> rest = number[(digits + 6)..];
        bool hyphened = rest[0] == (byte)'-';
        rest = hyphened ? rest[1..] : rest;
        return rest.Length > 4 && (rest[4] == (byte)'-' || (!hyphened && char.IsAsciiDigit((char)rest[4]))) ? Year(rest[..4]) : 0;
    }

    private static int Year(ReadOnlySpan<byte> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1950 and < 2100 ? year : 0;

    /// <summary>The uses of one paper: its first position and how many follow.</summary>
    /// <returns>False when nobody used it.</returns>
    public bool TryFind(ulong paper, out int first, out int count)
    {
        count = 0;
        first = -1;
        ulong bit = BitOf(paper);
        if ((_mayBeUsed[bit >> 6] >> (int)(bit & 63) & 1) == 0 || !_firstUses.TryGetValue(paper, out first))
        {
            return false;
        }

        while (first + count < _uses.Length && _uses[first + count].Paper == paper)
        {
            count++;
        }

        return true;
    }

    /// <summary>Notes that a department has the paper.</summary>
    /// <param name="first">Position of its first use.</param>
    /// <param name="issuedDay">The day it was issued; <see cref="int.MinValue"/> for none.</param>
    /// <param name="source">The department's row.</param>
    public void Note(int first, int issuedDay, SourceRef source)
    {
        Shared.Lower(ref _sources[first], source.Packed);
        Shared.Lower(ref _issued[first], issuedDay);
    }

    /// <summary>Notes that the holder is the person of a use or of that household.</summary>
    public void NoteOwn(int use) => Volatile.Write(ref _isOwn[use], 1);

    public bool IsOwn(int use) => _isOwn[use] != 0;

    public bool IsKnown(int first) => _sources[first] != ulong.MaxValue;

    public int IssuedDay(int first) => _issued[first] == int.MaxValue ? int.MinValue : _issued[first];

    public SourceRef Source(int first) => IsKnown(first) ? new SourceRef(_sources[first]) : SourceRef.None;

    private ulong BitOf(ulong paper) => paper & ((ulong)_mayBeUsed.Length * 64 - 1);
}

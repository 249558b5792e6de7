using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>
/// Says of a pair whether an earlier rule brought it together: for most pairs a look-up by the mask of equal values. Where parts of values
/// decide, the keys of a row are made once a gathering. Scratch memory of one thread.
/// </summary>
internal sealed class EarlierRules
{
    private const int MostRules = 64;

    /// <summary>Of a row that a rule leaves out. Keys are odd, so it is none of them.</summary>
    private const ulong NoKey = 2;
    private readonly ulong[] _rules;
    private readonly uint[] _derived;
    private readonly bool[] _isCertain;
    private readonly bool[] _hasOneKey;
    private readonly int _groups;
    private readonly Meetings _meetings;
    private readonly int _first;
    private readonly RowBlocking _blocking;
    private ulong[] _keys = [];

    public EarlierRules(RowBlocking blocking, int pass, Meetings meetings, int columns)
    {
        _blocking = blocking;
        _meetings = meetings;
        _groups = (columns + 7) / 8;
        _first = Math.Max(0, pass - MostRules);
        _rules = new ulong[_groups * 256];
        _derived = [.. Enumerable.Range(0, pass).Select(blocking.Derived)];
        _isCertain = [.. Enumerable.Range(0, pass).Select(p => blocking.Derived(p) == 0 && !meetings.IsParted(p))];
        _hasOneKey = [.. Enumerable.Range(0, pass).Select(p => blocking.MostKeysOf(p) == 1 && !meetings.IsParted(p))];
        for (var at = 0; at < _rules.Length; at++)
        {
            for (var p = _first; p < pass; p++)
            {
                var wanted = blocking.Whole(p) >> (at / 256 * 8) & 255;
                _rules[at] |= (wanted & (uint)(at & 255)) == wanted ? 1UL << (p - _first) : 0;
            }
        }
    }

    /// <summary>The rules, a bit each, whose whole values two rows share.</summary>
    /// <param name="equal">The columns in which they have equal values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong MayHaveMet(uint equal)
    {
        var rules = _rules[(int)(equal & 255)];
        for (var group = 1; group < _groups; group++)
        {
            equal >>= 8;
            rules &= _rules[group * 256 + (int)(equal & 255)];
        }

        return rules;
    }

    /// <summary>Forgets the keys of the members of an earlier gathering.</summary>
    /// <param name="members">How many there are now.</param>
    public void Begin(int members)
    {
        var wanted = members * _derived.Length;
        if (_keys.Length < wanted)
        {
            _keys = new ulong[wanted * 2];
        }

        _keys.AsSpan(0, wanted).Clear();
    }

    /// <summary>Whether one of these rules did bring two members together.</summary>
    public bool HaveMet(ulong rules, uint present, Members members, int left, int right)
    {
        for (; rules != 0; rules &= rules - 1)
        {
            var p = _first + BitOperations.TrailingZeroCount(rules);
            if (_isCertain[p])
            {
                return true;
            }

            if ((present & _derived[p]) == _derived[p]
                && (_hasOneKey[p] ? ShareKey(p, members, left, right) : _meetings.Met(p, members.Row(left), members.Row(right))))
            {
                return true;
            }
        }

        return false;
    }

    private bool ShareKey(int rule, Members members, int left, int right) =>
        KeyOf(rule, members, left) is var key && key == KeyOf(rule, members, right) && key != NoKey;

    private ulong KeyOf(int rule, Members members, int member)
    {
        ref var key = ref _keys[member * _derived.Length + rule];
        if (key == 0)
        {
            Span<ulong> one = [NoKey];
            key = _blocking.Keys(rule, members.Table.View(members.Row(member)), one) == 0 ? NoKey : one[0];
        }

        return key;
    }
}

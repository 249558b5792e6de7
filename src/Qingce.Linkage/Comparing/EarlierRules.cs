using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qingce.Linkage;

/// <summary>Says of a pair whether an earlier rule brought it together: for most pairs a look-up by the mask of equal values.</summary>
internal sealed class EarlierRules
{
    private const int MostRules = 64;
    private readonly ulong[] _rules;
    private readonly uint[] _derived;
    private readonly bool[] _isCertain;
    private readonly int _groups;
    private readonly Meetings _meetings;
    private readonly int _first;

    public EarlierRules(RowBlocking blocking, int pass, Meetings meetings, int columns)
    {
        _meetings = meetings;
        _groups = (columns + 7) / 8;
        _first = Math.Max(0, pass - MostRules);
        _rules = new ulong[_groups * 256];
        _derived = [.. Enumerable.Range(0, pass).Select(blocking.Derived)];
        _isCertain = [.. Enumerable.Range(0, pass).Select(p => blocking.Derived(p) == 0 && !meetings.IsParted(p))];
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

    /// <summary>Whether one of these rules did bring them together.</summary>
    public bool HaveMet(ulong rules, uint present, int left, int right)
    {
        for (; rules != 0; rules &= rules - 1)
        {
            var p = _first + BitOperations.TrailingZeroCount(rules);
            if (_isCertain[p] || ((present & _derived[p]) == _derived[p] && _meetings.Met(p, left, right)))
            {
                return true;
            }
        }

        return false;
    }
}

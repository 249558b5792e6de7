using System.Numerics;
using System.Runtime.InteropServices;
using Qingce.Checks.Loading;
using Qingce.Checks.Registrations;
using Qingce.Exchange.Inputs;
using Qingce.Linkage.Chinese;

namespace Qingce.Checks.Indicators.Duplicates;

/// <summary>
/// Counts the values of a register that comes part by part. A value that only one registration has takes a bit; now and then two values share it, and the count
/// of one of them is one too high. For one thread at a time.
/// </summary>
public sealed class ValueCounting
{
    // Names, phones and addresses are mostly different: about two new values a registration, which fill an eighth of the bits.
    private const long BitsOfARegistration = 16;
    private const long FewestBits = 1 << 16;
    private const long MostBits = 1L << 30;

    private readonly ulong[] _seen;
    private readonly Dictionary<ulong, int> _shared = [];
    private long _registrations;

    /// <summary>Begins.</summary>
    /// <param name="registrations">About how many there will be.</param>
    public ValueCounting(long registrations) =>
        _seen = new ulong[BitOperations.RoundUpToPowerOf2((ulong)Math.Clamp(registrations * BitsOfARegistration, FewestBits, MostBits)) / 64];

    /// <summary>Counts the values of some registrations, each of which comes once.</summary>
    /// <param name="registrations">A table of the columns of a register.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InputFaultException">A required column is missing.</exception>
    public void Add(InputFile registrations, CancellationToken cancellation)
    {
        RegisterStore register = new RegisterLoader(HeaderMapping.None, threads: 1, forLinkage: true).Load([registrations], _ => { }, cancellation);
        PersonColumns columns = LinkageColumns.Of(register, threads: 1);
        _registrations += register.Count;
        Span<ulong> keys = stackalloc ulong[ValueKeys.Count];
        for (int row = 0; row < register.Count; row++)
        {
            ValueKeys.Of(register, columns, row, keys);
            foreach (ulong key in keys)
            {
                if (key != 0)
                {
                    Count(key);
                }
            }
        }
    }

    /// <summary>What was counted so far.</summary>
    public ValueCounts Counts()
    {
        KeyValuePair<ulong, int>[] kept = [.. _shared.Where(value => value.Value >= ValueCounts.FewestThatMatter).OrderBy(value => value.Key)];
        return new ValueCounts(_registrations, [.. kept.Select(value => value.Key)], [.. kept.Select(value => value.Value)]);
    }

    private void Count(ulong key)
    {
        ref int shared = ref CollectionsMarshal.GetValueRefOrNullRef(_shared, key);
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref shared))
        {
            shared++;
            return;
        }

        ulong bit = key & ((ulong)_seen.Length * 64 - 1);
        ref ulong word = ref _seen[bit >> 6];
        if ((word >> (int)(bit & 63) & 1) != 0)
        {
            _shared.Add(key, 2);
        }

        word |= 1UL << (int)(bit & 63);
    }
}

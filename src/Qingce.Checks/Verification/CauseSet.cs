using System.Numerics;

namespace Qingce.Checks.Verification;

/// <summary>The causes that a row check has found of one registration, each with its weight. Up to 32 causes.</summary>
internal ref struct CauseSet
{
    private readonly Span<float> _weights;
    private uint _found;
    private uint _hints;

    /// <summary>Makes an empty set.</summary>
    /// <param name="weights">Room for the weight of every cause; need not be cleared.</param>
    public CauseSet(Span<float> weights) => _weights = weights;

    public readonly bool IsEmpty => _found == 0;

    public void Add(int cause, float weight)
    {
        _found |= 1u << cause;
        _weights[cause] = weight;
    }

    /// <summary>Adds a cause that is shown but counts in no rate.</summary>
    public void AddHint(int cause, float weight)
    {
        Add(cause, weight);
        _hints |= 1u << cause;
    }

    public readonly bool Has(int cause) => (_found & (1u << cause)) != 0;

    public readonly float Weight(int cause) => _weights[cause];

    public readonly bool IsHint(int cause) => (_hints & (1u << cause)) != 0;

    public void Clear() => _found = _hints = 0;

    /// <summary>Takes out the lowest cause.</summary>
    public bool TryTake(out int cause)
    {
        cause = BitOperations.TrailingZeroCount(_found);
        if (_found == 0)
        {
            return false;
        }

        _found &= _found - 1;
        return true;
    }
}

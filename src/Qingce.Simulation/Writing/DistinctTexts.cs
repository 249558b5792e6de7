using Qingce.Tables;

namespace Qingce.Simulation.Writing;

/// <summary>
/// A dictionary for a column whose values come again. A value is added once only: Parquet's writer reserves room for each entry but keeps
/// equal ones once, and what is left of the room would hold whatever the memory held before.
/// </summary>
internal sealed class DistinctTexts
{
    private readonly Dictionary<ulong, int> _codes = [];

    public TextCodes Dictionary { get; } = new();

    /// <summary>The code of a text.</summary>
    public int this[ReadOnlySpan<byte> text]
    {
        get
        {
            ulong hash = Hash(text);
            while (_codes.TryGetValue(hash, out int code))
            {
                if (Dictionary[code].SequenceEqual(text))
                {
                    return code;
                }

                hash = unchecked(hash + 1);
            }

            int added = Dictionary.Add(text);
            _codes.Add(hash, added);
            return added;
        }
    }

    // FNV-1a, 64 bits.
    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            ulong hash = 14_695_981_039_346_656_037;
            foreach (byte value in text)
            {
                hash = (hash ^ value) * 1_099_511_628_211;
            }

            return hash;
        }
    }
}

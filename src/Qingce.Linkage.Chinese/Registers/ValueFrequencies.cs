using System.Numerics;
using System.Runtime.InteropServices;

namespace Qingce.Linkage.Chinese;

/// <summary>
/// How often each value of a column occurs. What a pair shares is worth less the more others share it; the pair itself is
/// taken out, so that a value only they have counts as one in the whole table.
/// </summary>
internal sealed class ValueFrequencies
{
    private readonly int[] _names;
    private readonly Dictionary<int, int> _births = [];
    private readonly int[] _birthplaces;
    private readonly int[] _nativePlaces;
    private readonly int[] _employers;
    private readonly byte[] _phones;
    private readonly byte[] _addresses;
    private readonly int _rows;

    public ValueFrequencies(PersonColumns columns, RegisterRow[] rows)
    {
        _rows = columns.Count;
        _names = Count(columns.NameIds, columns.Names.Count);
        _birthplaces = Count(columns.BirthplaceIds, 0);
        _nativePlaces = Count(columns.NativePlaceIds, 0);
        _employers = Count(columns.EmployerIds, 0);
        _phones = CountHashes(rows, static row => row.Phone);
        _addresses = CountHashes(rows, static row => row.Address);
        foreach (var birth in columns.BirthDates.Span)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_births, birth, out _)++;
        }
    }

    public double OfName(int name) => Share(name < 0 ? 0 : _names[name]);

    public double OfBirth(int birth) => Share(_births.GetValueOrDefault(birth));

    public double OfBirthplace(int place) => Share(_birthplaces[place]);

    public double OfNativePlace(int place) => Share(_nativePlaces[place]);

    public double OfEmployer(int employer) => Share(_employers[employer]);

    public double OfPhone(uint phone) => Share(_phones[phone >> 1 & (uint)(_phones.Length - 1)]);

    public double OfAddress(uint address) => Share(_addresses[address >> 1 & (uint)(_addresses.Length - 1)]);

    // Counts end at 255, and a few values share a place: for phones and addresses only whether many have them matters.
    private static byte[] CountHashes(RegisterRow[] rows, Func<RegisterRow, uint> hash)
    {
        var counts = new byte[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(rows.Length * 4L, 256, 1 << 26))];
        foreach (var row in rows)
        {
            if (hash(row) is not 0 and var value)
            {
                ref var count = ref counts[value >> 1 & (uint)(counts.Length - 1)];
                count += (byte)(count < 255 ? 1 : 0);
            }
        }

        return counts;
    }

    private static int[] Count(ReadOnlyMemory<int> ids, int length)
    {
        foreach (var id in ids.Span)
        {
            length = Math.Max(length, id + 1);
        }

        var counts = new int[length];
        foreach (var id in ids.Span)
        {
            if (id >= 0)
            {
                counts[id]++;
            }
        }

        return counts;
    }

    private double Share(int count) => Math.Max(1, count - 1) / (double)_rows;
}

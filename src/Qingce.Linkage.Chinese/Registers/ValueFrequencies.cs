using System.Numerics;

namespace Qingce.Linkage.Chinese;

/// <summary>
/// How often each value of a column occurs. What a pair shares is worth less the more others share it; the pair itself is
/// taken out, so that a value only they have counts as one in the whole table.
/// </summary>
internal sealed class ValueFrequencies
{
    private const int Years = 512;
    private const int FirstYear = 1700;
    private readonly int[] _names;
    private readonly int[] _births;
    private readonly int[] _birthplaces;
    private readonly int[] _nativePlaces;
    private readonly int[] _employers;
    private readonly int[] _cards;
    private readonly byte[] _phones;
    private readonly byte[] _addresses;
    private readonly long _rows;

    /// <summary>Counts the values of a table.</summary>
    /// <param name="columns">The table.</param>
    /// <param name="rows">Its rows, packed.</param>
    /// <param name="whole">The register whose counts stand for those of the table, or null.</param>
    /// <param name="parallel">How many count at a time.</param>
    public ValueFrequencies(PersonColumns columns, RegisterRow[] rows, WholeRegister? whole, ParallelOptions parallel)
    {
        _rows = Math.Max(columns.Count, whole?.Registrations ?? 0);
        int[] names = [], births = [], birthplaces = [], nativePlaces = [], employers = [], cards = [];
        byte[] phones = [], addresses = [];
        Parallel.Invoke(
            parallel,
            () => addresses = CountHashes(rows, static (in row) => row.Address, whole?.Addresses ?? default),
            () => phones = CountHashes(rows, static (in row) => row.Phone, whole?.Phones ?? default),
            () => names = Count(columns.NameIds, columns.Names.Count, whole?.Names ?? default),
            () => births = CountDates(columns.BirthDates, whole?.BirthDates ?? default),
            () => birthplaces = Count(columns.BirthplaceIds, 0, whole?.Birthplaces ?? default),
            () => nativePlaces = Count(columns.NativePlaceIds, 0, whole?.NativePlaces ?? default),
            () => employers = Count(columns.EmployerIds, 0, whole?.Employers ?? default),
            () => cards = CountDates(columns.CardIssuedOn, whole?.CardIssuedOn ?? default));
        (_names, _births, _birthplaces, _nativePlaces, _employers, _cards) = (names, births, birthplaces, nativePlaces, employers, cards);
        (_phones, _addresses) = (phones, addresses);
    }

    private delegate uint HashOf(in RegisterRow row);

    public double OfName(int name) => Share(name < 0 ? 0 : _names[name]);

    public double OfBirth(int birth) => Share(_births[Place(birth)]);

    public double OfCard(int date) => Share(_cards[Place(date)]);

    public double OfBirthplace(int place) => Share(_birthplaces[place]);

    public double OfNativePlace(int place) => Share(_nativePlaces[place]);

    public double OfEmployer(int employer) => Share(_employers[employer]);

    public double OfPhone(uint phone) => Share(_phones[phone >> 1 & (uint)(_phones.Length - 1)]);

    public double OfAddress(uint address) => Share(_addresses[address >> 1 & (uint)(_addresses.Length - 1)]);

    // Counts end at 255, and a few values share a place: for phones and addresses only whether many have them matters.
    private static byte[] CountHashes(RegisterRow[] rows, HashOf hash, ReadOnlyMemory<int> known)
    {
        var counts = new byte[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(rows.Length * 4L, known.IsEmpty ? 256 : 1 << 16, 1 << 26))];
        var given = known.Span;
        for (var row = 0; row < rows.Length; row++)
        {
            if (hash(in rows[row]) is not 0 and var value)
            {
                ref var count = ref counts[value >> 1 & (uint)(counts.Length - 1)];
                count = (byte)Math.Min(255, given.IsEmpty ? count + 1 : Math.Max(count, given[row]));
            }
        }

        return counts;
    }

    private static int[] Count(ReadOnlyMemory<int> ids, int length, ReadOnlyMemory<int> known)
    {
        foreach (var id in ids.Span)
        {
            length = Math.Max(length, id + 1);
        }

        var counts = new int[length];
        var values = ids.Span;
        var given = known.Span;
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] is >= 0 and var id)
            {
                counts[id] = given.IsEmpty ? counts[id] + 1 : given[row];
            }
        }

        return counts;
    }

    private static int[] CountDates(ReadOnlyMemory<int> dates, ReadOnlyMemory<int> known)
    {
        var counts = new int[Years * 512];
        var values = dates.Span;
        var given = known.Span;
        for (var row = 0; row < values.Length; row++)
        {
            ref var count = ref counts[Place(values[row])];
            count = given.IsEmpty ? count + 1 : given[row];
        }

        return counts;
    }

    // A place for each day; dates out of the common range share the places of other years.
    private static int Place(int date)
    {
        var year = date / 10_000 - FirstYear & Years - 1;
        return year << 9 | (date / 100 % 100 & 15) << 5 | date % 100 & 31;
    }

    private double Share(int count) => Math.Max(1, count - 1) / (double)_rows;
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Qingce.Checks.Registrations;
using Qingce.Linkage.Chinese;

namespace Qingce.Checks.Indicators.Duplicates;

/// <summary>
/// How many registrations a register has and how often the values that duplicates are weighed by occur in it, so that a few of its registrations can be verified
/// with the weights of all. Values are kept as hashes, and only those that three registrations share: for rarer ones the weight is the same.
/// </summary>
/// <remarks>Immutable; made by <see cref="ValueCounting"/>.</remarks>
public sealed class ValueCounts
{
    /// <summary>Fewer than these share a value: it counts as if nobody else had it.</summary>
    internal const int FewestThatMatter = 3;

    private const int Version = 1;
    private const int HeadBytes = 24;

    private static readonly byte[] Magic = "QVC\n"u8.ToArray();

    private readonly ulong[] _keys;
    private readonly int[] _counts;

    internal ValueCounts(long registrations, ulong[] keys, int[] counts)
    {
        Registrations = registrations;
        (_keys, _counts) = (keys, counts);
    }

    /// <summary>Number of registrations, cancelled ones included.</summary>
    public long Registrations { get; }

    /// <summary>The same counts in a register that has grown since.</summary>
    /// <param name="registrations">How many registrations it has at least.</param>
    public ValueCounts Among(long registrations) => registrations <= Registrations ? this : new ValueCounts(registrations, _keys, _counts);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="stream">Where it stands.</param>
    /// <returns>Null when it is of another version or not whole.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ValueCounts? Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> head = stackalloc byte[HeadBytes];
        if (stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) < HeadBytes || !head.StartsWith(Magic)
            || BinaryPrimitives.ReadInt32LittleEndian(head[4..]) != Version)
        {
            return null;
        }

        int count = BinaryPrimitives.ReadInt32LittleEndian(head[16..]);
        if (count < 0 || stream.Length - stream.Position != (long)count * (sizeof(ulong) + sizeof(int)))
        {
            return null;
        }

        ulong[] keys = new ulong[count];
        int[] counts = new int[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(counts.AsSpan()));
        return new ValueCounts(BinaryPrimitives.ReadInt64LittleEndian(head[8..]), keys, counts);
    }

    /// <summary>Writes it, in the byte order of the machine: it is made again wherever it is not to be had.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> head = stackalloc byte[HeadBytes];
        head.Clear();
        Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(head[8..], Registrations);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], _keys.Length);
        stream.Write(head);
        stream.Write(MemoryMarshal.AsBytes(_keys.AsSpan()));
        stream.Write(MemoryMarshal.AsBytes(_counts.AsSpan()));
    }

    /// <summary>What is known of the values of some registrations.</summary>
    internal WholeRegister Of(RegisterStore register, PersonColumns columns)
    {
        int[][] counts = [.. Enumerable.Range(0, ValueKeys.Count).Select(_ => new int[register.Count])];
        Span<ulong> keys = stackalloc ulong[ValueKeys.Count];
        for (int row = 0; row < register.Count; row++)
        {
            ValueKeys.Of(register, columns, row, keys);
            for (int value = 0; value < keys.Length; value++)
            {
                int at = keys[value] == 0 ? -1 : Array.BinarySearch(_keys, keys[value]);
                counts[value][row] = at < 0 ? 1 : _counts[at];
            }
        }

        return new WholeRegister
        {
            Registrations = Registrations,
            Names = counts[0],
            BirthDates = counts[1],
            Phones = counts[2],
            Addresses = counts[3],
            Birthplaces = counts[4],
            NativePlaces = counts[5],
            Employers = counts[6],
            CardIssuedOn = counts[7],
        };
    }
}

/// <summary>The hashes of the values of a registration that are counted; 0 for one that is missing.</summary>
internal static class ValueKeys
{
    public const int Count = 8;

    /// <summary>Writes the keys: name, birth date, phone, address, birthplace, native place, employer, day of the card.</summary>
    public static void Of(RegisterStore register, PersonColumns columns, int row, Span<ulong> keys)
    {
        int name = columns.NameIds.Span[row];
        keys[0] = name < 0 ? 0 : Mix(0, TextHash.Of(MemoryMarshal.AsBytes(columns.Names[name].AsSpan())));
        keys[1] = OfNumber(1, (ulong)columns.BirthDates.Span[row]);
        keys[2] = OfNumber(2, columns.Phones.IsEmpty ? 0 : (ulong)columns.Phones.Span[row]);
        keys[3] = OfNumber(3, columns.AddressKeys.IsEmpty ? 0 : columns.AddressKeys.Span[row]);
        keys[4] = OfText(4, register.Places, columns.BirthplaceIds, row);
        keys[5] = OfText(5, register.Places, columns.NativePlaceIds, row);
        keys[6] = OfText(6, register.Employers, columns.EmployerIds, row);
        keys[7] = OfNumber(7, columns.CardIssuedOn.IsEmpty ? 0 : (ulong)columns.CardIssuedOn.Span[row]);
    }

    private static ulong OfText(int column, TextPool texts, ReadOnlyMemory<int> ids, int row) =>
        ids.IsEmpty || ids.Span[row] < 0 ? 0 : Mix(column, TextHash.Of(texts[ids.Span[row]]));

    private static ulong OfNumber(int column, ulong value) => value == 0 ? 0 : Mix(column, TextHash.Of(value));

    private static ulong Mix(int column, ulong hash) => Math.Max(1, TextHash.Of(unchecked(hash + ((ulong)column << 56))));
}

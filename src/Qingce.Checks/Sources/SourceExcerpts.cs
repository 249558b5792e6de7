using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Qingce.Checks.Findings;

namespace Qingce.Checks.Sources;

/// <summary>The source rows and changes that findings rest on, fetched in one more reading. Once fetched, safe for several readers.</summary>
internal sealed class SourceExcerpts
{
    private readonly ulong[][] _references = new ulong[32][];
    private readonly (int Blob, int Start)[][] _places = new (int, int)[32][];
    private readonly IReadOnlyDictionary<string, int>[] _fields = new IReadOnlyDictionary<string, int>[32];
    private readonly List<byte[]> _blobs = [];

    /// <summary>Takes the references that will be asked for.</summary>
    public SourceExcerpts(IEnumerable<SourceRef> references, int threads)
    {
        List<ulong>[] byCategory = [.. Enumerable.Range(0, 32).Select(_ => new List<ulong>())];
        foreach (SourceRef reference in references)
        {
            if (!reference.IsNone)
            {
                byCategory[reference.Category].Add(reference.Packed);
            }
        }

        Parallel.For(0, 32, new ParallelOptions { MaxDegreeOfParallelism = threads }, category =>
        {
            Span<ulong> sorted = CollectionsMarshal.AsSpan(byCategory[category]);
            sorted.Sort();
            int distinct = 0;
            for (int i = 0; i < sorted.Length; i++)
            {
                if (i == 0 || sorted[i] != sorted[i - 1])
                {
                    sorted[distinct++] = sorted[i];
                }
            }

            _references[category] = sorted[..distinct].ToArray();
            _places[category] = new (int, int)[distinct];
            _fields[category] = new Dictionary<string, int>();
            byCategory[category] = [];
        });
    }

    /// <summary>Where a row stands among those of its category, for <see cref="At"/>; -1 when it was not fetched.</summary>
    public int Find(SourceRef reference)
    {
        int category = reference.Category;
        int at = reference.IsNone ? -1 : Array.BinarySearch(_references[category], reference.Packed);
        return at < 0 || _fields[category].Count == 0 || _places[category][at].Blob == 0 ? -1 : at;
    }

    /// <summary>What a row says; empty when it was not fetched.</summary>
    /// <param name="category">Its category.</param>
    /// <param name="place">What <see cref="Find"/> gave.</param>
    public SourceExcerpt At(int category, int place)
    {
        if (place < 0)
        {
            return default;
        }

        (int blob, int start) = _places[category][place];
        ReadOnlySpan<byte> record = _blobs[blob - 1].AsSpan(start);
        int header = _fields[category].Count * sizeof(ushort);
        return new SourceExcerpt(_fields[category], record[header..], MemoryMarshal.Cast<byte, ushort>(record[..header]));
    }

    /// <summary>The rows wanted of a category's part, ascending.</summary>
    internal ReadOnlySpan<ulong> Wanted(int category, int part, out int first)
    {
        ulong[] all = _references[category];
        first = LowerBound(all, SourceRef.Of(category, part, 0).Packed);
        int end = LowerBound(all, SourceRef.Of(category, part + 1, 0).Packed);
        return all.AsSpan(first, end - first);
    }

    internal bool WantsAny(int category) => _references[category].Length > 0;

    internal void SetFields(int category, IReadOnlyDictionary<string, int> fields) => _fields[category] = fields;

    /// <summary>Keeps the records of a batch. Safe for several threads.</summary>
    /// <param name="category">The category.</param>
    /// <param name="records">For each wanted row, by its position among all of the category, where its record begins.</param>
    /// <param name="bytes">The records: for each field the end of its text as two bytes, then the texts.</param>
    internal void Keep(int category, List<(int Position, int Start)> records, ReadOnlySpan<byte> bytes)
    {
        int blob;
        lock (_blobs)
        {
            _blobs.Add(bytes.ToArray());
            blob = _blobs.Count;
        }

        foreach ((int position, int start) in records)
        {
            _places[category][position] = (blob, start);
        }
    }

    /// <summary>Writes one record.</summary>
    internal static void Write(Utf8Writer to, ReadOnlySpan<byte> texts, ReadOnlySpan<ushort> ends)
    {
        Span<byte> two = stackalloc byte[2];
        foreach (ushort end in ends)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(two, end);
            to.Write(two);
        }

        to.Write(texts);
    }

    private static int LowerBound(ulong[] sorted, ulong value)
    {
        int at = Array.BinarySearch(sorted, value);
        return at < 0 ? ~at : at;
    }
}

namespace Qingce.Linkage;

/// <summary>
/// Which person each record was in the run before. Records are known by a 64-bit hash of their key: among 10 million records
/// two share a hash once in 370,000 runs, and the worst that follows is a person id that is not carried over.
/// </summary>
public sealed class PreviousPersons
{
    private readonly HashedNumbers _records;
    private readonly HashedNumbers _persons;
    private readonly PackedTexts _ids = new();

    /// <summary>Starts empty.</summary>
    /// <param name="expectedRecords">About how many records there will be, 0 or more; only saves time.</param>
    public PreviousPersons(int expectedRecords = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedRecords);
        (_records, _persons) = (new HashedNumbers(expectedRecords), new HashedNumbers(expectedRecords));
    }

    /// <summary>Number of records.</summary>
    public int Records => _records.Count;

    /// <summary>Number of persons.</summary>
    public int Persons => _ids.Count;

    /// <summary>Adds a record; false, and nothing is changed, when the record is there already.</summary>
    /// <param name="recordKey">The key of the record, UTF-8, unique among all records of all sources.</param>
    /// <param name="personId">The person it was, UTF-8, shorter than a megabyte.</param>
    public bool Add(ReadOnlySpan<byte> recordKey, ReadOnlySpan<byte> personId)
    {
        var hash = KeyHash.Of(recordKey);
        if (_records.Find(hash) >= 0)
        {
            return false;
        }

        _records.Add(hash, NumberOf(personId));
        return true;
    }

    internal int PersonOf(ReadOnlySpan<byte> recordKey) => _records.Find(KeyHash.Of(recordKey));

    internal ReadOnlySpan<byte> IdOf(int person) => _ids[person];

    internal bool Knows(ReadOnlySpan<byte> personId) => Find(personId, KeyHash.Of(personId)) >= 0;

    private int NumberOf(ReadOnlySpan<byte> personId)
    {
        var hash = KeyHash.Of(personId);
        var known = Find(personId, hash);
        if (known >= 0)
        {
            return known;
        }

        var number = _ids.Add(personId);
        _persons.Add(hash, number);
        return number;
    }

    private int Find(ReadOnlySpan<byte> personId, ulong hash)
    {
        var slot = _persons.First(hash);
        while (_persons.NumberIn(slot) >= 0 && !(_persons.HashIn(slot) == hash && _ids[_persons.NumberIn(slot)].SequenceEqual(personId)))
        {
            slot = _persons.Next(slot);
        }

        return _persons.NumberIn(slot);
    }
}

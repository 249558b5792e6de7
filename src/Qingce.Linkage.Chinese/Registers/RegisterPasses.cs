using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>The keys that bring two registrations of one person together, whichever of their values is wrong.</summary>
internal static class RegisterPasses
{
    private const int BirthAndSurname = 0, Number = 1, NameAndYear = 2, NameAndDay = 3, BirthAndGiven = 4, Phone = 5, Address = 6;

    /// <summary>The passes; the one with most pairs first.</summary>
    public static readonly IReadOnlyList<BlockingPass> All =
    [
        new("birth and surname", Pattern.Mask(Levels.Birth), 3),
        new("number", Pattern.Mask(Levels.Number), 1),
        new("name and birth year", Pattern.Mask(Levels.Name) | Pattern.Mask(Levels.Birth), 3),
        new("name and day of birth", Pattern.Mask(Levels.Name) | Pattern.Mask(Levels.Birth), 3),
        new("birth and given name", Pattern.Mask(Levels.Name) | Pattern.Mask(Levels.Birth), 3),
        new("phone and surname", Pattern.Mask(Levels.Contact), 2),
        new("address and surname", Pattern.Mask(Levels.Contact), 2),
    ];

    /// <summary>Most keys of a registration in a pass: with a former number or name, and the year before.</summary>
    public static int MostKeys(int pass) => pass switch
    {
        Number or NameAndDay => 2,
        NameAndYear => 3,
        _ => 1,
    };

    /// <summary>The keys of a registration in a pass.</summary>
    public static int Keys(RegisterTable table, int pass, in RegisterRow row, Span<ulong> keys)
    {
        if ((row.Signs & RowSigns.Cancelled) != 0)
        {
            return 0;
        }

        var surname = row.Characters & 0xFFFF;
        switch (pass)
        {
            case BirthAndSurname:
                return One(row.Birth != 0 && surname != 0, KeyMix.Of(row.Birth, surname), keys);
            case Number:
                return Numbers(table, in row, keys);
            case NameAndYear:
                return NameAndYears(table, in row, keys);
            case NameAndDay:
                return NameAnd(table, in row, PackedDate.MonthDay(row.Birth), keys);
            case BirthAndGiven:
                return One(row.Birth != 0 && row.NameLength > 1, KeyMix.Of(row.Sounds >> 16, row.Birth), keys);
            case Phone:
                return One(row.Phone != 0 && surname != 0, KeyMix.Of(row.Phone, surname), keys);
            case Address:
                return One(row.Address != 0 && surname != 0, KeyMix.Of(row.Address, surname), keys);
            default:
                throw new ArgumentOutOfRangeException(nameof(pass));
        }
    }

    /// <summary>What parts the registrations of an oversized block: given name, then birth year, then the address.</summary>
    public static ulong SplitKey(int depth, in RegisterRow row) => depth switch
    {
        0 => row.SoundKey,
        1 => row.Birth,
        _ => row.Address,
    };

    private static int One(bool known, ulong key, Span<ulong> keys)
    {
        if (!known)
        {
            return 0;
        }

        keys[0] = key | 1;
        return 1;
    }

    private static int Numbers(RegisterTable table, in RegisterRow row, Span<ulong> keys)
    {
        var found = One(row.Number != 0, row.Number >> 4 << 1, keys);
        if ((row.Signs & RowSigns.FormerNumber) != 0)
        {
            var former = PackedNumber.Of(CitizenNumber.FromPacked(table.Columns.FormerNumbers.Span[row.Row])) >> 4 << 1 | 1;
            if (found == 0 || keys[0] != former)
            {
                keys[found++] = former;
            }
        }

        return found;
    }

    // In January and February the year of the Chinese calendar is still the one before, and a date of that calendar carries it.
    private static int NameAndYears(RegisterTable table, in RegisterRow row, Span<ulong> keys)
    {
        var found = NameAnd(table, in row, PackedDate.Year(row.Birth), keys);
        if (row.SoundKey != 0 && (row.Birth >> 8 & 0xFF) is 1 or 2)
        {
            keys[found++] = KeyMix.Of(row.SoundKey, PackedDate.YearBefore(row.Birth)) | 1;
        }

        return found;
    }

    private static int NameAnd(RegisterTable table, in RegisterRow row, uint date, Span<ulong> keys)
    {
        if (date == 0)
        {
            return 0;
        }

        var found = One(row.SoundKey != 0, KeyMix.Of(row.SoundKey, date), keys);
        if (row.FormerName >= 0 && table.Names[row.FormerName].SoundKey is not 0 and var former)
        {
            var key = KeyMix.Of(former, date) | 1;
            if (found == 0 || keys[0] != key)
            {
                keys[found++] = key;
            }
        }

        return found;
    }
}

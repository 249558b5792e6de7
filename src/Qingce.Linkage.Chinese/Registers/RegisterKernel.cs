using System.Numerics;
using System.Runtime.CompilerServices;
using Qingce.Standards;

namespace Qingce.Linkage.Chinese;

/// <summary>Compares registrations: first their packed rows, then, where it can still matter, the names' text and the rest.</summary>
internal readonly partial struct RegisterKernel : IPairKernel<RegisterRow>
{
    private readonly RegisterTable _table;
    private readonly PatternWeights _weights;

    public RegisterKernel(RegisterTable table, PatternWeights weights)
    {
        _table = table;
        _weights = weights;
    }

    public int MostKeys(int pass) => RegisterPasses.MostKeys(pass);

    public ulong RefinedMask =>
        Pattern.Mask(Levels.Places) | Pattern.Mask(Levels.Family) | Pattern.Mask(Levels.Work) | Pattern.Mask(Levels.Education)
        | Pattern.Mask(Levels.Card);

    public double MostFrequency => 10;

    public int Keys(int pass, in RegisterRow row, Span<ulong> keys) => RegisterPasses.Keys(_table, pass, in row, keys);

    public ulong SplitKey(int pass, int depth, in RegisterRow row) => RegisterPasses.SplitKey(depth, in row);

    public ulong Compare(in RegisterRow left, in RegisterRow right)
    {
        var name = QuickName(in left, in right);
        var number = NumberLevel(in left, in right);
        return Pattern.Of(Levels.Name, name)
            | Pattern.Of(Levels.Birth, BirthLevel(in left, in right))
            | Pattern.Of(Levels.Number, number)
            | Pattern.Of(Levels.Sex, left.Sex is 1 or 2 && right.Sex is 1 or 2 ? (left.Sex == right.Sex ? 1 : 2) : 0)
            | Pattern.Of(Levels.Contact, ContactLevel(in left, in right));
    }

    public ulong Refine(int left, int right, ulong pattern)
    {
        ref readonly var a = ref _table.Rows[left];
        ref readonly var b = ref _table.Rows[right];
        var name = NameLevel(in a, in b);
        pattern = pattern & ~Pattern.Mask(Levels.Name) | Pattern.Of(Levels.Name, name);
        var birth = Pattern.Level(pattern, Levels.Birth);
        if (birth == Levels.OfBirth.Lunar && !PackedDate.AreLunarTwins(a.Birth, b.Birth))
        {
            birth = PlainBirthLevel(a.Birth, b.Birth);
            pattern = pattern & ~Pattern.Mask(Levels.Birth) | Pattern.Of(Levels.Birth, birth);
        }

        return pattern
            | Pattern.Of(Levels.Kin, KinLevel(in a, in b, name, birth, Pattern.Level(pattern, Levels.Number)))
            | Surroundings(left, right, in a, in b);
    }

    public bool Hopeless(ulong pattern) =>
        Pattern.Level(pattern, Levels.Name) is Levels.OfName.SurnameOnly or Levels.OfName.Different
        && Pattern.Level(pattern, Levels.Number) is 0 or > Levels.OfNumber.SlipRechecked;

    public bool Wanted(ulong pattern) => Pattern.Level(pattern, Levels.Number) == Levels.OfNumber.Equal;

    // The highest level that the text may turn out to reach.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int QuickName(in RegisterRow a, in RegisterRow b)
    {
        if (a.Name < 0 || b.Name < 0)
        {
            return 0;
        }

        if (a.Name == b.Name)
        {
            return Levels.OfName.Exact;
        }

        if ((a.FormerName >= 0 && _table.Names[a.FormerName].SoundKey == b.SoundKey)
            || (b.FormerName >= 0 && _table.Names[b.FormerName].SoundKey == a.SoundKey))
        {
            return Levels.OfName.Former;
        }

        if (((a.Signs | b.Signs) & RowSigns.OddName) != 0 || a.SoundKey == b.SoundKey)
        {
            return Levels.OfName.Variant;
        }

        var apart = Apart(a.Characters, b.Characters, a.Sounds, b.Sounds);
        return MayAgree(in a, in b, apart) ? Levels.OfName.LookAlike : (apart & 1) == 0 ? Levels.OfName.SurnameOnly : Levels.OfName.Different;
    }

    private static bool MayAgree(in RegisterRow a, in RegisterRow b, ulong apart)
    {
        if (a.NameLength == b.NameLength)
        {
            return BitOperations.PopCount(apart) == 1;
        }

        // One character too many: what stands before it agrees in its place, what stands behind it one place on.
        return a.NameLength == b.NameLength + 1 ? Fits(in b, in a, apart) : b.NameLength == a.NameLength + 1 && Fits(in a, in b, apart);
    }

    private static bool Fits(in RegisterRow shorter, in RegisterRow longer, ulong apart)
    {
        var shifted = Apart(shorter.Characters, longer.Characters >> 16, shorter.Sounds, longer.Sounds >> 16);
        var before = Math.Min(BitOperations.TrailingZeroCount(apart) / 16, shorter.NameLength);
        return shorter.NameLength > 1 && shifted >> (before * 16) == 0;
    }

    // A lane is equal when its character or its sound is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Apart(ulong leftCharacters, ulong rightCharacters, ulong leftSounds, ulong rightSounds) =>
        Lanes(leftCharacters ^ rightCharacters) & Lanes(leftSounds ^ rightSounds);

    // A bit for each of the four 16-bit lanes that is not 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Lanes(ulong x)
    {
        x |= x >> 8;
        x |= x >> 4;
        x |= x >> 2;
        return (x | (x >> 1)) & 0x0001_0001_0001_0001;
    }

    private int NameLevel(in RegisterRow a, in RegisterRow b)
    {
        if (a.Name < 0 || b.Name < 0)
        {
            return 0;
        }

        if (a.Name == b.Name)
        {
            return Levels.OfName.Exact;
        }

        var level = LevelOf(PersonName.MayBeSame(_table.Columns.Names[a.Name], _table.Columns.Names[b.Name]));
        return level > Levels.OfName.Former && (IsFormer(a.FormerName, b.Name) || IsFormer(b.FormerName, a.Name)) ? Levels.OfName.Former : level;
    }

    private bool IsFormer(int former, int name) =>
        former >= 0 && (former == name || PersonName.MayBeSame(_table.Columns.Names[former], _table.Columns.Names[name]) >= NameAgreement.Variant);

    private static int LevelOf(NameAgreement agreement) => agreement switch
    {
        NameAgreement.Exact => Levels.OfName.Exact,
        NameAgreement.Variant => Levels.OfName.Variant,
        NameAgreement.LostCharacter => Levels.OfName.LostCharacter,
        NameAgreement.LookAlike => Levels.OfName.LookAlike,
        NameAgreement.Homophone => Levels.OfName.Homophone,
        NameAgreement.Reordered => Levels.OfName.Reordered,
        NameAgreement.Part => Levels.OfName.Part,
        NameAgreement.OneCharacter => Levels.OfName.OneCharacter,
        NameAgreement.SurnameOnly => Levels.OfName.SurnameOnly,
        NameAgreement.Different => Levels.OfName.Different,
        _ => 0,
    };
}

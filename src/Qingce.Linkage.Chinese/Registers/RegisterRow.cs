namespace Qingce.Linkage.Chinese;

/// <summary>One registration in 64 bytes: all that most pairs need to be told apart.</summary>
internal struct RegisterRow
{
    public ulong Number;
    public ulong Characters;
    public ulong Sounds;
    public uint Birth;
    public uint SoundKey;
    public uint Phone;
    public uint Address;
    public uint OtherAddress;
    public int Row;
    public int Name;
    public int FormerName;
    public int Household;
    public byte Sex;
    public byte NameLength;
    public RowSigns Signs;
}

/// <summary>What is special about a registration.</summary>
[Flags]
internal enum RowSigns : byte
{
    None = 0,

    /// <summary>The number has its right check character.</summary>
    NumberHolds = 1,

    /// <summary>The name is odd in the sense of <see cref="PackedName.Odd"/>.</summary>
    OddName = 2,

    /// <summary>There is a former number.</summary>
    FormerNumber = 4,

    /// <summary>The registration was cancelled: it has no keys.</summary>
    Cancelled = 8,

    /// <summary>The number was written with fifteen digits.</summary>
    FifteenDigits = 16,
}

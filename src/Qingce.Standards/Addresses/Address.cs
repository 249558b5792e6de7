using System.Text.Unicode;

namespace Qingce.Standards;

/// <summary>Which parts an address has.</summary>
[Flags]
public enum AddressParts : byte
{
    /// <summary>None of the others.</summary>
    None = 0,

    /// <summary>Names of divisions at the beginning.</summary>
    Division = 1 << 0,

    /// <summary>A road, estate, village or other name.</summary>
    Place = 1 << 1,

    /// <summary>A group or team of a village (组, 队, 社).</summary>
    Group = 1 << 2,

    /// <summary>A house number (号).</summary>
    House = 1 << 3,

    /// <summary>A building (栋, 幢, 座, 号楼).</summary>
    Building = 1 << 4,

    /// <summary>A unit, that is a staircase (单元).</summary>
    Unit = 1 << 5,

    /// <summary>A room or flat (室).</summary>
    Room = 1 << 6,
}

/// <summary>
/// A 64-bit hash of an address in normal form without its division part. Compare keys only within one township or county:
/// every town has a 人民路1号. 0 is no address. Stable between runs and machines.
/// </summary>
/// <param name="Value">The hash.</param>
public readonly record struct AddressKey(ulong Value)
{
    /// <summary>True when there is no address.</summary>
    public bool IsNone => Value == 0;
}

/// <summary>
/// What an address says: the division it names, and keys of the door and of the building that are equal for different ways of
/// writing one address (三单元 and 3单元, 幢 and 栋, 3-2-501, full-width digits, a division part or none).
/// </summary>
public readonly record struct Address
{
    private const int LongestText = 256;
    private const ulong Seed = 14695981039346656037UL;

    /// <summary>The key down to the door; none when only divisions or nothing is named.</summary>
    public AddressKey Key { get; private init; }

    /// <summary>The key of the building: the address without unit, floor and room.</summary>
    public AddressKey BuildingKey { get; private init; }

    /// <summary>The key of the house: the address without building, unit, floor and room.</summary>
    public AddressKey HouseKey { get; private init; }

    /// <summary>
    /// The lowest division named at the beginning, down to the township, as a code of today where the table has one; none when
    /// none is named or the name fits several places and nothing tells which.
    /// </summary>
    public DivisionCode Division { get; private init; }

    /// <summary>Which parts there are.</summary>
    public AddressParts Parts { get; private init; }

    /// <summary>The number of the village group, or 0.</summary>
    public int Group { get; private init; }

    /// <summary>True when the address is empty.</summary>
    public bool IsNone => Parts == AddressParts.None;

    /// <summary>True when it leads to a door: a room, or a house number. Addresses without one are shared by many by nature.</summary>
    public bool HasDoor => (Parts & (AddressParts.Room | AddressParts.House)) != 0;

    /// <summary>Reads an address in UTF-8. Allocates nothing.</summary>
    public static Address Read(ReadOnlySpan<byte> text) => Read(text, DivisionCode.None);

    /// <summary>Reads an address in UTF-8 that lies in a known division, which helps to recognise its township's name. Allocates nothing.</summary>
    public static Address Read(ReadOnlySpan<byte> text, DivisionCode division)
    {
        Span<char> decoded = stackalloc char[LongestText];
        Utf8.ToUtf16(text, decoded, out _, out var length);
        return Read(decoded[..length], division);
    }

    /// <summary>As <see cref="Read(ReadOnlySpan{byte}, DivisionCode)"/>, from UTF-16.</summary>
    public static Address Read(ReadOnlySpan<char> text, DivisionCode division = default)
    {
        Span<char> buffer = stackalloc char[LongestText];
        var tidy = (ReadOnlySpan<char>)buffer[..AddressText.Tidy(text, buffer)];
        var rest = AddressDivision.Strip(tidy, division, out var named);
        var door = AddressDoor.Parse(rest);
        Span<char> normal = stackalloc char[2 * LongestText];
        var whole = door.Write(rest, normal, out var upToHouse, out var shared);
        var house = Hash(normal[..upToHouse], Seed);
        var building = Hash(normal[upToHouse..shared], house);
        var key = Hash(normal[shared..whole], building);
        return new Address
        {
            Key = new(whole == 0 ? 0 : Math.Max(key, 1)),
            HouseKey = new(upToHouse == 0 ? 0 : Math.Max(house, 1)),
            BuildingKey = new(shared == 0 ? 0 : Math.Max(building, 1)),
            Division = named,
            Parts = door.Parts | (rest.Length < tidy.Length ? AddressParts.Division : AddressParts.None),
            Group = door.GroupNumber(rest),
        };
    }

    /// <summary>The normal form without the division part, for a person to see why two addresses count as one.</summary>
    public static string Normalize(ReadOnlySpan<char> text, DivisionCode division = default)
    {
        Span<char> buffer = stackalloc char[LongestText];
        var rest = AddressDivision.Strip(buffer[..AddressText.Tidy(text, buffer)], division, out _);
        Span<char> normal = stackalloc char[2 * LongestText];
        return new string(normal[..AddressDoor.Parse(rest).Write(rest, normal, out _, out _)]);
    }

    private static ulong Hash(ReadOnlySpan<char> normal, ulong hash)
    {
        unchecked
        {
            foreach (var c in normal)
            {
                hash = (hash ^ c) * 1099511628211UL;
                hash ^= hash >> 29;
            }
        }

        return hash;
    }
}

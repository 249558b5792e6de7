using System.Globalization;

namespace Qingce.Standards;

/// <summary>
/// The parts of an address after its division: the place, and where the numbers of group, house, building, unit, floor and
/// room stand in the text.
/// </summary>
internal ref struct AddressDoor
{
    private Range _place;
    private Range _group;
    private Range _house;
    private Range _annex;
    private Range _building;
    private Range _unit;
    private Range _floor;
    private Range _room;

    private AddressDoor(int start)
    {
        var none = new Range(start, start);
        _place = _group = _house = _annex = _building = _unit = _floor = _room = none;
    }

    /// <summary>Which parts were found.</summary>
    public AddressParts Parts { get; private set; }

    /// <summary>Finds the parts in a tidy text without its division part.</summary>
    public static AddressDoor Parse(ReadOnlySpan<char> text)
    {
        var door = new AddressDoor(0);
        var placeEnd = -1;
        var start = SkipCommunity(text);
        for (var i = start; i < text.Length;)
        {
            if (!IsNumberStart(text, i))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end])
                || (text[end] == '-' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))))
            {
                end++;
            }

            var unitName = UnitAt(text[end..]);
            var after = end + unitName.Length;
            if (door.Take(text, i, end, unitName, after) && placeEnd < 0)
            {
                placeEnd = i;
            }

            i = after;
        }

        if (placeEnd < 0)
        {
            placeEnd = text.Length;
        }

        while (placeEnd > start && text[placeEnd - 1] is '-' or '附' or '#')
        {
            placeEnd--;
        }

        door._place = new Range(start, Math.Max(start, placeEnd));
        door.Parts |= placeEnd > start ? AddressParts.Place : AddressParts.None;
        return door;
    }

    /// <summary>The number of the village group, 0 when there is none.</summary>
    public readonly int GroupNumber(ReadOnlySpan<char> text) =>
        int.TryParse(text[_group], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>
    /// Writes the normal form and returns its length; <paramref name="shared"/> is the length up to the building, which all its
    /// doors share, and <paramref name="house"/> the length up to the house number.
    /// </summary>
    public readonly int Write(ReadOnlySpan<char> text, Span<char> destination, out int house, out int shared)
    {
        text[_place].CopyTo(destination);
        var count = text[_place].Length;
        count += Append(text[_group], "组", destination[count..]);
        count += Append(text[_house], "号", destination[count..]);
        count += Append(text[_annex], "附", destination[count..]);
        house = count;
        count += Append(text[_building], "栋", destination[count..]);
        shared = count;
        count += Append(text[_unit], "单元", destination[count..]);
        return count + (text[_room].IsEmpty ? Append(text[_floor], "层", destination[count..]) : Append(text[_room], "室", destination[count..]));
    }

    private static int Append(ReadOnlySpan<char> number, ReadOnlySpan<char> unit, Span<char> destination)
    {
        if (number.IsEmpty)
        {
            return 0;
        }

        number = number.Length > 1 ? number[..^1].TrimStart('0').IsEmpty ? number[^1..] : number.TrimStart('0') : number;
        number.CopyTo(destination);
        unit.CopyTo(destination[number.Length..]);
        return number.Length + unit.Length;
    }

    private static string UnitAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return string.Empty;
        }

        var second = text.Length > 1 ? text[1] : '\0';
        return text[0] switch
        {
            '号' => second switch { '楼' => "号楼", '院' => "号院", '房' => "号房", _ => "号" },
            '#' => second == '楼' ? "#楼" : "#",
            '单' => second == '元' ? "单元" : "单",
            '栋' => "栋",
            '幢' => "幢",
            '座' => "座",
            '室' => "室",
            '户' => "户",
            '房' => "房",
            '门' => "门",
            '梯' => "梯",
            '层' => "层",
            '楼' => "楼",
            '组' => "组",
            '队' => "队",
            '社' => "社",
            '排' => "排",
            '弄' => "弄",
            '巷' => "巷",
            '支' when second == '弄' => "支弄",
            _ => string.Empty,
        };
    }

    // Digits, or letters that a building or room bears (A座, B3栋) and not those of a name.
    private static bool IsNumberStart(ReadOnlySpan<char> text, int at)
    {
        if (char.IsAsciiDigit(text[at]))
        {
            return true;
        }

        return char.IsAsciiLetter(text[at]) && at + 1 < text.Length
            && (text[at + 1] is '座' or '栋' or '幢' or '区' or '楼' || char.IsAsciiDigit(text[at + 1]));
    }

    // A community before a road adds nothing and is often left out.
    private static int SkipCommunity(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("社区");
        return at is >= 1 and <= 8 && text[(at + 2)..].IndexOfAny('路', '街', '巷') > 0 && !text[..at].ContainsAnyInRange('0', '9') ? at + 2 : 0;
    }

    private bool Has(AddressParts part) => (Parts & part) != 0;

    private bool Set(ref Range part, Range value, AddressParts flag)
    {
        part = value;
        Parts |= flag;
        return true;
    }

    // Gives the number a part; false leaves it in the name of the place (318国道, 100弄).
    private bool Take(ReadOnlySpan<char> text, int start, int end, string unitName, int after)
    {
        var number = new Range(start, end);
        if (start > 0 && text[start - 1] == '附' && Has(AddressParts.House) && unitName is "号" or "")
        {
            _annex = number;
            return true;
        }

        var first = text[start..end].IndexOf('-');
        if (first >= 0 && unitName is "" or "室" or "号" or "户" or "房" && (unitName != "号" || Has(AddressParts.House) || Has(AddressParts.Building)))
        {
            return TakeChain(text, start, end);
        }

        switch (unitName)
        {
            case "号楼" or "#楼" or "栋" or "幢" or "座":
                return Set(ref _building, number, AddressParts.Building);
            case "#":
                return Has(AddressParts.Building) ? Set(ref _room, number, AddressParts.Room) : Set(ref _building, number, AddressParts.Building);
            case "单元" or "单" or "梯":
            case "门" when Has(AddressParts.Building):
                return Set(ref _unit, number, AddressParts.Unit);
            case "楼" when !Has(AddressParts.Building) && !Has(AddressParts.House) && !IsFloorOf(text, start, end, after):
                return Set(ref _building, number, AddressParts.Building);
            case "层" or "楼":
                return Set(ref _floor, number, AddressParts.None);
            case "室" or "户" or "房" or "号房":
                return Set(ref _room, number, AddressParts.Room);
            case "号院":
                return Set(ref _house, number, AddressParts.House);
            case "号":
                return Has(AddressParts.Building | AddressParts.Unit | AddressParts.House)
                    ? Set(ref _room, number, AddressParts.Room)
                    : IsPlaceName(text, after) ? false : Set(ref _house, number, AddressParts.House);
            case "组" or "队" or "排":
            case "社" when after >= text.Length || text[after] != '区':
                return !Has(AddressParts.Group) && Set(ref _group, number, AddressParts.Group);
            case "" when Has(AddressParts.House) || Has(AddressParts.Building) || Has(AddressParts.Unit):
                return !Has(AddressParts.Room) && Set(ref _room, number, AddressParts.Room);
            case "" when after == text.Length && start > 0:
                return Set(ref _house, number, AddressParts.House);
            default:
                return false;
        }
    }

    // 3-2-501 is building, unit, room; 3-501 building and room, or unit and room where the building is known already.
    private bool TakeChain(ReadOnlySpan<char> text, int start, int end)
    {
        Span<Range> parts = stackalloc Range[4];
        var count = text[start..end].Split(parts, '-');
        Range At(Range range) => new(range.Start.Value + start, range.End.Value + start);
        Set(ref _room, At(parts[count - 1]), AddressParts.Room);
        if (count >= 3)
        {
            Set(ref _building, At(parts[0]), AddressParts.Building);
            Set(ref _unit, At(parts[1]), AddressParts.Unit);
        }
        else if (count == 2)
        {
            _ = Has(AddressParts.Building) ? Set(ref _unit, At(parts[0]), AddressParts.Unit) : Set(ref _building, At(parts[0]), AddressParts.Building);
        }

        return true;
    }

    // 二号路, 七号镇: the number is part of the place's name, not a door.
    private static bool IsPlaceName(ReadOnlySpan<char> text, int after) =>
        after < text.Length && text[after] is '路' or '街' or '线' or '桥' or '公' or '镇' or '乡' or '村' or '屯';

    // 5楼501 names the floor, 5楼301 a building.
    private static bool IsFloorOf(ReadOnlySpan<char> text, int start, int end, int after)
    {
        var next = after;
        while (next < text.Length && char.IsAsciiDigit(text[next]))
        {
            next++;
        }

        return next == after || (next - after >= 3 && text[after..next].StartsWith(text[start..end]));
    }
}

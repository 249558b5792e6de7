namespace Qingce.Standards;

/// <summary>Takes the names of divisions off the beginning of an address.</summary>
internal static class AddressDivision
{
    private const int LongestName = 15;

    // Last characters of the names in the township table, but for a handful.
    private const string TownshipEnds = "道镇乡木场区园办处会社团司矿库所局";

    /// <summary>
    /// The address after its division part. <paramref name="named"/> is the code of the lowest division named, or none;
    /// <paramref name="hint"/> is where the address is known to lie, or none.
    /// </summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> address, DivisionCode hint, out DivisionCode named)
    {
        var rest = address;
        var code = 0;
        var level = DivisionLevel.None;
        var known = true;
        var index = DivisionNames.Loaded;
        while (level < DivisionLevel.County && TryTake(index, rest, level, known ? code : 0, hint, out var length, out var found, out var foundLevel))
        {
            rest = rest[length..];
            level = foundLevel;
            known = found != 0;
            code = known ? found : code;
            if (rest.StartsWith("市辖区") || rest.StartsWith("直辖"))
            {
                rest = rest[(rest[0] == '市' ? 3 : 2)..];
            }
        }

        named = code != 0 && known ? DivisionCode.OfCounty(code) : DivisionCode.None;
        var county = named.Level == DivisionLevel.County ? code : !hint.IsNone && hint.Level >= DivisionLevel.County && known ? hint.County : 0;
        if (county != 0 && TryTakeTownship(index, rest, county, out var taken, out var township))
        {
            named = DivisionCode.OfTownship(township);
            return rest[taken..];
        }

        return rest[GenericTownship(rest)..];
    }

    private static bool TryTake(
        DivisionNames index, ReadOnlySpan<char> rest, DivisionLevel above, int within, DivisionCode hint,
        out int length, out int code, out DivisionLevel level)
    {
        for (length = Math.Min(rest.Length, LongestName); length >= 2; length--)
        {
            if (rest[length - 1] is '省' or '市' or '区' or '县' or '旗' or '州' or '盟'
                && index.TryFind(rest[..length], above, within, hint, out code, out level))
            {
                return true;
            }
        }

        // A province without its last word (四川成都市) counts only before the name of a place in it.
        if (above == DivisionLevel.None)
        {
            for (length = 2; length <= Math.Min(3, rest.Length); length++)
            {
                if (index.TryFindShortProvince(rest[..length], out code)
                    && TryTake(index, rest[length..], DivisionLevel.Province, code, hint, out _, out var inside, out _) && inside != 0)
                {
                    level = DivisionLevel.Province;
                    return true;
                }
            }
        }

        code = 0;
        level = DivisionLevel.None;
        length = 0;
        return false;
    }

    private static bool TryTakeTownship(DivisionNames index, ReadOnlySpan<char> rest, int county, out int length, out int township)
    {
        for (length = Math.Min(rest.Length, LongestName); length >= 2; length--)
        {
            if (TownshipEnds.Contains(rest[length - 1], StringComparison.Ordinal) && index.TryFindTownship(rest[..length], county, out township))
            {
                return true;
            }
        }

        township = 0;
        length = 0;
        return false;
    }

    // Names that the table of townships does not have: up to eight characters and 街道, or up to six and 镇 or 乡 with no road
    // named after it.
    private static int GenericTownship(ReadOnlySpan<char> rest)
    {
        var street = rest.IndexOf("街道");
        if (street is >= 1 and <= 8 && street + 2 < rest.Length && !HasDigit(rest[..street]))
        {
            return street + 2;
        }

        var town = rest.IndexOfAny('镇', '乡');
        return town is >= 1 and <= 6 && town + 1 < rest.Length && !HasDigit(rest[..town])
            && rest[town + 1] is not ('路' or '街' or '巷' or '道' or '大' or '中'
            or '东' or '西' or '南' or '北' or '政' or '府' or '小' or '苑' or '园' or '海' or '江')
            ? town + 1
            : 0;
    }

    private static bool HasDigit(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9');
}

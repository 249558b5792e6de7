using System.Globalization;
using Qingce.Exchange.Masking;
using Qingce.Linkage;

namespace Qingce.Cli.Masking;

/// <summary>
/// Hides the values of columns that a linkage compares, by the kind of the column and its header. What is not known to be harmless is hidden.
/// </summary>
internal static class ColumnMask
{
    private static readonly (string[] Words, Func<string, string> Mask)[] Rules =
    [
        (["email", "e_mail", "mail", "邮箱", "邮件"], Email),
        (["phone", "mobile", "tel", "fax", "电话", "手机"], Mask.Phone),
        (["number", "id_no", "idno", "identifier", "citizen", "passport", "ssn", "sec_id", "证件", "证号", "号码", "身份证"], Mask.Paper),
        (["address", "addr", "street", "住址", "地址", "门牌", "street_number", "house"], Mask.Address),
        (["name", "fname", "lname", "surname", "姓", "名"], Mask.Name),
    ];

    // Values that many people share: none of them points at one person.
    private static readonly string[] HarmlessKinds = ["category", "sex", "number"];

    private static readonly string[] CoordinateHeaders = ["latitude", "longitude", "coordinate", "geopoint", "lat", "lon", "lng", "long", "gps", "经度", "纬度", "坐标", "经纬"];

    private static readonly string[] PlaceHeaders = ["region", "division", "district", "county", "province", "state", "区划", "地区", "省", "市", "区县"];

    /// <summary>How the values of a column are hidden. The code of a place, two to twelve digits, is nobody's.</summary>
    public static Func<string, string> Of(ModelColumn column)
    {
        Func<string, string> mask = OfKind(column);
        return PlaceHeaders.Any(word => column.Header.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? text => text.Length is 2 or 4 or 6 or 9 or 12 && text.All(char.IsAsciiDigit) ? text : mask(text)
            : mask;
    }

    private static Func<string, string> OfKind(ModelColumn column)
    {
        string kind = column.Kind.ToLowerInvariant(), header = column.Header.ToLowerInvariant();
        foreach ((string[] words, Func<string, string> mask) in Rules)
        {
            if (words.Any(word => kind.Contains(word, StringComparison.Ordinal)) && kind != "number")
            {
                return mask;
            }
        }

        if (kind.Contains("date", StringComparison.Ordinal) || (kind is "verbatim" or "number" && IsDate(header)))
        {
            return Mask.Year;
        }

        if (kind == "place")
        {
            return Mask.Address;
        }

        if (kind == "point" || IsCoordinate(header))
        {
            return Coordinates;
        }

        if (HarmlessKinds.Contains(kind))
        {
            return Plain;
        }

        foreach ((string[] words, Func<string, string> mask) in Rules)
        {
            if (words.Any(word => header.Contains(word, StringComparison.Ordinal)))
            {
                return mask;
            }
        }

        return Rest;
    }

    private static bool IsDate(string header) => header.Contains("date", StringComparison.Ordinal) || header.Contains("birth", StringComparison.Ordinal) || header.Contains("dob", StringComparison.Ordinal);

    // A short word is one of its own: lat of home_lat, and not of translation.
    private static bool IsCoordinate(string header) => CoordinateHeaders.Any(word =>
        word.Length <= 4 && char.IsAscii(word[0]) ? header.Split('_', ' ', '-', '.').Contains(word) : header.Contains(word, StringComparison.Ordinal));

    // A tenth of a degree is about ten kilometres: a town, and no house. What is no number in degrees is hidden as any other text.
    private static string Coordinates(string text)
    {
        string[] degrees = text.Split(',');
        return Array.TrueForAll(degrees, part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) <= 360)
            ? string.Join(',', degrees.Select(part => double.Parse(part, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.0", CultureInfo.InvariantCulture)))
            : Rest(text);
    }

    private static string Plain(string text) => Mask.Numbers(text, []);

    // The first letter: a domain is a family's or an employer's often enough.
    private static string Email(string text)
    {
        int first = char.IsHighSurrogate(text[0]) && text.Length > 1 ? 2 : 1;
        return text[..first] + string.Concat(text[first..].Where(c => !char.IsLowSurrogate(c)).Select(c => c == '@' ? '@' : '*'));
    }

    // A quarter of the characters at most, one at least, and none of a text of one.
    private static string Rest(string text)
    {
        int characters = text.Length - text.Count(char.IsLowSurrogate);
        int kept = characters == 1 ? 0 : Math.Clamp(characters / 4, 1, 4);
        int end = 0;
        for (int i = 0; i < kept; i++)
        {
            end += char.IsHighSurrogate(text[end]) && end + 1 < text.Length ? 2 : 1;
        }

        return text[..end] + new string('*', characters - kept);
    }
}

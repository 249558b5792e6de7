using System.Globalization;

using Qingce.Exchange.Codes;
using Qingce.Tables;

namespace Qingce.Simulation.Writing;

/// <summary>Dictionaries of the columns with few values: the code in the file's column is the position of the token.</summary>
internal static class Codes
{
    public static readonly TextCodes EventKinds = Tokens(CodeLists.EventKinds);
    public static readonly TextCodes Statuses = Tokens(CodeLists.SourceStatuses);
    public static readonly TextCodes Documents = Tokens(CodeLists.DocumentKinds);
    public static readonly TextCodes Cancellations = Tokens(CodeLists.CancellationReasons);
    public static readonly TextCodes Reasons = Tokens(CodeLists.RegistrationReasons);
    public static readonly TextCodes HouseholdTypes = Tokens(CodeLists.HouseholdTypes);

    /// <summary>The numbers 0 to 99 with two digits: relation, marital status, education, ethnicity.</summary>
    public static readonly TextCodes TwoDigits = new(Enumerable.Range(0, 100).Select(code => code.ToString("00", CultureInfo.InvariantCulture)));

    public static readonly TextCodes OneDigit = new(Enumerable.Range(0, 10).Select(code => code.ToString(CultureInfo.InvariantCulture)));

    private static TextCodes Tokens<TCode>(CodeList<TCode> list)
        where TCode : struct, Enum => new(Enum.GetValues<TCode>().Select(list.Token));
}

/// <summary>The division codes of a part, each written once. One thread at a time.</summary>
internal sealed class DivisionCodes
{
    private readonly Dictionary<long, int> _codes = [];

    public TextCodes Dictionary { get; private set; } = new();

    /// <summary>The dictionary code of a division of 6, 9 or 12 digits.</summary>
    public int this[long division]
    {
        get
        {
            if (!_codes.TryGetValue(division, out int code))
            {
                code = Dictionary.Add(division.ToString(CultureInfo.InvariantCulture));
                _codes.Add(division, code);
            }

            return code;
        }
    }

    public void Clear()
    {
        _codes.Clear();
        Dictionary = new TextCodes();
    }
}

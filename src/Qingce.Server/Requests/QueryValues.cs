using System.Globalization;

namespace Qingce.Server.Requests;

/// <summary>A date yyyy-MM-dd, or its year or month alone.</summary>
/// <param name="Text">As it was given.</param>
internal readonly record struct DateBeginning(string Text)
{
    public static bool TryParse(string? text, out DateBeginning date)
    {
        date = new DateBeginning(text ?? "");
        return DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }
}

/// <summary>A division code or its beginning, 2 to 12 digits.</summary>
/// <param name="Text">As it was given.</param>
internal readonly record struct DivisionBeginning(string Text)
{
    public static bool TryParse(string? text, out DivisionBeginning division)
    {
        division = new DivisionBeginning(text ?? "");
        return text is { Length: >= 2 and <= 12 } && text.All(char.IsAsciiDigit);
    }
}

/// <summary>An indicator, as I09 or 9.</summary>
/// <param name="Number">1 to 12.</param>
internal readonly record struct IndicatorNumber(int Number)
{
    private const int Last = 12;

    public static bool TryParse(string? text, out IndicatorNumber indicator)
    {
        string digits = text is ['I' or 'i', .. string rest] ? rest : text ?? "";
        bool reads = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= Last;
        indicator = new IndicatorNumber(number);
        return reads;
    }
}

/// <summary>What a proposal is of: a merge, or a kind of change that events ask for.</summary>
/// <param name="Token">As it is kept.</param>
internal readonly record struct ProposalKind(string Token)
{
    public static IReadOnlyList<string> All { get; } = ["merge", "birth", "death", "marriage", "divorce", "adoption", "move_out", "alteration"];

    public static bool TryParse(string? text, out ProposalKind kind)
    {
        kind = new ProposalKind(text ?? "");
        return All.Contains(text);
    }
}

using System.Buffers;

namespace Qingce.Tables;

/// <summary>
/// Texts that a spreadsheet would run as a formula get an apostrophe in front, and so do those that begin with one, so that taking off
/// one apostrophe gives back every text.
/// </summary>
internal static class FormulaGuard
{
    private static readonly SearchValues<byte> Starts = SearchValues.Create("=+-@\t\r'"u8);

    /// <summary>Whether a text that begins so gets an apostrophe.</summary>
    public static bool Guards(byte first) => Starts.Contains(first);
}

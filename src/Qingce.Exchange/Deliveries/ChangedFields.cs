using System.Text;
using Qingce.Exchange.Files;

namespace Qingce.Exchange.Deliveries;

/// <summary>What a past change may say that it changed: a column of the register by its English or Chinese header, or the registration itself.</summary>
public static class ChangedFields
{
    /// <summary>The act by which the person came onto the register.</summary>
    public const string Registration = "registration";

    private static readonly Dictionary<string, string> ByWord = MakeWords();
    private static readonly Dictionary<string, int> Positions =
        Enumerable.Range(0, FileShapes.Register.Count).ToDictionary(i => FileShapes.Register[i].Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> BySpan = Positions.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The English header a word stands for; the word itself when it stands for none.</summary>
    /// <param name="word">English or Chinese, in any letter case.</param>
    public static string Header(string word) => ByWord.GetValueOrDefault(word.Trim(), word.Trim());

    /// <summary>Whether a text is an English header or stands for the registration.</summary>
    /// <param name="header">UTF-8.</param>
    public static bool IsKnown(ReadOnlySpan<byte> header) => header.SequenceEqual("registration"u8) || Position(header) >= 0;

    /// <summary>Position in the register's shape of an English header; -1 for none.</summary>
    /// <param name="header">UTF-8.</param>
    public static int Position(ReadOnlySpan<byte> header)
    {
        Span<char> chars = stackalloc char[32];
        return header.Length <= chars.Length && BySpan.TryGetValue(chars[..Encoding.UTF8.GetChars(header, chars)], out int position) ? position : -1;
    }

    private static Dictionary<string, string> MakeWords()
    {
        Dictionary<string, string> words = new(StringComparer.OrdinalIgnoreCase)
        {
            [Registration] = Registration,
            ["登记"] = Registration,
            ["户口登记"] = Registration,
        };
        foreach (FieldShape shape in FileShapes.Register)
        {
            words[shape.Name] = shape.Name;
            words.TryAdd(shape.Chinese, shape.Name);
        }

        return words;
    }
}

using System.Text;

namespace Qingce.Exchange.Codes;

/// <summary>
/// A closed list of codes, each with the token written in files and its Chinese and English names. Reading accepts the
/// token in any letter case, and the Chinese name or one of its other spellings.
/// </summary>
/// <typeparam name="TCode">The enumeration whose members are the codes; its zero value means none.</typeparam>
/// <remarks>Immutable, hence safe for use by several threads.</remarks>
public sealed class CodeList<TCode>
    where TCode : struct, Enum
{
    private readonly Dictionary<string, TCode> _byText = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TCode>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<TCode, CodeNames> _names = [];

    /// <summary>Makes a list.</summary>
    /// <param name="rows">Code, token, Chinese and English name, and other spellings with a space between. Of two codes that share a spelling the first has it.</param>
    public CodeList(params ReadOnlySpan<(TCode Code, string Token, string Chinese, string English, string Others)> rows)
    {
        foreach ((TCode code, string token, string chinese, string english, string others) in rows)
        {
            _names.Add(code, new CodeNames(token, chinese, english));
            _byText.TryAdd(token, code);
            foreach (string text in others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(chinese))
            {
                _byText.TryAdd(text, code);
            }
        }

        _bySpan = _byText.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Every code of the list, in the order of its definition, without the value that means none.</summary>
    public IReadOnlyCollection<TCode> Codes => _names.Keys;

    /// <summary>Reads UTF-8 text. Surrounding white space is ignored.</summary>
    /// <param name="utf8">The text as found in a file.</param>
    /// <param name="code">The code, or the value that means none when the text is not on the list.</param>
    /// <returns>Whether the text is on the list.</returns>
    public bool TryRead(ReadOnlySpan<byte> utf8, out TCode code)
    {
        code = default;
        Span<char> chars = stackalloc char[64];
        return utf8.Length <= chars.Length
            && TryRead(chars[..Encoding.UTF8.GetChars(utf8, chars)], out code);
    }

    /// <summary>Reads text. Surrounding white space is ignored.</summary>
    /// <param name="text">The text as found in a file.</param>
    /// <param name="code">The code, or the value that means none when the text is not on the list.</param>
    /// <returns>Whether the text is on the list.</returns>
    public bool TryRead(ReadOnlySpan<char> text, out TCode code) => _bySpan.TryGetValue(text.Trim(), out code);

    /// <summary>The token written in files; empty for the value that means none.</summary>
    public string Token(TCode code) => _names.TryGetValue(code, out CodeNames? names) ? names.Token : "";

    /// <summary>The Chinese name; empty for the value that means none.</summary>
    public string Chinese(TCode code) => _names.TryGetValue(code, out CodeNames? names) ? names.Chinese : "";

    /// <summary>The English name; empty for the value that means none.</summary>
    public string English(TCode code) => _names.TryGetValue(code, out CodeNames? names) ? names.English : "";

    private sealed record CodeNames(string Token, string Chinese, string English);
}

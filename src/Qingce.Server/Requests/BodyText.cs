using System.Globalization;
using System.Text;
using System.Text.Json;
using Qingce.Server.Languages;
using Qingce.Server.Problems;

namespace Qingce.Server.Requests;

/// <summary>
/// Looks through the texts of a JSON body, names of members among them: no control characters but tabs and line ends, and nothing that is no text at all. What a
/// database refuses is refused here, on every store alike, with its place.
/// </summary>
internal static class BodyText
{
    private const int MostShown = 32;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Looks through a body. What is no JSON is left to its reader.</summary>
    /// <param name="body">The body.</param>
    /// <returns>Whether a null stands in it.</returns>
    /// <exception cref="ProblemException">A text cannot be used; the problem names its place.</exception>
    public static bool Check(ReadOnlySpan<byte> body)
    {
        Stack<(string Name, int Element)> places = [];
        string name = "";
        bool hasNull = false;
        Utf8JsonReader reader = new(body);
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        places.Push((Next(places, name), -1));
                        break;
                    case JsonTokenType.StartArray:
                        places.Push((Next(places, name), 0));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        places.Pop();
                        break;
                    case JsonTokenType.PropertyName:
                        name = Text(ref reader) ?? throw Refused(At(places.Peek().Name, "\uFFFD"));
                        break;
                    case JsonTokenType.String when Text(ref reader) is null:
                        throw Refused(Next(places, name));
                    case JsonTokenType.Null:
                        hasNull = true;
                        Next(places, name);
                        break;
                    default:
                        Next(places, name);
                        break;
                }
            }
        }
        catch (JsonException)
        {
            // Its reader says where it is cut off.
        }

        return hasNull;
    }

    // The place of the value that begins here; in an array the next one has the next number.
    private static string Next(Stack<(string Name, int Element)> places, string name)
    {
        if (!places.TryPop(out (string Name, int Element) inside))
        {
            return "";
        }

        if (inside.Element < 0)
        {
            places.Push(inside);
            return At(inside.Name, name);
        }

        places.Push(inside with { Element = inside.Element + 1 });
        return string.Create(CultureInfo.InvariantCulture, $"{inside.Name}[{inside.Element}]");
    }

    private static string At(string place, string name)
    {
        string shown = name.Length <= MostShown ? name : name[..MostShown] + "…";
        return place.Length == 0 ? shown : $"{place}.{shown}";
    }

    // Null where it cannot be used.
    private static string? Text(ref Utf8JsonReader reader)
    {
        string text;
        try
        {
            text = reader.ValueIsEscaped ? reader.GetString()! : Strict.GetString(reader.ValueSpan);
        }
        catch (Exception fault) when (fault is InvalidOperationException or DecoderFallbackException)
        {
            return null;
        }

        return text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')) ? null : text;
    }

    private static ProblemException Refused(string place)
    {
        string shown = place.Length == 0 ? "body" : place;
        Phrase text = new(
            $"{shown} 含有控制字符或不完整的字符（如单独的代理项 \\ud800）；请删去后重新发送。",
            $"{shown} has a control character or half a character (as the lone surrogate \\ud800) in it; take it out and send it again.");
        return new ProblemException(ProblemCatalogue.BodyInvalid.At(shown, text.Chinese, text.English));
    }
}

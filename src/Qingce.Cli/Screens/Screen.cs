using Spectre.Console;
using Spectre.Console.Rendering;

namespace Qingce.Cli.Screens;

/// <summary>Where a command talks: results to the standard output, everything else to the standard error.</summary>
internal sealed class Screen(Language language, bool json)
{
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;

    public Language Language { get; } = language;

    /// <summary>Whether the output is for a machine.</summary>
    public bool Json { get; } = json;

    public string Say(Phrase phrase) => phrase.In(Language);

    public string Say(string chinese, string english) => Language == Language.Chinese ? chinese : english;

    public void Write(string line) => _out.WriteLine(line);

    /// <summary>Tells of something the person should know that is no result; nothing in the way of a machine.</summary>
    public void Note(Phrase phrase)
    {
        if (!Json)
        {
            _error.WriteLine(Plain(Say(phrase)));
        }
    }

    public void Fail(Phrase phrase) => _error.WriteLine($"qingce: {Plain(Say(phrase))}");

    /// <summary>What a file holds is no order to the terminal: control characters become visible ones.</summary>
    private static string Plain(string text) =>
        string.Create(text.Length, text, static (plain, given) =>
        {
            for (int i = 0; i < given.Length; i++)
            {
                plain[i] = char.IsControl(given[i]) || given[i] is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' ? '\uFFFD' : given[i];
            }
        });

    /// <summary>Writes a table or the like. A pipe gets plain text that is not cut to a width.</summary>
    public void Render(IRenderable content)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 200;
        }

        console.Write(content);
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using Qingce.Linkage;

namespace Qingce.Cli;

/// <summary>Options that a command has not: the parser takes them for files where any number of files may be given.</summary>
internal static class UnknownOption
{
    /// <summary>A phrase for each of them. What stands behind <c>--</c> is no option.</summary>
    public static IEnumerable<Phrase> In(ParseResult parsed)
    {
        string[] plain = [.. parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value)];
        CommandResult[] commands = [.. Above(parsed.CommandResult)];
        string[] known = [.. parsed.CommandResult.Command.Options.Concat(commands.SelectMany(command => command.Command.Options.Where(option => option.Recursive))).Select(option => option.Name).Distinct()];
        return commands.SelectMany(command => command.Children).OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
            .Where(token => token.Value is ['-', not '-', ..] or ['-', '-', _, ..] && !plain.Contains(token.Value))
            .Select(token => Of(token.Value.Split('=')[0], parsed.CommandResult.Command.Name, known));
    }

    private static Phrase Of(string option, string command, string[] known)
    {
        string? near = known.Where(name => Distance(name, option) <= Math.Max(1, option.Length / 3)).MinBy(name => Distance(name, option));
        return new Phrase(
            $"{command} 没有选项“{option}”。" + (near is null ? $"若是文件，请写作 ./{option}。" : $"是否应为“{near}”？"),
            $"{command} has no option '{option}'. " + (near is null ? $"Write a file of that name as ./{option}." : $"Did you mean '{near}'?"));
    }

    private static IEnumerable<CommandResult> Above(CommandResult? command)
    {
        for (; command is not null; command = command.Parent as CommandResult)
        {
            yield return command;
        }
    }

    private static int Distance(string one, string other) => Similarity.EditDistance([.. one.Select(letter => (int)letter)], [.. other.Select(letter => (int)letter)]);
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Qingce.Cli;

/// <summary>The help of a command without the arguments of the commands above it, which it does not take.</summary>
internal sealed class OwnHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        foreach (Argument argument in parseResult.CommandResult.Command.Parents.OfType<Command>().SelectMany(c => c.Arguments))
        {
            argument.Hidden = true;
        }

        return help.Invoke(parseResult);
    }
}

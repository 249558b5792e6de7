using System.CommandLine;
using Qingce.Cli.Screens;

namespace Qingce.Cli.Commands;

/// <summary><c>completion</c>: the script that lets a shell complete commands and options.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _qingce() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _qingce qingce ./run
        """;

    private const string Zsh = """
        #compdef qingce
        _qingce() {
            local -a words_found
            words_found=("${(@f)$(qingce "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -- $words_found
            _files
        }
        compdef _qingce qingce
        """;

    private const string Fish = """
        complete -c qingce -a '(qingce "[suggest:"(commandline -C)"]" (commandline -b) 2>/dev/null)'
        """;

    public static Command Create(Screen screen)
    {
        Argument<string> shell = new("shell")
        {
            HelpName = "bash|zsh|fish",
            Description = screen.Say("哪一种外壳。", "Which shell."),
        };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        Command command = new("completion", screen.Say(
            "输出外壳补全脚本，例如：source <(qingce completion bash)", "Print a shell completion script, as for: source <(qingce completion bash)"))
        {
            shell,
        };
        command.SetAction(parsed =>
        {
            screen.Write(parsed.GetValue(shell) switch
            {
                "zsh" => Zsh,
                "fish" => Fish,
                _ => Bash,
            });
            return ExitCode.Done;
        });
        return command;
    }
}

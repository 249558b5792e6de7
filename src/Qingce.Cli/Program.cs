using System.Reflection;

namespace Qingce.Cli;

internal static class Program
{
    /// <summary>The version of the program, without the commit.</summary>
    public static string Version { get; } =
        typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static async Task<int> Main(string[] args)
    {
        if (args is ["--version"])
        {
            Console.Out.WriteLine(Version);
            return ExitCode.Done;
        }

        return await CommandLine.RunAsync(args);
    }
}

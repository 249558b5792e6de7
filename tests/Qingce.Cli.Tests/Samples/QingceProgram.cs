using System.Diagnostics;

namespace Qingce.Cli.Tests.Samples;

/// <summary>The built program, run as a process with its output in pipes.</summary>
internal static class QingceProgram
{
    public static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "qingce.dll");

    public static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    public static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Dll, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment.Remove("LC_ALL");
        return Process.Start(start)!;
    }
}

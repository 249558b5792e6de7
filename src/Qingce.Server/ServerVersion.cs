using System.Reflection;

namespace Qingce.Server;

internal static class ServerVersion
{
    /// <summary>The version of the program, without the commit.</summary>
    public static string Text { get; } =
        typeof(ServerVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}

using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Qingce.Architecture.Tests;

/// <summary>The source tree as files, found from where this file was compiled.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    public static IEnumerable<string> SourceFiles(params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));

    public static string Relative(string path) => Path.GetRelativePath(Root, path);

    /// <summary>Each project under src, with the projects of ours and the packages it references.</summary>
    public static IReadOnlyDictionary<string, ProjectReferences> Projects() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), ReadReferences);

    private static ProjectReferences ReadReferences(string path)
    {
        XDocument project = XDocument.Load(path);
        return new ProjectReferences(
            [.. Includes(project, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')))],
            [.. Includes(project, "PackageReference")]);
    }

    private static IEnumerable<string> Includes(XDocument project, string element) =>
        project.Descendants(element).Select(e => (string?)e.Attribute("Include")).OfType<string>();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

/// <param name="Projects">Projects of ours.</param>
/// <param name="Packages">Packages of others.</param>
internal sealed record ProjectReferences(IReadOnlyList<string> Projects, IReadOnlyList<string> Packages);

using System.Text.RegularExpressions;

namespace Qingce.Architecture.Tests;

/// <summary>Habits that no analyzer holds.</summary>
public sealed partial class HouseStyleTests
{
    [Fact]
    public void SourceFiles_AreShort()
    {
        string[] tooLong = [.. Repository.SourceFiles("src", "tests", "bench")
            .Where(path => !path.Contains("/Migrations/")) // Written by dotnet ef.
            .Select(path => (Path: Repository.Relative(path), Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines > 400)
            .Select(file => $"{file.Path}: {file.Lines} lines")];

        Assert.Empty(tooLong);
    }

    [Fact]
    public void SourceFiles_HaveNamesThatSaySomething()
    {
        string[] vague = [.. Repository.SourceFiles("src", "bench")
            .Where(path => VagueName().IsMatch(Path.GetFileNameWithoutExtension(path)))
            .Select(Repository.Relative)];

        Assert.Empty(vague);
    }

    [Fact]
    public void SourceFiles_HoldNoRegionsNorUnfinishedNotes()
    {
        string[] notes = [.. Repository.SourceFiles("src", "bench")
            .SelectMany(path => File.ReadLines(path).Select((line, i) => (Path: path, Line: line, Number: i + 1)))
            .Where(line => UnfinishedNote().IsMatch(line.Line))
            .Select(line => $"{Repository.Relative(line.Path)}:{line.Number}: {line.Line.Trim()}")];

        Assert.Empty(notes);
    }

    [Fact]
    public void Folders_AreConcepts()
    {
        string[] drawers = ["Services", "Models", "Interfaces", "DTOs", "Dtos", "Helpers", "Utils", "Common", "Core", "Impl"];

        string[] found = [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(path => drawers.Contains(Path.GetFileName(path)))
            .Select(Repository.Relative)];

        Assert.Empty(found);
    }

    [Fact]
    public void Repository_HoldsNoLargeFiles()
    {
        string[] folders = ["src", "tests", "bench", "docs", "eng"];

        string[] large = [.. folders.Select(folder => Path.Combine(Repository.Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/bin/") && !path.Contains("/obj/"))
            .Where(path => new FileInfo(path).Length > 1 << 20)
            .Select(Repository.Relative)];

        Assert.Empty(large);
    }

    [GeneratedRegex("(Service|Services|Manager|Helper|Helpers|Util|Utils|Processor|Impl)$")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"^\s*#region|throw new NotImplementedException|//.*\b(TODO|FIXME|HACK)\b")]
    private static partial Regex UnfinishedNote();
}

namespace Qingce.Architecture.Tests;

/// <summary>Data goes one way: which project may know which.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Qingce.Standards"] = [],
        ["Qingce.Tables"] = [],
        ["Qingce.Linkage"] = ["Qingce.Tables"],
        ["Qingce.Linkage.Chinese"] = ["Qingce.Linkage", "Qingce.Standards", "Qingce.Tables"],
        ["Qingce.Exchange"] = ["Qingce.Standards", "Qingce.Tables"],
        ["Qingce.Register"] = ["Qingce.Standards", "Qingce.Exchange"],
        ["Qingce.Checks"] = ["Qingce.Standards", "Qingce.Tables", "Qingce.Exchange", "Qingce.Linkage", "Qingce.Linkage.Chinese"],
        ["Qingce.Storage"] = ["Qingce.Standards", "Qingce.Tables", "Qingce.Exchange", "Qingce.Register"],
        ["Qingce.Storage.Sqlite"] = ["Qingce.Standards", "Qingce.Tables", "Qingce.Exchange", "Qingce.Register", "Qingce.Storage"],
        ["Qingce.Storage.Postgres"] = ["Qingce.Standards", "Qingce.Tables", "Qingce.Exchange", "Qingce.Register", "Qingce.Storage"],
        ["Qingce.Simulation"] = ["Qingce.Standards", "Qingce.Tables", "Qingce.Exchange"],
        ["Qingce.Server"] =
        [
            "Qingce.Standards", "Qingce.Tables", "Qingce.Exchange", "Qingce.Linkage", "Qingce.Linkage.Chinese", "Qingce.Checks",
            "Qingce.Simulation", "Qingce.Register", "Qingce.Storage", "Qingce.Storage.Sqlite", "Qingce.Storage.Postgres",
        ],
        ["Qingce.Cli"] =
        [
            "Qingce.Server",
            "Qingce.Standards", "Qingce.Tables", "Qingce.Exchange", "Qingce.Linkage", "Qingce.Linkage.Chinese",
            "Qingce.Checks", "Qingce.Simulation", "Qingce.Register", "Qingce.Storage", "Qingce.Storage.Sqlite", "Qingce.Storage.Postgres",
        ],
    };

    [Fact]
    public void Projects_ReferenceOnlyWhatTheyMayKnow()
    {
        IReadOnlyDictionary<string, ProjectReferences> projects = Repository.Projects();

        Assert.Equal(Allowed.Keys.Order(), projects.Keys.Order());
        foreach ((string project, ProjectReferences references) in projects)
        {
            Assert.Empty(references.Projects.Except(Allowed[project]).Select(other => $"{project} -> {other}"));
        }
    }

    [Fact]
    public void InnerProjects_KnowNoHostAndNoScreen()
    {
        string[] outer = ["Spectre.", "System.CommandLine", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Orleans", "DuckDB"];

        foreach ((string project, ProjectReferences references) in Repository.Projects()
            .Where(p => p.Key is not ("Qingce.Cli" or "Qingce.Server") && !p.Key.StartsWith("Qingce.Storage")))
        {
            Assert.DoesNotContain(references.Packages, package => outer.Any(package.StartsWith));
            Assert.True(
                project == "Qingce.Tables" || references.Packages.All(package => package.StartsWith("Microsoft.CodeAnalysis.")),
                $"{project} takes packages; only Tables reads formats");
        }
    }

    [Fact]
    public void Truth_IsReadByTheEvaluationAlone()
    {
        string[] mention = [.. Repository.SourceFiles("src")
            .Where(path => File.ReadAllText(path).Contains("truth", StringComparison.OrdinalIgnoreCase))
            .Select(path => Repository.Relative(path))
            .Where(path => !path.StartsWith("src/Qingce.Simulation/") && !path.StartsWith("src/Qingce.Cli/"))];

        Assert.All(mention, path => Assert.Equal("src/Qingce.Exchange/Files/FileShapes.cs", path));
    }

    [Fact]
    public void Checks_DecideNothingByEthnicity()
    {
        string[] mention = [.. Repository.SourceFiles("src/Qingce.Checks", "src/Qingce.Linkage", "src/Qingce.Linkage.Chinese")
            .Where(path => path.Contains("/Indicators/") || path.Contains("Linkage"))
            .Where(path => File.ReadAllText(path).Contains("ethnicity", StringComparison.OrdinalIgnoreCase))
            .Select(Repository.Relative)];

        Assert.Empty(mention);
    }
}

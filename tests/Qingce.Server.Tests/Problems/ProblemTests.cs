using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Qingce.Server.Problems;
using Qingce.Storage;

namespace Qingce.Server.Tests.Problems;

public sealed class ProblemTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public void Codes_AreUniqueAndSpeakBothLanguages()
    {
        Assert.Equal(ProblemCatalogue.All.Count, ProblemCatalogue.All.Select(kind => kind.Code).Distinct().Count());
        Assert.All(ProblemCatalogue.All, kind =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", kind.Code);
            Assert.InRange(kind.Status, 400, 599);
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", kind.Title.Chinese);
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", kind.Remedy.Chinese);
            Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", kind.Title.English + kind.Remedy.English);
        });
    }

    [Fact]
    public void FullDisk_OfTheSystemOrTheStore_IsToldFromOtherFaults()
    {
        IOException full = Assert.ThrowsAny<IOException>(() =>
        {
            using FileStream file = new("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            file.Write([1]);
        });

        Assert.True(DiskFull.Is(new InvalidOperationException("", full)));
        Assert.True(DiskFull.Is(new SqliteException("SQLite Error 13: 'database or disk is full'.", 13)));
        Assert.False(DiskFull.Is(new SqliteException("database is locked", 5)));
        Assert.False(DiskFull.Is(new IOException("cut off")));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("zh", true)]
    [InlineData("zh-Hans-CN, en;q=0.8", true)]
    [InlineData("en, zh", false)]
    [InlineData("en;q=0.5, zh-CN;q=0.9", true)]
    [InlineData("fr", false)]
    [InlineData("zh;q=0", false)]
    [InlineData("???", false)]
    public async Task Problem_IsInTheLanguageAskedFor(string accepted, bool chinese)
    {
        JsonElement problem = await server.GetAsync("/no/such/path", HttpStatusCode.NotFound, ("Accept-Language", accepted));

        Assert.Equal("path-unknown", problem.GetProperty("code").GetString());
        Assert.Equal("/problems/path-unknown", problem.GetProperty("type").GetString());
        Assert.Equal(404, problem.GetProperty("status").GetInt32());
        Assert.Matches("^[0-9a-f]{32}$", problem.GetProperty("traceId").GetString());
        Assert.Equal(chinese, Regex.IsMatch(problem.GetProperty("detail").GetString()!, @"\p{IsCJKUnifiedIdeographs}"));
    }

    [Fact]
    public async Task Page_OfAProblem_SaysWhatToDo()
    {
        foreach (JsonElement kind in (await server.GetAsync("/problems")).EnumerateArray())
        {
            JsonElement page = await server.GetAsync($"/problems/{kind.GetProperty("code").GetString()}");
            Assert.NotEmpty(page.GetProperty("remedy").GetString()!);
        }
    }

    [Fact]
    public async Task Method_ThatAPathDoesNotTake_IsAProblem() =>
        Assert.Equal(
            "method-not-allowed",
            (await server.SendAsync(HttpMethod.Delete, "/health/live", null, HttpStatusCode.MethodNotAllowed)).GetProperty("code").GetString());
}

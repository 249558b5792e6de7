using Qingce.Server.Hosting;
using Qingce.Testing;

namespace Qingce.Server.Tests.Hosting;

public sealed class StartTests
{
    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=qingce;Database=register;Timeout=5", "127.0.0.1:1/register: PostgreSQL cannot be used", 5)]
    [InlineData("Hots=127.0.0.1", "the connection string cannot be read", 2)]
    public async Task Start_OnADatabaseThatCannotBeUsed_SaysWhatToDoAndLeavesNothing(string database, string said, int exit)
    {
        using TemporaryFolder folder = new();

        InvalidOperationException ended = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ServerProcess.StartAsync("--data", folder["data"], "--database", database));

        Assert.Contains(said, ended.Message, StringComparison.Ordinal);
        Assert.Contains($"ended with {exit}:", ended.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task Start_WithRulesThatAreNone_SaysSoAndLeavesNothing()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["rules.json"], "[]");

        InvalidOperationException ended = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync("--data", folder["data"], "--rules", folder["rules.json"]));

        Assert.Contains("ended with 3:", ended.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task Start_OnARegisterThatWasEmptied_IsRefusedWithWhatToDo()
    {
        using TemporaryFolder folder = new();
        await using (ServerProcess server = await ServerProcess.StartAsync("--data", folder["data"]))
        {
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder["data"], "register.db")));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder["data"], "register.db-wal")));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder["data"]));
            }

            Assert.Equal(0, await server.StopAsync());
        }

        File.WriteAllBytes(Path.Combine(folder["data"], "register.db"), []);
        InvalidOperationException ended = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync("--data", folder["data"]));

        Assert.Contains("the file is empty, and the keys of a register lie beside it", ended.Message, StringComparison.Ordinal);
        Assert.Contains("ended with 5:", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnAStoreWithDamagedPages_SaysThatItIsDamaged()
    {
        using TemporaryFolder folder = new();
        string rows = string.Concat(Enumerable.Range(0, 3000).Select(at => $"R{at:0000},H{at},02,端木华,1,1980-05-06,,32050500{at % 10 + 1:0000}\n"));
        await using (ServerProcess server = await ServerProcess.StartAsync("--data", folder["data"]))
        {
            await server.DeliverAsync("register", System.Text.Encoding.UTF8.GetBytes("registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\n" + rows), "register.csv");
            Assert.Equal(0, await server.StopAsync());
        }

        // The tables and indexes of the registrations lie behind the first few, which opening reads.
        using (FileStream file = File.OpenWrite(Path.Combine(folder["data"], "register.db")))
        {
            for (long page = 120; page < file.Length / 4096; page++)
            {
                file.Position = page * 4096;
                file.Write(System.Text.Encoding.ASCII.GetBytes(new string('x', 512)));
            }
        }

        InvalidOperationException ended = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using ServerProcess damaged = await ServerProcess.StartAsync("--data", folder["data"]);
            await Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            throw new InvalidOperationException(damaged.Written);
        });

        Assert.Contains("malformed", ended.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Interrupted", ended.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_OnAFolderThatIsServedAlready_IsRefused(bool onPostgres)
    {
        using TemporaryFolder folder = new();
        string[] arguments = ["--data", folder["data"], .. onPostgres ? ["--database", await (await PostgresServer.SharedAsync()).NewDatabaseAsync()] : Array.Empty<string>()];
        await using ServerProcess first = await ServerProcess.StartAsync(arguments);

        InvalidOperationException ended = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync(arguments));

        Assert.Contains("ended with 5", ended.Message, StringComparison.Ordinal);
        Assert.Contains($"in use by another server (process {first.Id})", ended.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnABusyPort_SaysSoAndNothingElse()
    {
        using TemporaryFolder folder = new();
        await using ServerProcess first = await ServerProcess.StartAsync("--data", folder["first"]);

        InvalidOperationException ended = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ServerProcess.StartAsync("--data", folder["second"], "--urls", first.Client.BaseAddress!.ToString()));

        Assert.Contains("the address is in use", ended.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_WithoutAWishedLanguage_AreInThatOfTheServer()
    {
        using TemporaryFolder folder = new();
        await using ServerProcess server = await ServerProcess.StartAsync("--data", folder["data"], "--lang", "zh");

        string said = await (await server.Client.GetAsync("/no/such/path", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        string english = (await server.SendAsync(HttpMethod.Get, "/no/such/path", null, HttpStatusCode.NotFound, ("Accept-Language", "en"))).GetRawText();

        Assert.Contains("没有这个路径", said, StringComparison.Ordinal);
        Assert.Contains("There is no such path", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_UnderTheProvincesRules_KeepsTheOneRegisteredFirst()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["rules.json"], """{ "trueRegistration": ["registered-first"] }""");
        await using ServerProcess server = await ServerProcess.StartAsync("--data", folder["data"], "--rules", folder["rules.json"]);
        await server.DeliverAsync("register", System.Text.Encoding.UTF8.GetBytes(
            "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,registered_on,card_issued_on\n"
            + "R1,H1,02,王芳,2,1980-05-06,,320505001002,1990-01-01,\nR2,H2,02,王芳,2,1980-05-06,,320505001003,2001-01-01,2006-01-01\n"), "register.csv");

        JsonElement refused = await MergeAsync(server, "R2", "R1", HttpStatusCode.Conflict);
        await MergeAsync(server, "R1", "R2", HttpStatusCode.Created);

        Assert.Contains("registered first", refused.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{\"keep\":1}", "\"keep\" is no rule")]
    [InlineData("{\"trueRegistration\":[\"oldest\"]}", "not-gained-by-fraud")]
    [InlineData("{\"trueRegistration\":[]}", "at least one")]
    [InlineData("{\"secondGenerationFrom\":\"2004\"}", "2004-01-01")]
    public void Rules_ThatAreNone_AreRefusedWithWhatToDo(string text, string said)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["rules.json"], text);

        ServerStartException refused = Assert.Throws<ServerStartException>(() => RulesFile.Read(folder["rules.json"]));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Contains(folder["rules.json"], refused.Phrase.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_FillsAnEmptyStoreOnceAndIsThenReady()
    {
        using TemporaryFolder folder = new();
        string first;
        await using (ServerProcess server = await ServerProcess.StartAsync("--data", folder["data"], "--demo"))
        {
            first = await FilledAsync(server);
            Assert.Contains("\"category\":\"register\"", first, StringComparison.Ordinal);
            Assert.Equal(0, await server.StopAsync());
        }

        await using ServerProcess again = await ServerProcess.StartAsync("--data", folder["data"], "--demo");
        Assert.Equal(first, await FilledAsync(again));
    }

    private static Task<JsonElement> MergeAsync(ServerProcess server, string kept, string other, HttpStatusCode expected) => server.SendAsync(
        HttpMethod.Post, "/api/v1/merges",
        new { keptId = kept, otherIds = new[] { other }, mergedOn = "2025-01-10", reason = "one person", confirmedBy = "officer-2", evidence = new[] { new { note = "counter" } } },
        expected);

    // Identifiers of all deliveries, once the server says it is ready.
    private static async Task<string> FilledAsync(ServerProcess server)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (true)
        {
            using HttpResponseMessage health = await server.Client.GetAsync("/health", patience.Token);
            if (health.IsSuccessStatusCode)
            {
                break;
            }

            await Task.Delay(100, patience.Token);
        }

        JsonElement deliveries = await server.GetAsync("/api/v1/deliveries?limit=200");
        return string.Join(' ', deliveries.GetProperty("items").EnumerateArray().Select(item => item.ToString()).Order(StringComparer.Ordinal));
    }
}

namespace Qingce.Server.Tests.OpenApi;

/// <summary>What the server answers is what its description says.</summary>
public sealed class DescribedAnswersTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Header = "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\n";

    [Fact]
    public async Task Answers_OfThePaths_HaveWhatIsRequiredOfThem()
    {
        JsonElement document = await server.GetAsync("/openapi/v1.json");
        await server.DeliverAsync("register", Header + "D1,HD,20,端木华,1,1980-05-06,,320505001001\n");
        await server.ActAsync(
            "/api/v1/registrations/D1/changes",
            new { kind = "alteration", validFrom = "2025-05-06", reason = "declared", evidence = new[] { new { note = "seen" } }, fields = new { employer = "苏州第一中学" } },
            HttpStatusCode.Created, ("If-Match", "\"1\""));
        (string Path, string Asked, int Status)[] asked =
        [
            ("/health", "/health", 200), ("/health", "/health?x=1", 400), ("/problems", "/problems", 200), ("/problems", "/problems?x=1", 400),
            ("/api/v1/registrations", "/api/v1/registrations?name=duanmuhua", 200), ("/api/v1/registrations", "/api/v1/registrations?name=-", 400),
            ("/api/v1/registrations/{registrationId}", "/api/v1/registrations/D1", 200), ("/api/v1/registrations/{registrationId}", "/api/v1/registrations/D9", 404),
            ("/api/v1/registrations/{registrationId}/history", "/api/v1/registrations/D1/history", 200),
            ("/api/v1/registrations/{registrationId}/state", "/api/v1/registrations/D1/state?knownAt=2020-01-01T00:00:00Z", 200),
            ("/api/v1/households/{householdId}", "/api/v1/households/HD", 200), ("/api/v1/changes", "/api/v1/changes", 200), ("/api/v1/findings", "/api/v1/findings", 200),
            ("/api/v1/changes/{changeId}", "/api/v1/changes/7", 400), ("/api/v1/deliveries", "/api/v1/deliveries", 200), ("/api/v1/proposals", "/api/v1/proposals", 200),
            ("/api/v1/deliveries/{deliveryId}/rejects", "/api/v1/deliveries/1/rejects", 200),
        ];

        foreach ((string path, string address, int status) in asked)
        {
            using HttpResponseMessage answer = await server.Client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode == status, $"{address}: {answer.StatusCode}");
            JsonElement responses = Path(document, path).GetProperty("get").GetProperty("responses");
            Assert.True(responses.TryGetProperty(status.ToString(System.Globalization.CultureInfo.InvariantCulture), out JsonElement response), $"{address}: {status} is not described");
            string type = answer.Content.Headers.ContentType!.MediaType!;
            Assert.True(response.GetProperty("content").TryGetProperty(type, out JsonElement content), $"{address}: {type} is not described");
            if (type.EndsWith("json", StringComparison.Ordinal))
            {
                string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Check(document, content.GetProperty("schema"), JsonDocument.Parse(body).RootElement, address);
            }
        }
    }

    [Fact]
    public async Task Parameters_OfEveryOperation_AreThereOnce()
    {
        JsonElement document = await server.GetAsync("/openapi/v1.json");
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonElement parameters in path.Value.EnumerateObject().Where(verb => verb.Value.TryGetProperty("parameters", out _)).Select(verb => verb.Value.GetProperty("parameters")))
            {
                string[] names = [.. parameters.EnumerateArray().Select(one => $"{one.GetProperty("in")} {one.GetProperty("name")}")];
                Assert.True(names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length, $"{path.Name}: {string.Join(", ", names)}");
            }
        }
    }

    [Fact]
    public async Task Writes_OfJson_SayWhatTheyTake()
    {
        JsonElement document = await server.GetAsync("/openapi/v1.json");

        Assert.True(Path(document, "/api/v1/merges").GetProperty("post").GetProperty("responses").TryGetProperty("415", out _));
        JsonElement batch = Path(document, "/api/v1/events").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/cloudevents-batch+json");
        Assert.Equal("array", batch.GetProperty("schema").GetProperty("type").GetString());
        Assert.False(document.GetProperty("components").GetProperty("schemas").GetProperty("ActBody").GetProperty("properties").TryGetProperty("newRelations", out _));
    }

    private static JsonElement Path(JsonElement document, string path) =>
        document.GetProperty("paths").EnumerateObject().Single(one => one.Name.TrimEnd('/') == path).Value;

    // Members that are required are there, and arrays and objects where they are said to be.
    private static void Check(JsonElement document, JsonElement schema, JsonElement value, string place)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        foreach (string member in schema.TryGetProperty("required", out JsonElement required) ? required.EnumerateArray().Select(one => one.GetString()!) : [])
        {
            Assert.True(value.TryGetProperty(member, out _), $"{place}: {member} is required and missing");
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out JsonElement items))
        {
            Assert.All(value.EnumerateArray(), one => Check(document, items, one, place + "[]"));
        }
        else if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                Assert.True(properties.TryGetProperty(member.Name, out JsonElement described), $"{place}: {member.Name} is not described");
                Check(document, described, member.Value, $"{place}.{member.Name}");
            }
        }
    }
}

using Qingce.Server.Problems;

namespace Qingce.Server.Tests.OpenApi;

public sealed class ApiDescriptionTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];

    [Fact]
    public async Task Description_IsOpenApi31AndEveryReferenceLeadsSomewhere()
    {
        JsonElement document = await server.GetAsync("/openapi/v1.json");

        Assert.StartsWith("3.1.", document.GetProperty("openapi").GetString());
        Assert.Equal("/", Assert.Single(document.GetProperty("servers").EnumerateArray()).GetProperty("url").GetString());
        foreach (string reference in References(document))
        {
            JsonElement at = document;
            Assert.All(reference.Split('/').Skip(1), part => at = at.GetProperty(part.Replace("~1", "/").Replace("~0", "~")));
        }
    }

    [Fact]
    public async Task Operation_OfThePaths_SaysWhatItDoesAndHowItFails()
    {
        JsonElement document = await server.GetAsync("/openapi/v1.json");
        List<(string Name, JsonElement Operation)> operations =
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from verb in path.Value.EnumerateObject()
               where Verbs.Contains(verb.Name)
               select ($"{verb.Name} {path.Name}", verb.Value),
        ];

        Assert.All(operations, operation =>
        {
            Assert.True(operation.Operation.TryGetProperty("summary", out JsonElement summary) && summary.GetString()!.Length > 10, $"{operation.Name}: no summary");
            Assert.True(operation.Operation.TryGetProperty("operationId", out _), $"{operation.Name}: no operationId");
            JsonElement responses = operation.Operation.GetProperty("responses");
            Assert.True(responses.EnumerateObject().Any(response => response.Name[0] == '2'), $"{operation.Name}: no success");
            JsonElement failure = responses.GetProperty("500").GetProperty("content").GetProperty("application/problem+json");
            Assert.True(failure.TryGetProperty("schema", out _), $"{operation.Name}: problems without a schema");
            Assert.Contains("`unforeseen`", responses.GetProperty("500").GetProperty("description").GetString());
        });
        Assert.Equal(operations.Count, operations.Select(operation => operation.Operation.GetProperty("operationId").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Schema_OfEveryType_HasDescribedProperties()
    {
        JsonElement document = await server.GetAsync("/openapi/v1.json");
        string[] silent =
        [
            .. from schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject()
               where schema.Value.TryGetProperty("properties", out _)
               from property in schema.Value.GetProperty("properties").EnumerateObject()
               where !property.Value.TryGetProperty("description", out _) && !property.Value.GetRawText().Contains("$ref", StringComparison.Ordinal)
                   && property.Name != "kind"
               select $"{schema.Name}.{property.Name}",
        ];

        Assert.Empty(silent);
    }

    [Fact]
    public async Task Parameters_OfThePaths_AreDescribed()
    {
        JsonElement document = await server.GetAsync("/openapi/v1.json");
        string[] silent =
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from verb in path.Value.EnumerateObject()
               where verb.Value.TryGetProperty("parameters", out _)
               from parameter in verb.Value.GetProperty("parameters").EnumerateArray()
               where !parameter.TryGetProperty("description", out _) || (parameter.GetProperty("in").GetString() == "path" && !parameter.TryGetProperty("example", out _))
               select $"{path.Name} {parameter.GetProperty("name")}",
        ];

        Assert.Empty(silent);
        JsonElement search = document.GetProperty("paths").EnumerateObject().Single(path => path.Name.TrimEnd('/') == "/api/v1/registrations").Value.GetProperty("get");
        Assert.Equal("王芳", search.GetProperty("parameters").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "name").GetProperty("example").GetString());
    }

    [Fact]
    public async Task Bodies_ThatAreRead_TakeNoOtherMembers()
    {
        JsonElement schemas = (await server.GetAsync("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");

        Assert.All(new[] { "VerificationBody", "MergeBody", "EvidenceBody" }, name => Assert.False(schemas.GetProperty(name).GetProperty("additionalProperties").GetBoolean()));
        Assert.False(schemas.GetProperty("CloudEventBody").TryGetProperty("additionalProperties", out _));
    }

    [Fact]
    public async Task Problems_OfThePaths_AreAllOfTheCatalogue()
    {
        string text = (await server.GetAsync("/openapi/v1.json")).GetRawText();

        Assert.All(ProblemCatalogue.All.Where(kind => kind.Code.StartsWith("version-", StringComparison.Ordinal)), kind => Assert.Contains($"`{kind.Code}`", text));
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}

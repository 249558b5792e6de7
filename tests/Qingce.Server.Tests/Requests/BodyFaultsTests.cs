namespace Qingce.Server.Tests.Requests;

public sealed class BodyFaultsTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("registrations/R1/changes", "{}", "kind", "kind is missing; it is one of death, marriage, divorce, adoption, move_out, move_in, alteration, correction, cancellation, restoration.")]
    [InlineData("registrations/R1/changes", """{"kind":"dead"}""", "kind", "There is no such kind; it is one of death,")]
    [InlineData("registrations/R1/changes", """{"kind":"death"}""", "validFrom", "validFrom is missing: a date such as 2026-03-14.")]
    [InlineData("registrations/R1/changes", """{"validFrom":"2026-02-30","kind":"death"}""", "validFrom", "validFrom cannot be read; it should be a date")]
    [InlineData("registrations/R1/changes", """{"kind":"marriage","validFrom":"2026-02-03","toFormerSpouse":"yes"}""", "toFormerSpouse", "true or false")]
    [InlineData("registrations/R1/changes", """{"kind":"death","validFrom":"2026-02-03","evidence":{}}""", "evidence", "an array")]
    [InlineData("registrations/R1/changes", """{"kind":"death","validFrom":"2026-02-03","newRelations":[{"registrationId":"R2"}]}""", "newRelations[0].relation", "is missing: a text")]
    [InlineData("registrations/R1/changes", "[]", "body", "The body should be an object.")]
    [InlineData("changes", """{"kind":"birth","validFrom":"2026-02-03","fields":{"name":7}}""", "fields.name", "a text")]
    [InlineData("merges", """{"keptId":"R1","mergedOn":"2026-02-03"}""", "otherIds", "otherIds is missing: an array.")]
    [InlineData("verifications", """{"asOf":"yesterday"}""", "asOf", "a date such as")]
    [InlineData("registrations/R1/changes", """{"kind":"death","validFrom":"2026-02-03","spousId":"R2"}""", "spousId", "There is no spousId; the members there are spouseId, validFrom,")]
    [InlineData("registrations/R1/changes", """{"kind":"death","validFrom":"2026-02-03","evidence":[{"note":"seen","nr":"1"}]}""", "evidence[0].nr", "There is no evidence[0].nr;")]
    [InlineData("verifications", """{"as_of":"2019-01-01"}""", "as_of", "There is no as_of; the members there are asOf.")]
    [InlineData("changes/0198a2b3-4d5e-7f60-8192-a3b4c5d6e7f8/undo", """{"reason":"x","confirmedby2":"y"}""", "confirmedby2", "confirmedBy")]
    [InlineData("registrations/R1/changes", "{", "body", "line 1")]
    public async Task Body_ThatCannotBeRead_IsRefusedByItsMember(string path, string body, string place, string said)
    {
        JsonElement problem = await server.SendAsync(
            HttpMethod.Post, $"/api/v1/{path}", body, HttpStatusCode.BadRequest, ("Qingce-Actor", "officer-1"), ("If-Match", "\"1\""));

        Assert.Equal("body-invalid", problem.GetProperty("code").GetString());
        JsonElement fault = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(place, fault.GetProperty("place").GetString());
        Assert.Contains(said, fault.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_WithSeveralFaults_HasAllOfThemNamed()
    {
        JsonElement problem = await server.SendAsync(
            HttpMethod.Post, "/api/v1/registrations/R1/changes", """{"kind":"adoption","validFrom":1}""", HttpStatusCode.BadRequest, ("Qingce-Actor", "officer-1"), ("If-Match", "\"1\""));

        Assert.Equal(["householdId", "relation", "validFrom"], problem.GetProperty("errors").EnumerateArray().Select(fault => fault.GetProperty("place").GetString()).Order());
    }
}

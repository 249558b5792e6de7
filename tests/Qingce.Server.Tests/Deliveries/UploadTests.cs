using System.Text;

namespace Qingce.Server.Tests.Deliveries;

public sealed class UploadTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Header = "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division\n";

    [Fact]
    public async Task Upload_WithoutRequiredColumns_NamesThemAndNoOption()
    {
        JsonElement upload = await FailAsync("few.csv", Encoding.UTF8.GetBytes("registration_id,remark\nF1,x\n"));

        string fault = upload.GetProperty("fault").GetString()!;
        Assert.StartsWith("Columns that are required are missing: ", fault, StringComparison.Ordinal);
        Assert.Contains("division (行政区划)", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("--", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfBytesThatAreNoTable_NamesTheFileAsItWasGiven()
    {
        JsonElement upload = await FailAsync("photo.csv", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 0, 0xFF, 0xFE, 0]);

        string fault = upload.GetProperty("fault").GetString()!;
        Assert.Contains("photo.csv", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("uploads", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(upload.GetProperty("sha256").GetString()!, fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_OfALaterDelivery_NamesTheHouseholdsOfItsOwnRows()
    {
        await server.DeliverAsync("register", Header + "S1,SH1,02,王芳,2,1980-05-06,,320505001002\nS2,SH1,02,王强,1,1981-05-06,,320505001002\n");
        await server.DeliverAsync("register", Header + "S3,SH3,02,李芳,2,1980-05-06,,320505001002\n");
        await server.DeliverAsync("register", Header + "S4,SH3,02,李强,1,1981-05-06,,320505001002\n");

        JsonElement[] latest = [.. (await server.GetAsync("/api/v1/deliveries?limit=2")).GetProperty("items").EnumerateArray()];
        JsonElement second = await server.GetAsync($"/api/v1/deliveries/{latest[0].GetProperty("deliveryId")}/receipt");
        JsonElement first = await server.GetAsync($"/api/v1/deliveries/{latest[1].GetProperty("deliveryId")}/receipt");

        Assert.Empty(first.GetProperty("notes").EnumerateArray());
        Assert.EndsWith("Households: SH3", Assert.Single(second.GetProperty("notes").EnumerateArray()).GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_AsAForm_IsRefusedAtOnceWithTheWayOut()
    {
        using MultipartFormDataContent form = new() { { new StringContent(Header), "file", "register.csv" } };
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/deliveries?category=register&fileName=register.csv") { Content = form };
        request.Headers.Add("Qingce-Actor", "officer-1");
        using HttpResponseMessage answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "media-type-unsupported"), (answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains("curl --data-binary @register.csv", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfAnIdThatIsTooLong_IsNotFound() =>
        Assert.Equal("delivery-unknown", (await server.GetAsync($"/api/v1/deliveries/uploads/{new string('a', 300)}", HttpStatusCode.NotFound)).GetProperty("code").GetString());

    [Fact]
    public async Task Problem_InChinese_IsWrittenAsItIs()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/registrations/nobody");
        request.Headers.Add("Accept-Language", "zh");
        using HttpResponseMessage answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("没有这条登记", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<JsonElement> FailAsync(string name, byte[] file)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/deliveries?category=register&fileName={name}") { Content = new ByteArrayContent(file) };
        request.Headers.Add("Qingce-Actor", "officer-1");
        using HttpResponseMessage answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        while (true)
        {
            JsonElement upload = await server.GetAsync(answer.Headers.Location!.ToString());
            if (upload.GetProperty("state").GetString() is "failed" or "finished")
            {
                Assert.Equal("failed", upload.GetProperty("state").GetString());
                return upload;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}

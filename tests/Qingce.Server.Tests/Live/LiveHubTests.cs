using Microsoft.AspNetCore.SignalR.Client;

namespace Qingce.Server.Tests.Live;

/// <summary>A subscriber is told what became true, and asks for what it missed.</summary>
public sealed class LiveHubTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Topic_ThatThereIsNot_IsRefused()
    {
        await using HubConnection connection = await ConnectAsync();

        Exception refused = await Assert.ThrowsAnyAsync<Exception>(() => connection.InvokeAsync("Join", "nonsense", TestContext.Current.CancellationToken));

        Assert.Contains("proposal", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscriber_HearsItsTopics_AndWhatItMissed()
    {
        await using HubConnection early = await ConnectAsync();
        Told heard = new(early);
        await early.InvokeAsync("Join", "delivery", TestContext.Current.CancellationToken);
        await early.InvokeAsync("Join", "change", TestContext.Current.CancellationToken);

        await server.DeliverAsync(
            "register",
            "registration_id,household_id,relation,name,sex,birth_date,citizen_number,division,address,marital_status,registered_on\n"
            + "L1,HL,02,王建国,1,1949-12-31,,320505001001,苏州市虎丘区狮山路77号,20,1990-01-01\n");
        Message delivery = await heard.NextAsync();
        Assert.Equal("delivery", delivery.Topic);
        Assert.Equal(1, JsonDocument.Parse(delivery.Body).RootElement.GetProperty("read").GetInt64());

        await early.InvokeAsync("Leave", "delivery", TestContext.Current.CancellationToken);
        await server.ActAsync(
            "/api/v1/registrations/L1/changes",
            new { kind = "alteration", validFrom = "2024-05-01", reason = "declared", evidence = new[] { new { note = "n" } }, fields = new { employer = "苏州第一中学" } },
            HttpStatusCode.Created, ("If-Match", "\"1\""));
        Message change = await heard.NextAsync();
        Assert.Equal("change", change.Topic);
        Assert.DoesNotContain("苏州第一中学", change.Body);
        Assert.Contains("L1", change.Body);

        JsonElement started = await server.ActAsync("/api/v1/verifications", new { asOf = "2026-03-01" }, HttpStatusCode.Accepted);
        await using HubConnection late = await ConnectAsync();
        Told verified = new(late);
        await late.InvokeAsync("Join", "*", TestContext.Current.CancellationToken);
        Message[] missed = await late.InvokeAsync<Message[]>("Since", delivery.Sequence, TestContext.Current.CancellationToken);
        Assert.Contains(missed, one => one.Sequence == change.Sequence && one.Body == change.Body);
        Message ended = missed.FirstOrDefault(one => one.Topic == "verification") ?? await verified.NextAsync();
        while (ended.Topic != "verification")
        {
            ended = await verified.NextAsync();
        }

        Assert.Contains(started.GetProperty("verificationId").GetString()!, ended.Body);
        Assert.Equal("finished", JsonDocument.Parse(ended.Body).RootElement.GetProperty("state").GetString());
    }

    private async Task<HubConnection> ConnectAsync()
    {
        HubConnection connection = new HubConnectionBuilder().WithUrl(new Uri(server.Client.BaseAddress!, "/live")).Build();
        await connection.StartAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private sealed record Message(long Sequence, string Topic, DateTimeOffset MadeAt, string Body);

    private sealed class Told
    {
        private readonly System.Threading.Channels.Channel<Message> _messages = System.Threading.Channels.Channel.CreateUnbounded<Message>();

        public Told(HubConnection connection) => connection.On<Message>("told", message => _messages.Writer.TryWrite(message));

        public async Task<Message> NextAsync() =>
            await _messages.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }
}

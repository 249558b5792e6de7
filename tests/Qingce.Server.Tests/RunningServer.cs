using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Qingce.Server.Hosting;
using Qingce.Server.Linking;
using Qingce.Storage;
using Qingce.Testing;

namespace Qingce.Server.Tests;

/// <summary>The server in this process on a free port, with an embedded store of its own.</summary>
public class RunningServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Store? _store;
    private WebApplication? _app;

    public HttpClient Client { get; } = new();

    internal Store Store => _store!;

    /// <summary>The connection string of its store; null for an embedded one.</summary>
    protected virtual Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);

    public async ValueTask InitializeAsync()
    {
        Assert.True(LoopbackUrls.TryParse("http://127.0.0.1:0", out LoopbackUrls? urls, out _));
        ServerOptions options = new(urls, _folder["data"], await DatabaseAsync());
        _store = await StoreOpening.OpenAsync(options, TestContext.Current.CancellationToken);
        _app = QingceServer.Build(options, _store);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Client.BaseAddress = new Uri(_app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits until the live index has a number of registrations or more.</summary>
    internal async Task WaitForIndexAsync(long registrations)
    {
        LiveIndex index = _app!.Services.GetRequiredService<LiveIndex>();
        using CancellationTokenSource most = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        most.CancelAfter(TimeSpan.FromMinutes(1));
        while (!index.IsReady || index.Count < registrations)
        {
            await Task.Delay(50, most.Token);
        }
    }

    /// <summary>Sends a write as an officer.</summary>
    internal Task<JsonElement> ActAsync(string path, object body, HttpStatusCode expected, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, JsonSerializer.Serialize(body), expected, [("Qingce-Actor", "officer-1"), .. headers]);

    /// <summary>Uploads a file, waits until it was taken, and gives the answer to the upload.</summary>
    internal async Task<JsonElement> DeliverAsync(
        string category, string text, HttpStatusCode expected = HttpStatusCode.Accepted, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/deliveries?category={category}&fileName={category}.csv");
        foreach ((string name, string value) in headers.Prepend(("Qingce-Actor", "officer-1")))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text));
        using HttpResponseMessage answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == expected, body);
        await _app!.Services.GetRequiredService<Qingce.Server.Deliveries.TakeUploads>().WaitForAllAsync(TestContext.Current.CancellationToken);
        if (answer.IsSuccessStatusCode)
        {
            JsonElement upload = await GetAsync(answer.Headers.Location!.ToString());
            Assert.True(upload.GetProperty("state").GetString() == "finished", upload.GetRawText());
        }

        return JsonDocument.Parse(body).RootElement;
    }

    internal async Task<JsonElement> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK, params (string Name, string Value)[] headers) =>
        await SendAsync(HttpMethod.Get, path, null, expected, headers);

    internal async Task<JsonElement> SendAsync(
        HttpMethod method, string path, string? json, HttpStatusCode expected, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(method, path);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = json is null ? null : new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == expected, $"{method} {path}: {(int)answer.StatusCode} {body}");
        return body.Length == 0 ? default : JsonDocument.Parse(body).RootElement;
    }
}

/// <summary>The server with its store on PostgreSQL.</summary>
public sealed class RunningServerOnPostgres : RunningServer
{
    protected override async Task<string?> DatabaseAsync() => await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
}

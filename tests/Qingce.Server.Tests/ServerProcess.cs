using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace Qingce.Server.Tests;

/// <summary>The built program serving, as a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    // Out of its own folder: beside the tests some of its libraries would be left to the framework of the tests.
    private static readonly string Program = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "Qingce.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "qingce.dll"));

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            Keep(_error, line.Data);
            if (line.Data?.Split(["Serving on ", "正在 "], StringSplitOptions.None) is [_, { } address])
            {
                _listening.TrySetResult(new Uri(address.Split(',', ';', ' ')[0]));
            }
        };
        process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"The server ended with {process.ExitCode}: {Written}"));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Everything it wrote, logs among it.</summary>
    public string Written
    {
        get
        {
            lock (_output)
            {
                return $"{_output}{_error}";
            }
        }
    }

    public static async Task<ServerProcess> StartAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Program, "serve", .. arguments.Contains("--urls") ? Array.Empty<string>() : ["--urls", "http://127.0.0.1:0"], .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment.Remove("LC_ALL");
        ServerProcess server = new(Process.Start(start)!);
        server.Client.BaseAddress = await server._listening.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        server.Client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return server;
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    public async Task<int> StopAsync()
    {
        using Process signal = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? json, HttpStatusCode expected, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(method, path);
        foreach ((string name, string value) in headers.Prepend(("Qingce-Actor", "officer-1")))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = json is null ? null : new StringContent(json as string ?? JsonSerializer.Serialize(json), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == expected, $"{method} {path}: {(int)answer.StatusCode} {body}");
        return body.Length == 0 ? default : JsonDocument.Parse(body).RootElement;
    }

    public Task<JsonElement> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, HttpStatusCode.OK, headers);

    /// <summary>Uploads a file and waits until it was taken.</summary>
    public async Task<JsonElement> DeliverAsync(string category, byte[] file, string name)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/deliveries?category={category}&fileName={name}") { Content = new ByteArrayContent(file) };
        request.Headers.Add("Qingce-Actor", "officer-1");
        using HttpResponseMessage answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, body);
        while (true)
        {
            JsonElement upload = await GetAsync(answer.Headers.Location!.ToString());
            switch (upload.GetProperty("state").GetString())
            {
                case "finished":
                    return await GetAsync($"/api/v1/deliveries/{upload.GetProperty("deliveryId")}/receipt");
                case "failed":
                    Assert.Fail(upload.GetRawText());
                    break;
                default:
                    await Task.Delay(50, TestContext.Current.CancellationToken);
                    break;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Keep(StringBuilder into, string? line)
    {
        lock (_output)
        {
            into.AppendLine(line);
        }
    }
}

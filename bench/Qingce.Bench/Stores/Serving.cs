using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Qingce.Bench.Stores;

/// <summary>The server as a user starts it, and a client of it.</summary>
internal sealed class Serving : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _indexed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Serving(Process process, int clients)
    {
        _process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("The live index of", StringComparison.Ordinal) == true)
            {
                _indexed.TrySetResult();
            }
        };
        TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Split("Serving on ") is [_, { } address])
            {
                listening.TrySetResult(new Uri(address.Split(',', ';')[0]));
            }
            else if (line.Data is null)
            {
                listening.TrySetException(new InvalidOperationException("The server did not start."));
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients })
        {
            BaseAddress = listening.Task.GetAwaiter().GetResult(),
            Timeout = TimeSpan.FromMinutes(10),
        };
        Client.DefaultRequestHeaders.Add("Qingce-Actor", "bench");
    }

    public HttpClient Client { get; }

    /// <summary>Processor seconds of the server so far.</summary>
    public double ProcessorTime => MeasuredProcess.ProcessorTime(_process.Id);

    /// <summary>Ends once the live index was made, of a store that has none.</summary>
    public Task Indexed => _indexed.Task;

    /// <summary>Starts it; back when it takes connections.</summary>
    /// <param name="folder">Its data folder.</param>
    /// <param name="database">Connection string of PostgreSQL, or null for SQLite.</param>
    /// <param name="clients">Connections that the client opens at most.</param>
    public static Serving Start(string folder, string? database, int clients)
    {
        ProcessStartInfo start = new(Path.Combine(MeasuredProcess.RepositoryRoot, "run"))
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = MeasuredProcess.RepositoryRoot,
        };
        string[] store = database is null ? [] : ["--database", database];
        foreach (string argument in (string[])["serve", "--lang", "en", "--urls", "http://127.0.0.1:0", "--data", folder, .. store])
        {
            start.ArgumentList.Add(argument);
        }

        return new Serving(Process.Start(start)!, clients);
    }

    /// <summary>Uploads a file of the register and waits until it was taken.</summary>
    public async Task DeliverRegisterAsync(string path)
    {
        using StreamContent content = new(File.OpenRead(path));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using HttpResponseMessage accepted = await Client.PostAsync("/api/v1/deliveries?category=register&fileName=register.csv", content);
        accepted.EnsureSuccessStatusCode();
        while (JsonDocument.Parse(await Client.GetStringAsync(accepted.Headers.Location)).RootElement.GetProperty("state").GetString() is var state and not "finished")
        {
            if (state == "failed")
            {
                throw new InvalidOperationException("The register was not taken.");
            }

            await Task.Delay(200);
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}

using Microsoft.Extensions.Hosting;

namespace Qingce.Server.Hosting;

/// <summary>Leaves signals to whoever runs the server, who cancels a token.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

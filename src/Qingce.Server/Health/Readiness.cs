using System.Data.Common;
using Qingce.Storage;

namespace Qingce.Server.Health;

/// <summary>How far the server is with its store.</summary>
internal enum StoreState
{
    /// <summary>It is being filled for the first time.</summary>
    Opening,

    /// <summary>Requests can be answered.</summary>
    Ready,

    /// <summary>It was ready and does not answer now.</summary>
    Unreachable,
}

/// <summary>Whether the server can answer requests. Safe for use by several threads.</summary>
internal sealed class Readiness(Store store)
{
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(2);

    /// <summary>Whether the store holds what it is to begin with.</summary>
    public bool IsFilled { get; set; } = true;

    /// <summary>Asks the store.</summary>
    public async Task<StoreState> LookAsync(CancellationToken cancellation)
    {
        if (!IsFilled)
        {
            return StoreState.Opening;
        }

        using CancellationTokenSource limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(MostWait);
        try
        {
            if (await ConnectsAsync(limited.Token))
            {
                return StoreState.Ready;
            }

            // It may have been a connection from before the database was started anew.
            store.ForgetConnections();
            return await ConnectsAsync(limited.Token) ? StoreState.Ready : StoreState.Unreachable;
        }
        catch (Exception fault) when (fault is DbException or TimeoutException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return StoreState.Unreachable;
        }
    }

    private async Task<bool> ConnectsAsync(CancellationToken cancellation)
    {
        await using RegisterContext context = store.Read();
        return await context.Database.CanConnectAsync(cancellation);
    }
}

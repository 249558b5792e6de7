using System.Runtime.ExceptionServices;

namespace Qingce.Tables;

/// <summary>Runs one body on several threads, the caller's own among them, and brings the first failure back to the caller.</summary>
internal static class Workers
{
    /// <param name="threads">Threads, 1 or more.</param>
    /// <param name="body">Ends soon after its token is cancelled, which happens when another worker fails or the caller cancels.</param>
    /// <param name="cancellation">The caller's.</param>
    public static void Run(int threads, Action<CancellationToken> body, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ExceptionDispatchInfo? first = null;
        void Work()
        {
            try
            {
                body(stop.Token);
            }
#pragma warning disable CA1031 // Nothing is swallowed: the first failure is thrown again on the caller's thread.
            catch (Exception error)
#pragma warning restore CA1031
            {
                if (!(error is OperationCanceledException && stop.IsCancellationRequested))
                {
                    Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(error), null);
                }

                stop.Cancel();
            }
        }

        Thread[] others = new Thread[threads - 1];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = new Thread(Work) { IsBackground = true, Name = "Qingce.Tables" };
            others[i].Start();
        }

        Work();
        foreach (Thread other in others)
        {
            other.Join();
        }

        first?.Throw();
        cancellation.ThrowIfCancellationRequested();
    }
}

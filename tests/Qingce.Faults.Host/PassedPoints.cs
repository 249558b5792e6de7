using System.Diagnostics;

namespace Qingce.Faults.Host;

/// <summary>
/// Ends this process as kill -9 does, at the n-th thing that the store does: opening a connection, beginning a command or having done it, beginning to
/// commit or having committed. Counted from the diagnostics of Entity Framework, so that the program itself knows nothing of it.
/// </summary>
internal sealed class PassedPoints(int at) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private int _count;

    /// <summary>Points passed.</summary>
    public int Count => _count;

    public static PassedPoints Watch(int at)
    {
        PassedPoints points = new(at);
        DiagnosticListener.AllListeners.Subscribe(points);
        return points;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key.Contains(".Database.", StringComparison.Ordinal))
        {
            Pass();
        }
    }

    /// <summary>Passes a point.</summary>
    public void Pass()
    {
        if (Interlocked.Increment(ref _count) == at)
        {
            using Process self = Process.GetCurrentProcess();
            self.Kill();
            Thread.CurrentThread.Join();
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}

namespace Qingce.Checks.Loading;

/// <summary>
/// Hands the batches of one file on in their order, whatever thread finishes one first. Whoever finds the next one ready handles it, while
/// other threads read on.
/// </summary>
internal sealed class ChunkOrder<T>(Action<T> handle, int mostWaiting)
{
    private readonly Lock _handling = new();
    private readonly Lock _waitingLock = new();
    private readonly Dictionary<long, T> _waiting = [];
    private long _next;

    public void Add(long sequence, T chunk)
    {
        int waiting;
        lock (_waitingLock)
        {
            _waiting.Add(sequence, chunk);
            waiting = _waiting.Count;
        }

        // A thread that finds another one handling reads on, unless too much waits: then it lends no more work until that is done.
        bool mine = waiting > mostWaiting;
        if (mine)
        {
            _handling.Enter();
        }
        else
        {
            mine = _handling.TryEnter();
        }

        while (mine)
        {
            try
            {
                while (TryNext(out T? next))
                {
                    handle(next);
                }
            }
            finally
            {
                _handling.Exit();
            }

            // Another thread may have added the next one after the last look and before the lock was let go.
            mine = IsNextThere() && _handling.TryEnter();
        }
    }

    private bool TryNext([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T chunk)
    {
        lock (_waitingLock)
        {
            if (!_waiting.Remove(_next, out chunk))
            {
                return false;
            }

            _next++;
            return true;
        }
    }

    private bool IsNextThere()
    {
        lock (_waitingLock)
        {
            return _waiting.ContainsKey(_next);
        }
    }
}

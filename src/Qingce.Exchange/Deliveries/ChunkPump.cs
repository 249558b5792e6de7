using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Qingce.Exchange.Deliveries;

/// <summary>
/// Brings what several threads make of the parts of a file to one consumer, in the order of the parts and with few of them waiting. A failure of
/// the makers is thrown at the consumer, after what came before it.
/// </summary>
/// <param name="room">Parts that may wait for the consumer.</param>
/// <param name="inOrder">Looks at each part in its order, on a maker's thread.</param>
/// <param name="cancellation">Ends the making.</param>
internal sealed class ChunkPump<T>(int room, Action<T> inOrder, CancellationToken cancellation) : IDisposable
{
    private readonly BlockingCollection<T> _ready = new(room);
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private readonly Dictionary<long, T> _early = [];
    private readonly Lock _order = new();
    private Thread? _thread;
    private ExceptionDispatchInfo? _failure;
    private long _next;

    /// <summary>Starts the making, on a thread of its own and those it uses itself.</summary>
    /// <param name="make">Gives each part with its place, 0 and up without gaps, to the sink it gets; ends soon after the token it gets is cancelled.</param>
    public void Start(Action<Action<long, T>, CancellationToken> make)
    {
        _thread = new Thread(() => Run(make)) { IsBackground = true, Name = "Qingce.Exchange" };
        _thread.Start();
    }

    /// <summary>The parts, in their order.</summary>
    public IEnumerable<T> Take()
    {
        foreach (T part in _ready.GetConsumingEnumerable())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return part;
        }

        _failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Ends the making and waits for it.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _thread?.Join();
        _stop.Dispose();
        _ready.Dispose();
    }

    private void Run(Action<Action<long, T>, CancellationToken> make)
    {
        try
        {
            make(Give, _stop.Token);
        }
#pragma warning disable CA1031 // Nothing is swallowed: the failure is thrown again on the consumer's thread.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _failure = ExceptionDispatchInfo.Capture(error);
        }

        _ready.CompleteAdding();
    }

    // Whoever brings the next part hands on what waited for it. While the consumer has no room, everybody waits here.
    private void Give(long place, T part)
    {
        lock (_order)
        {
            _early.Add(place, part);
            while (_early.Remove(_next, out T? next))
            {
                _next++;
                inOrder(next);
                _ready.Add(next, _stop.Token);
            }
        }
    }
}

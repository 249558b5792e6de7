namespace Qingce.Server.Health;

/// <summary>How far the server is with its store.</summary>
internal enum StoreState
{
    /// <summary>It is being opened, brought up to date or filled.</summary>
    Opening,

    /// <summary>Requests can be answered.</summary>
    Ready,

    /// <summary>It was ready and does not answer now.</summary>
    Unreachable,
}

/// <summary>Whether the server can answer requests. Safe for use by several threads.</summary>
internal sealed class Readiness
{
    private volatile StoreState _state = StoreState.Opening;

    public StoreState State
    {
        get => _state;
        set => _state = value;
    }
}

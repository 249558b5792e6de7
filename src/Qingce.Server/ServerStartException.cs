using Qingce.Server.Languages;

namespace Qingce.Server;

/// <summary>Why a server could not start: an address in use, a store that cannot be opened. The message is for the person who started it.</summary>
/// <param name="phrase">What, where and what to do.</param>
/// <param name="cause">The fault underneath, if there is one.</param>
/// <param name="fault">Whose it is to mend.</param>
public sealed class ServerStartException(Phrase phrase, Exception? cause = null, StartFault fault = StartFault.Place) : Exception(phrase.English, cause)
{
    /// <summary>Whose it is to mend.</summary>
    public StartFault Fault { get; } = fault;

    /// <summary>What, where and what to do.</summary>
    public Phrase Phrase { get; } = phrase;
}

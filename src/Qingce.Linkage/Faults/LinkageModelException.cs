namespace Qingce.Linkage;

/// <summary>A model that cannot be used: the message says which part of it and why, in English, and <see cref="Chinese"/> the same in Chinese.</summary>
public sealed class LinkageModelException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which part of the model, and why.</param>
    /// <param name="chinese">The same in Chinese.</param>
    /// <param name="innerException">What was found first, or null.</param>
    public LinkageModelException(string message, string chinese, Exception? innerException = null)
        : base(message, innerException) => Chinese = chinese;

    /// <summary>The message in Chinese.</summary>
    public string Chinese { get; }
}

namespace Qingce.Linkage;

/// <summary>A model that cannot be used: the message says which part of it and why.</summary>
public sealed class LinkageModelException : Exception
{
    /// <summary>Makes the exception.</summary>
    public LinkageModelException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which part of the model, and why.</param>
    public LinkageModelException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which part of the model, and why.</param>
    /// <param name="innerException">What was found first.</param>
    public LinkageModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace Qingce.Linkage;

/// <summary>An index that cannot be opened, read or written: the message names the file and says what can be done.</summary>
public sealed class LinkIndexException : Exception
{
    /// <summary>Makes the exception.</summary>
    public LinkIndexException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what can be done.</param>
    public LinkIndexException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what can be done.</param>
    /// <param name="innerException">What was found first.</param>
    public LinkIndexException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static LinkIndexException Damaged(string file, string what) =>
        new($"{file} is damaged: {what}. Create the index again from its source.");
}

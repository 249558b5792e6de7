namespace Qingce.Storage;

/// <summary>Why a store cannot be used, and what to do about it, for a person.</summary>
public sealed class StoreException : Exception
{
    /// <summary>The code of a connection string that cannot be understood.</summary>
    public const string ConnectionMisshapen = "database-connection-misshapen";

    /// <summary>Makes it.</summary>
    /// <param name="code">Stable code, such as <c>database-unreachable</c>.</param>
    /// <param name="english">What is wrong, where, and what to do.</param>
    /// <param name="chinese">The same in Chinese.</param>
    /// <param name="cause">What it came from, or null.</param>
    public StoreException(string code, string english, string chinese, Exception? cause = null)
        : base(english, cause)
    {
        Code = code;
        Chinese = chinese;
    }

    /// <summary>Stable code.</summary>
    public string Code { get; }

    /// <summary>The message in Chinese; <see cref="Exception.Message"/> has it in English.</summary>
    public string Chinese { get; }
}

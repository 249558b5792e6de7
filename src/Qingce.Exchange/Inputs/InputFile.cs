using Qingce.Tables;

namespace Qingce.Exchange.Inputs;

/// <summary>What a file of the input is.</summary>
public enum InputRole
{
    /// <summary>Part of the register.</summary>
    Register,

    /// <summary>Part of the past changes.</summary>
    Changes,

    /// <summary>Where the source categories are complete.</summary>
    Coverage,

    /// <summary>Part of a category of source records.</summary>
    Source,
}

/// <summary>One file of the input.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">How it is shown: relative to the folder that was given, with forward slashes.</param>
/// <param name="Role">What it is.</param>
/// <param name="Category">1 to 23 for a source; else 0.</param>
public sealed record InputFile(string Path, string Name, InputRole Role, int Category = 0)
{
    /// <summary>Opens rows that are no file of the disk; null for one that is.</summary>
    public Func<TableReader>? Opens { get; init; }

    /// <summary>Opens it to be read.</summary>
    /// <exception cref="TableFormatException">It is not there, may not be read, or is no table.</exception>
    public TableReader Open() => Opens?.Invoke() ?? TableReader.Open(Path);
}

using Qingce.Exchange.Files;

namespace Qingce.Exchange.Inputs;

/// <summary>Something about the input that ends what was asked for, or that the person should know.</summary>
/// <param name="File">The file as shown to the person; empty for the input as a whole.</param>
/// <param name="Row">1-based row among the data rows; 0 when it is not about a row.</param>
/// <param name="Column">Header of the column; empty when it is not about a column.</param>
/// <param name="English">What is wrong and what to do.</param>
/// <param name="Chinese">The same in Chinese.</param>
public sealed record InputFault(string File, long Row, string Column, string English, string Chinese);

/// <summary>Ends the reading of an input from within; who asked for it turns it into a result.</summary>
public sealed class InputFaultException(params IReadOnlyList<InputFault> faults) : Exception(string.Join('\n', faults.Select(fault => fault.English)))
{
    /// <summary>What is wrong, at least one.</summary>
    public IReadOnlyList<InputFault> Faults { get; } = faults;

    /// <summary>The columns that are required and missing, where that is what is wrong.</summary>
    public IReadOnlyList<FieldShape> MissingColumns { get; init; } = [];

    /// <summary>One fault of a file as a whole, or of one of its columns.</summary>
    public static InputFaultException Of(string file, string english, string chinese, string column = "") =>
        new(new InputFault(file, 0, column, english, chinese));
}

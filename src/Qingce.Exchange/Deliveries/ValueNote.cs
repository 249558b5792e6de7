namespace Qingce.Exchange.Deliveries;

/// <summary>Values of one column of a delivery that could not be read, or that its category must not carry.</summary>
/// <param name="Column">English header.</param>
/// <param name="Fault">Which of the two.</param>
/// <param name="English">What is wrong and what to do; of several reasons the first.</param>
/// <param name="Chinese">The same in Chinese.</param>
/// <param name="Count">How many values.</param>
/// <param name="FirstRows">The rows of the first of them.</param>
public sealed record ValueNote(string Column, DeliveryFault Fault, string English, string Chinese, long Count, IReadOnlyList<long> FirstRows)
{
    private const int MostRows = 10;

    internal static ValueNote Of(int count, IEnumerable<RowFault> faults)
    {
        RowFault first = faults.First();
        return new ValueNote(first.Column, first.Fault, first.English, first.Chinese, count, [.. faults.Take(MostRows).Select(fault => fault.Row)]);
    }

    internal ValueNote With(int count, IEnumerable<RowFault> faults) =>
        this with { Count = Count + count, FirstRows = [.. FirstRows.Concat(faults.Select(fault => fault.Row)).Take(MostRows)] };
}

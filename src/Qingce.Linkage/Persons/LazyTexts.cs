using System.Collections;

namespace Qingce.Linkage;

/// <summary>A list of texts that are made when they are read, for there may be millions.</summary>
internal sealed class LazyTexts(int[] numbers, Func<int, string> textOf) : IReadOnlyList<string>
{
    public int Count => numbers.Length;

    public string this[int index] => textOf(numbers[index]);

    public IEnumerator<string> GetEnumerator() => numbers.Select(textOf).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

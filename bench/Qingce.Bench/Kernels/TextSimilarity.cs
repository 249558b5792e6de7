using BenchmarkDotNet.Attributes;
using Qingce.Linkage;

namespace Qingce.Bench.Kernels;

/// <summary>Similarities of texts as they stand in person records. None may allocate.</summary>
[MemoryDiagnoser]
public class TextSimilarity
{
    private readonly int[] _number = Codes("440524188001010014");
    private readonly int[] _slipped = Codes("440524180801010014");
    private readonly int[] _other = Codes("11010519491231002X");
    private readonly int[] _address = Codes("太仆寺旗人民西街127号25栋1单元402室");
    private readonly int[] _moved = Codes("寻乌县东风巷357号2栋3单元602室");
    private readonly int[] _name = Codes("王小明");
    private readonly int[] _namesake = Codes("王晓明");

    /// <summary>Two digits changed places.</summary>
    [Benchmark]
    public int EditDistanceOfSlip() => Similarity.EditDistance(_number, _slipped);

    /// <summary>Numbers of two people.</summary>
    [Benchmark]
    public int EditDistanceOfStrangers() => Similarity.EditDistance(_number, _other);

    /// <summary>Names of three characters.</summary>
    [Benchmark]
    public double JaroWinklerOfNames() => Similarity.JaroWinkler(_name, _namesake);

    /// <summary>Addresses of two places.</summary>
    [Benchmark]
    public double JaroWinklerOfAddresses() => Similarity.JaroWinkler(_address, _moved);

    private static int[] Codes(string text) => [.. text.EnumerateRunes().Select(rune => rune.Value)];
}

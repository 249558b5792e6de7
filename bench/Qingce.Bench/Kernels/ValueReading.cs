using BenchmarkDotNet.Attributes;
using Qingce.Standards;

namespace Qingce.Bench.Kernels;

/// <summary>Reading the values that every registration has. None may allocate.</summary>
[MemoryDiagnoser]
public class ValueReading
{
    private byte[] _number = [];
    private byte[] _spoiledNumber = [];
    private byte[] _date = [];
    private byte[] _division = [];

    /// <summary>Makes the texts.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _number = "11010519491231002X"u8.ToArray();
        _spoiledNumber = " 11010519491231002x "u8.ToArray();
        _date = "1949-12-31"u8.ToArray();
        _division = "320501001001"u8.ToArray();
    }

    /// <summary>A number as it should be.</summary>
    [Benchmark]
    public CitizenNumberReading WellFormedCitizenNumber() => CitizenNumber.Read(_number);

    /// <summary>A number with spaces and a small x.</summary>
    [Benchmark]
    public CitizenNumberReading SpoiledCitizenNumber() => CitizenNumber.Read(_spoiledNumber);

    /// <summary>A day.</summary>
    [Benchmark]
    public int Date()
    {
        DateText.TryReadDay(_date, out int day);
        return day;
    }

    /// <summary>A division of twelve digits.</summary>
    [Benchmark]
    public DivisionCodeReading Division() => DivisionCode.Read(_division);
}

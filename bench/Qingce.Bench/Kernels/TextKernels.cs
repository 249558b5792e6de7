using System.Text;
using BenchmarkDotNet.Attributes;
using Qingce.Linkage;

namespace Qingce.Bench.Kernels;

/// <summary>The quick ways of measuring texts beside the plain ones: a bit a character beside whole rows, vectors beside words. None may allocate.</summary>
[MemoryDiagnoser]
public class TextKernels
{
    private readonly int[] _number = Codes("440524188001010014");
    private readonly int[] _other = Codes("11010519491231002X");
    private readonly ulong[] _row = [.. Enumerable.Range(0, 8).Select(i => (ulong)i * 77)];
    private readonly ulong[] _same = [.. Enumerable.Range(0, 8).Select(i => (ulong)i * (i % 2 == 0 ? 77UL : 78UL))];
    private readonly uint[] _keys = [.. Enumerable.Range(1, 8).Select(i => (uint)i * 77)];
    private readonly uint[] _sharedKeys = [.. Enumerable.Range(1, 8).Select(i => (uint)i * (i % 2 == 0 ? 77U : 78U))];
    private readonly byte[] _address = Encoding.UTF8.GetBytes("濠江区东风西街137号6栋");
    private ulong _sketch;
    private ulong _otherSketch;

    /// <summary>Makes the sketches.</summary>
    [GlobalSetup]
    public void Setup() => (_sketch, _otherSketch) = (TextSketch.Of(_number), TextSketch.Of(_other));

    /// <summary>Edits and swaps of two numbers, a bit a character.</summary>
    [Benchmark]
    public int EditDistanceByBits() => EditBits.WithSwaps(_number, _other);

    /// <summary>The same over whole rows.</summary>
    [Benchmark]
    public int EditDistanceByRows() => Similarity.EditDistanceRows(_number, _other);

    /// <summary>Jaro similarity of two numbers, a bit a character.</summary>
    [Benchmark]
    public double JaroByBits() => EditBits.Jaro(_number, _other);

    /// <summary>The same character by character.</summary>
    [Benchmark]
    public double JaroByRows() => Similarity.JaroRows(_number, _other);

    /// <summary>Where a digit stands in a number, eight characters at a time.</summary>
    [Benchmark]
    public ulong PlacesByVectors() => EditBits.PlacesByVectors(_number, '0');

    /// <summary>The same one by one.</summary>
    [Benchmark]
    public ulong PlacesOneByOne() => EditBits.PlacesOneByOne(_number, '0', 0);

    /// <summary>Sketches of two numbers, by vectors.</summary>
    [Benchmark]
    public int SketchesByVectors() => TextSketch.UnsharedVectors(_sketch, _otherSketch).Left;

    /// <summary>The same class by class.</summary>
    [Benchmark]
    public int SketchesByWords() => TextSketch.UnsharedWords(_sketch, _otherSketch).Left;

    /// <summary>Which of seven columns are equal, four at a time.</summary>
    [Benchmark]
    public uint EqualColumnsByVectors() => RowMasks.Vectors(in _row[0], in _same[0], 8, out _);

    /// <summary>The same column by column.</summary>
    [Benchmark]
    public uint EqualColumnsByWords() => RowMasks.Words(in _row[0], in _same[0], 8, out _);

    /// <summary>Which of eight blocking keys two rows share, all at a time.</summary>
    [Benchmark]
    public ulong SharedKeysByVectors() => RuleKeys.SharedVectors(in _keys[0], in _sharedKeys[0], 8);

    /// <summary>The same key by key.</summary>
    [Benchmark]
    public ulong SharedKeysByWords() => RuleKeys.SharedWords(in _keys[0], in _sharedKeys[0], 8);

    /// <summary>Whether an address is of Chinese characters and digits alone, sixteen bytes at a time.</summary>
    [Benchmark]
    public bool HanAndDigitsByVectors() => HanAndDigits.AreVectors(_address);

    /// <summary>The same byte by byte.</summary>
    [Benchmark]
    public bool HanAndDigitsByBytes() => HanAndDigits.AreBytes(_address);

    private static int[] Codes(string text) => [.. text.EnumerateRunes().Select(rune => rune.Value)];
}

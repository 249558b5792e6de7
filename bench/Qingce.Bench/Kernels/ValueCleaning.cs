using System.Text;
using BenchmarkDotNet.Attributes;
using Qingce.Linkage;
using Qingce.Linkage.Chinese;

namespace Qingce.Bench.Kernels;

/// <summary>Values of person rows made into cells, as most are written and as some are. None may allocate.</summary>
[MemoryDiagnoser]
public class ValueCleaning
{
    private readonly byte[] _room = new byte[1024];
    private ColumnKind _kind = LinkageVocabulary.General.Kind("text");
    private byte[] _value = [];

    /// <summary>The kind and the value.</summary>
    [Params(
        "chinese-name 王小明",
        "chinese-name 王 曉明",
        "citizen-number 11010519491231002X",
        "citizen-number 110105194912310",
        "chinese-date 1949-12-31",
        "chinese-date 1949年12月31日",
        "chinese-phone 13844163159",
        "chinese-phone 138-4416-3159",
        "chinese-address 濠江区东风西街137号6栋1单元401室",
        "chinese-address 濠江区东风西街１３７号6号楼1单元四零一室")]
    public string Value { get; set; } = "";

    /// <summary>Finds the kind.</summary>
    [GlobalSetup]
    public void Setup()
    {
        string[] parts = Value.Split(' ', 2);
        _kind = ChineseWords.Vocabulary.Kind(parts[0]);
        _value = Encoding.UTF8.GetBytes(parts[1]);
    }

    /// <summary>The cell as rows are read.</summary>
    [Benchmark]
    public ulong AsRead() => _kind.TryCell(_value, out ulong cell) ? cell : Clean();

    /// <summary>The cell by way of the clean text.</summary>
    [Benchmark(Baseline = true)]
    public ulong Clean() => Cell.Of(_room.AsSpan(0, _kind.Clean(_value, _room)));
}

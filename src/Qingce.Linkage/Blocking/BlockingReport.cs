namespace Qingce.Linkage;

/// <summary>What a blocking pass did.</summary>
/// <param name="Pass">Its name.</param>
/// <param name="Keys">Keys of all rows.</param>
/// <param name="Compared">Pairs compared in this pass, those of earlier passes not counted.</param>
/// <param name="Oversized">Blocks that were larger than allowed and were parted.</param>
/// <param name="NotCompared">Pairs that share the key and were not compared because their block was parted or left.</param>
public readonly record struct BlockingReport(string Pass, long Keys, long Compared, long Oversized, long NotCompared);

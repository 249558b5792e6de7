namespace Qingce.Linkage;

/// <summary>One way to choose the pairs that are compared: those that share a key.</summary>
/// <param name="Name">Name for reports.</param>
/// <param name="Settles">Bits of a pattern that all pairs of the pass share by its key; training learns nothing on them here.</param>
/// <param name="Splits">How many times an oversized block can be parted by a further key.</param>
public sealed record BlockingPass(string Name, ulong Settles, int Splits);

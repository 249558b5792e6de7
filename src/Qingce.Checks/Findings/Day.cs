namespace Qingce.Checks.Findings;

/// <summary>A day to be written into a sentence as yyyy-MM-dd.</summary>
/// <param name="Number">Days since 1970-01-01.</param>
internal readonly record struct Day(int Number);

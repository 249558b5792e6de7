namespace Qingce.Checks.Facts;

/// <summary>Something a source row says about one registration, kept small because there may be millions.</summary>
internal interface IRowFact
{
    /// <summary>Row of the register.</summary>
    int Row { get; }
}

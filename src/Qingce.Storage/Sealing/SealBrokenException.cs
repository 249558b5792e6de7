namespace Qingce.Storage.Sealing;

/// <summary>An envelope that does not open: it was damaged, moved from where it belongs, or made with a key that is not in the store.</summary>
public sealed class SealBrokenException(Exception? cause = null)
    : Exception("An envelope does not open: it was damaged, or belongs elsewhere. Restore it from a backup.", cause);

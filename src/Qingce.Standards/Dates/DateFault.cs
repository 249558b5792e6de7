namespace Qingce.Standards;

/// <summary>Why a written date gave none.</summary>
public enum DateFault : byte
{
    /// <summary>It did give one.</summary>
    None,

    /// <summary>Empty.</summary>
    Missing,

    /// <summary>Not in any form that is understood.</summary>
    Unreadable,

    /// <summary>Understood, but there is no such day (1990-02-30), or its year is before 1800 or after 2199.</summary>
    Impossible,
}

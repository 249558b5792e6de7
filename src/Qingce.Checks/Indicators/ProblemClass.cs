namespace Qingce.Checks.Indicators;

/// <summary>The six classes of problems. A machine never proposes <see cref="V"/>.</summary>
public enum ProblemClass : byte
{
    /// <summary>No class.</summary>
    None = 0,

    /// <summary>Duplicate registration 重复登记.</summary>
    D,

    /// <summary>Wrong information 信息错误.</summary>
    W,

    /// <summary>Stale information 变更未更新.</summary>
    S,

    /// <summary>False declaration 虚假申报.</summary>
    F,

    /// <summary>Person away from register 人户分离.</summary>
    A,

    /// <summary>Illegal registration 违规登记; a reviewer's finding only.</summary>
    V,
}

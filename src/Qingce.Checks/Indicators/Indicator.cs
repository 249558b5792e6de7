namespace Qingce.Checks.Indicators;

/// <summary>The twelve indicators. The number is part of the finding identifier and never changes.</summary>
public enum Indicator : byte
{
    /// <summary>No indicator.</summary>
    None = 0,

    /// <summary>Duplicate registration 重复登记.</summary>
    I01 = 1,

    /// <summary>Abnormal change 信息变更异常.</summary>
    I02 = 2,

    /// <summary>Age logic 年龄逻辑错误.</summary>
    I03 = 3,

    /// <summary>Citizen number 公民身份号码错误.</summary>
    I04 = 4,

    /// <summary>Deceased not cancelled 死亡未注销, and the reverse.</summary>
    I05 = 5,

    /// <summary>Marriage mismatch 婚姻状况不一致.</summary>
    I06 = 6,

    /// <summary>Away from register 人户分离.</summary>
    I07 = 7,

    /// <summary>Empty-hung household 空挂户.</summary>
    I08 = 8,

    /// <summary>Household relations 户内关系异常.</summary>
    I09 = 9,

    /// <summary>Doubtful papers 落户材料存疑.</summary>
    I10 = 10,

    /// <summary>Birth not matched 出生登记异常.</summary>
    I11 = 11,

    /// <summary>Migration not closed 迁移未闭合.</summary>
    I12 = 12,
}

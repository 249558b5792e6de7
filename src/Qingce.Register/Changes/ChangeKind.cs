using Qingce.Exchange.Codes;

namespace Qingce.Register;

/// <summary>What kind of change it is. The numbers are permanent, since they are stored.</summary>
public enum ChangeKind : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A child is registered.</summary>
    Birth = 1,

    /// <summary>A death is registered.</summary>
    Death = 2,

    /// <summary>A marriage.</summary>
    Marriage = 3,

    /// <summary>A divorce.</summary>
    Divorce = 4,

    /// <summary>An adoption.</summary>
    Adoption = 5,

    /// <summary>A move out of the register.</summary>
    MoveOut = 6,

    /// <summary>A move in, from outside or from another household.</summary>
    MoveIn = 7,

    /// <summary>Members leave a household and make one of their own.</summary>
    HouseholdSplit = 8,

    /// <summary>Two households become one.</summary>
    HouseholdJoin = 9,

    /// <summary>Fields became different (name, number, head of the household ...).</summary>
    Alteration = 10,

    /// <summary>Fields were wrong from the start.</summary>
    Correction = 11,

    /// <summary>A registration is cancelled for another reason than death or a move.</summary>
    Cancellation = 12,

    /// <summary>A cancelled registration lives again.</summary>
    Restoration = 13,

    /// <summary>Registrations of one person become one.</summary>
    Merge = 14,

    /// <summary>Another change counts as never made.</summary>
    Undo = 15,

    /// <summary>An illegal registration counts as never made.</summary>
    RollBack = 16,

    /// <summary>A later file of the register brought other values.</summary>
    Delivery = 17,

    /// <summary>A person confirms a provisional change.</summary>
    Confirmation = 18,

    /// <summary>The code of a division gives way to another.</summary>
    DivisionChange = 19,
}

/// <summary>Tokens and names of the kinds.</summary>
public static class ChangeKinds
{
    /// <summary>The list of kinds.</summary>
    public static CodeList<ChangeKind> List { get; } = new(
        (ChangeKind.Birth, "birth", "出生登记", "birth", "出生"),
        (ChangeKind.Death, "death", "死亡注销", "death", "死亡"),
        (ChangeKind.Marriage, "marriage", "结婚", "marriage", ""),
        (ChangeKind.Divorce, "divorce", "离婚", "divorce", ""),
        (ChangeKind.Adoption, "adoption", "收养", "adoption", ""),
        (ChangeKind.MoveOut, "move_out", "迁出", "move out", ""),
        (ChangeKind.MoveIn, "move_in", "迁入", "move in", ""),
        (ChangeKind.HouseholdSplit, "household_split", "分户", "household split", ""),
        (ChangeKind.HouseholdJoin, "household_join", "并户", "household join", ""),
        (ChangeKind.Alteration, "alteration", "变更", "alteration", ""),
        (ChangeKind.Correction, "correction", "更正", "correction", ""),
        (ChangeKind.Cancellation, "cancellation", "注销", "cancellation", ""),
        (ChangeKind.Restoration, "restoration", "恢复", "restoration", ""),
        (ChangeKind.Merge, "merge", "合并重复登记", "merge of duplicates", "合并"),
        (ChangeKind.Undo, "undo", "撤销变更", "undo", "撤销"),
        (ChangeKind.RollBack, "roll_back", "违规登记撤回", "roll-back of an illegal registration", "撤回"),
        (ChangeKind.Delivery, "delivery", "数据更新", "delivery", ""),
        (ChangeKind.Confirmation, "confirmation", "确认", "confirmation", ""),
        (ChangeKind.DivisionChange, "division_change", "区划代码变更", "division change", ""));

    extension(ChangeKind kind)
    {
        /// <summary>Whether it takes another change back.</summary>
        public bool TakesBack => kind is ChangeKind.Undo or ChangeKind.RollBack;
    }
}

namespace Qingce.Exchange.Codes;

/// <summary>The code lists of the exchange standard, for reading and for writing.</summary>
public static class CodeLists
{
    /// <summary>What a source record says has happened.</summary>
    public static CodeList<EventKind> EventKinds { get; } = new(
        (EventKind.Registered, "registered", "登记", "registered", "立户 常住登记"),
        (EventKind.MovedIn, "moved_in", "迁入", "moved in", ""),
        (EventKind.MovedOut, "moved_out", "迁出", "moved out", ""),
        (EventKind.Cancelled, "cancelled", "注销", "cancelled", ""),
        (EventKind.Issued, "issued", "签发", "issued", "制发 发放 办理"),
        (EventKind.Married, "married", "结婚", "married", "结婚登记 marriage"),
        (EventKind.Divorced, "divorced", "离婚", "divorced", "离婚登记 divorce"),
        (EventKind.Adopted, "adopted", "收养", "adopted", "收养登记 adoption"),
        (EventKind.Cremated, "cremated", "火化", "cremated", "cremation"),
        (EventKind.Buried, "buried", "安葬", "buried", "土葬 burial"),
        (EventKind.Assistance, "assistance", "社会救助", "assistance", "低保 救助"),
        (EventKind.Born, "born", "出生", "born", "birth"),
        (EventKind.Died, "died", "死亡", "died", "death"),
        (EventKind.Contact, "contact", "就诊", "contact", "随访 体检"),
        (EventKind.Insured, "insured", "参保", "insured", "缴费 缴存"),
        (EventKind.Pension, "pension", "领取养老金", "pension", "养老金领取 退休"),
        (EventKind.Employed, "employed", "就业", "employed", "就业登记"),
        (EventKind.Contract, "contract", "劳动合同", "contract", "合同备案"),
        (EventKind.Enrolled, "enrolled", "在籍", "enrolled", "学籍"),
        (EventKind.Admitted, "admitted", "入学", "admitted", "录取"),
        (EventKind.Owned, "owned", "持有不动产", "owned", "不动产登记"),
        (EventKind.Building, "building", "建筑物", "building", "房屋"),
        (EventKind.Leased, "leased", "租赁", "leased", "租赁备案"),
        (EventKind.DeclaredMissing, "declared_missing", "宣告失踪", "declared missing", ""),
        (EventKind.DeclaredDead, "declared_dead", "宣告死亡", "declared dead", ""),
        (EventKind.DeclarationRevoked, "declaration_revoked", "撤销宣告", "declaration revoked", "撤销失踪宣告 撤销死亡宣告"),
        (EventKind.Guardianship, "guardianship", "监护", "guardianship", "指定监护"));

    /// <summary>How a source record stands.</summary>
    public static CodeList<SourceStatus> SourceStatuses { get; } = new(
        (SourceStatus.Active, "active", "有效", "active", "正常 在用 在缴 在职 在读 生效 valid"),
        (SourceStatus.Ended, "ended", "终止", "ended", "已终止 结束 离职 毕业 停保 注销 失效 expired"),
        (SourceStatus.Suspended, "suspended", "中止", "suspended", "暂停 停用"),
        (SourceStatus.Void, "void", "作废", "void", "无效 撤销"),
        (SourceStatus.StoppedForDeath, "stopped_death", "因死亡终止", "stopped for death", "死亡停发 死亡终止"),
        (SourceStatus.Used, "used", "已使用", "used", "已落户"),
        (SourceStatus.Paperless, "paperless", "无纸化", "paperless", "网上迁移"),
        (SourceStatus.Demolished, "demolished", "已拆除", "demolished", "拆除"),
        (SourceStatus.NonResidential, "non_residential", "非住宅", "non-residential", ""));

    /// <summary>The kinds of papers.</summary>
    public static CodeList<DocumentKind> DocumentKinds { get; } = new(
        (DocumentKind.IdentityCard, "identity_card", "居民身份证", "identity card", "身份证"),
        (DocumentKind.HouseholdBooklet, "household_booklet", "居民户口簿", "household booklet", "户口簿 户口本"),
        (DocumentKind.ResidencePermit, "residence_permit", "居住证", "residence permit", ""),
        (DocumentKind.SocialSecurityCard, "social_security_card", "社会保障卡", "social-security card", "社保卡"),
        (DocumentKind.BirthCertificate, "birth_certificate", "出生医学证明", "birth certificate", ""),
        (DocumentKind.DeathCertificate, "death_certificate", "死亡医学证明", "death certificate", ""),
        (DocumentKind.MarriageCertificate, "marriage_certificate", "结婚证", "marriage certificate", ""),
        (DocumentKind.DivorceCertificate, "divorce_certificate", "离婚证", "divorce certificate", ""),
        (DocumentKind.RealEstateCertificate, "real_estate_certificate", "不动产权证书", "real-estate certificate", "不动产证 房产证 房屋所有权证"),
        (DocumentKind.LabourContract, "labour_contract", "劳动合同", "labour contract", ""),
        (DocumentKind.SchoolRecord, "school_record", "学籍证明", "school record", "录取通知书"),
        (DocumentKind.MigrationPermit, "migration_permit", "户口迁移证", "migration permit", "迁移证 准迁证"));

    /// <summary>Why a registration ended.</summary>
    public static CodeList<CancellationReason> CancellationReasons { get; } = new(
        (CancellationReason.Death, "death", "死亡", "death", "死亡注销"),
        (CancellationReason.Missing, "missing", "宣告失踪", "declared missing", "失踪"),
        (CancellationReason.MovedOut, "moved_out", "迁出", "moved out", "迁往市外 迁往省外 迁移"),
        (CancellationReason.Enlistment, "enlistment", "入伍", "enlistment", "参军 服兵役"),
        (CancellationReason.SettledAbroad, "settled_abroad", "出国定居", "settled abroad", "出国境定居 出境定居"),
        (CancellationReason.LossOfNationality, "loss_of_nationality", "丧失国籍", "loss of nationality", "退籍"),
        (CancellationReason.Duplicate, "duplicate", "重复户口", "duplicate registration", "重户 重复登记"),
        (CancellationReason.Fraud, "fraud", "骗取户口", "obtained by fraud", "虚假户口"),
        (CancellationReason.Other, "other", "其他", "other", "其它"));

    /// <summary>Why a registration began.</summary>
    public static CodeList<RegistrationReason> RegistrationReasons { get; } = new(
        (RegistrationReason.Birth, "birth", "出生", "birth", "出生登记"),
        (RegistrationReason.Late, "late", "补登", "entered late", "补报 漏登补录"),
        (RegistrationReason.Adoption, "adoption", "收养", "adoption", "收养登记"),
        (RegistrationReason.Restored, "restored", "恢复户口", "restored", "恢复"),
        (RegistrationReason.Discharged, "discharged", "退役", "discharged from service", "复员 转业 退伍"),
        (RegistrationReason.Naturalised, "naturalised", "入境定居", "settled from abroad", "回国定居 入籍"),
        (RegistrationReason.MovedIn, "moved_in", "迁入", "moved in", "市外迁入 省外迁入"),
        (RegistrationReason.JoinedSpouse, "joined_spouse", "投靠配偶", "joined a spouse", "夫妻投靠 婚迁 结婚"),
        (RegistrationReason.JoinedParents, "joined_parents", "投靠父母", "joined parents", "子女投靠父母"),
        (RegistrationReason.JoinedChildren, "joined_children", "投靠子女", "joined children", "父母投靠子女 老人投靠"),
        (RegistrationReason.JoinedRelatives, "joined_relatives", "投靠亲属", "joined relatives", "投靠 其他投靠"),
        (RegistrationReason.HomePurchase, "home_purchase", "购房落户", "settled by buying a home", "购房"),
        (RegistrationReason.Employment, "employment", "就业落户", "settled by employment", "务工 就业 招工 录用"),
        (RegistrationReason.Transfer, "transfer", "工作调动", "transfer", "调动"),
        (RegistrationReason.Talent, "talent", "人才引进", "settled as a talent", "人才落户"),
        (RegistrationReason.Points, "points", "积分落户", "settled by points", "积分"),
        (RegistrationReason.Study, "study", "升学迁入", "moved to school", "大中专招生 录取 升学"),
        (RegistrationReason.Graduation, "graduation", "毕业迁入", "moved after school", "毕业 大中专毕业"),
        (RegistrationReason.HouseholdSplit, "household_split", "分户", "household split", "立户"),
        (RegistrationReason.Resettlement, "resettlement", "拆迁安置", "resettled", "移民 拆迁"),
        (RegistrationReason.Other, "other", "其他", "other", "其它"));

    /// <summary>Kinds of households.</summary>
    public static CodeList<HouseholdType> HouseholdTypes { get; } = new(
        (HouseholdType.Family, "family", "家庭户", "family household", "家庭户口 1"),
        (HouseholdType.Collective, "collective", "集体户", "collective household", "集体户口 2"));
}

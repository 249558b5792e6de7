namespace Qingce.Exchange.Values;

/// <summary>Why a text is no value of its field.</summary>
public enum FieldFault : byte
{
    /// <summary>It is one, or it is empty.</summary>
    None,

    /// <summary>Neither a code of the list nor one of its names.</summary>
    NotOnTheList,

    /// <summary>No date in any form that is understood.</summary>
    NoDate,

    /// <summary>There is no such day, or its year is before 1800 or after 2199.</summary>
    NoSuchDay,

    /// <summary>Neither 18 nor 15 characters of a citizen number.</summary>
    NoNumber,

    /// <summary>Not 6, 9 or 12 digits, or of no province.</summary>
    NoDivision,

    /// <summary>It holds control characters or halves of characters, which are dropped.</summary>
    BrokenText,
}

/// <summary>What a fault is in words, and what to do about it.</summary>
public static class FieldFaults
{
    extension(FieldFault fault)
    {
        /// <summary>In Chinese; empty for no fault.</summary>
        public string Chinese => fault switch
        {
            FieldFault.NotOnTheList => "不是代码表中的代码或名称，请填写国家标准代码或其中文名称",
            FieldFault.NoDate => "不是日期，请写成 yyyy-MM-dd 或 yyyyMMdd",
            FieldFault.NoSuchDay => "没有这一天，请核对日期",
            FieldFault.NoNumber => "不是 18 位或 15 位公民身份号码，请核对",
            FieldFault.NoDivision => "不是 6、9 或 12 位行政区划代码，请核对",
            FieldFault.BrokenText => "含有控制字符或残缺字符，请重新填写",
            _ => "",
        };

        /// <summary>In English; empty for no fault.</summary>
        public string English => fault switch
        {
            FieldFault.NotOnTheList => "neither a code of the list nor one of its names; give the national code or its Chinese name",
            FieldFault.NoDate => "no date; write yyyy-MM-dd or yyyyMMdd",
            FieldFault.NoSuchDay => "there is no such day; check the date",
            FieldFault.NoNumber => "no citizen number of 18 or 15 characters; check it",
            FieldFault.NoDivision => "no division code of 6, 9 or 12 digits; check it",
            FieldFault.BrokenText => "it holds control characters or broken characters; write it again",
            _ => "",
        };
    }
}

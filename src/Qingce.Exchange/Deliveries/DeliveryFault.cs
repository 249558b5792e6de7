using Qingce.Exchange.Values;
using Qingce.Tables;

namespace Qingce.Exchange.Deliveries;

/// <summary>What is wrong with a row of a delivery, or with one of its values. Codes are stable; see <see cref="DeliveryFaults"/>.</summary>
public enum DeliveryFault : byte
{
    /// <summary>More fields than the header.</summary>
    TooManyFields,

    /// <summary>Fewer fields than the header.</summary>
    TooFewFields,

    /// <summary>A quote that is not closed.</summary>
    BrokenQuote,

    /// <summary>A NUL byte.</summary>
    NulByte,

    /// <summary>Bytes that are no text in the encoding of the file.</summary>
    InvalidEncoding,

    /// <summary>Nothing says which row it is.</summary>
    IdMissing,

    /// <summary>An earlier row of the file has the same identifier.</summary>
    IdRepeated,

    /// <summary>An earlier row of the file says the same, word for word.</summary>
    RowRepeated,

    /// <summary>A registration that belongs to no household.</summary>
    HouseholdMissing,

    /// <summary>A field that the category must carry is empty.</summary>
    FieldMissing,

    /// <summary>A division that cannot be read where the row is nothing without it.</summary>
    DivisionUnreadable,

    /// <summary>A day that cannot be read where the row is nothing without it.</summary>
    DateUnreadable,

    /// <summary>An event that is on no list.</summary>
    EventKindUnreadable,

    /// <summary>An event of another category.</summary>
    EventKindForeign,

    /// <summary>A change of something that is no column of the register.</summary>
    ChangedFieldUnknown,

    /// <summary>A category that there is not.</summary>
    CategoryUnreadable,

    /// <summary>A value that is longer than any can be.</summary>
    TooLong,

    /// <summary>A change of a registration that the register does not have.</summary>
    RegistrationUnknown,

    /// <summary>An identifier that a spreadsheet took for a number and rounded.</summary>
    IdRounded,

    /// <summary>Value: it is none of its column; kept as delivered.</summary>
    ValueUnread,

    /// <summary>Value: the category must not carry this field; not kept.</summary>
    ValueRefused,

    /// <summary>Note: more than one living registration of a household is its head.</summary>
    SeveralHeads,

    /// <summary>Note: the change disagrees with what the register says now; kept as evidence, not as history.</summary>
    ChangeContradicts,
}

/// <summary>Codes and words of the faults.</summary>
public static class DeliveryFaults
{
    extension(DeliveryFault fault)
    {
        /// <summary>Whether the row is not taken because of it.</summary>
        public bool RejectsRow => fault < DeliveryFault.ValueUnread;

        /// <summary>Stable code for programs.</summary>
        public string Code => fault switch
        {
            DeliveryFault.TooManyFields => "too-many-fields",
            DeliveryFault.TooFewFields => "too-few-fields",
            DeliveryFault.BrokenQuote => "broken-quote",
            DeliveryFault.NulByte => "nul-byte",
            DeliveryFault.InvalidEncoding => "invalid-encoding",
            DeliveryFault.IdMissing => "id-missing",
            DeliveryFault.IdRepeated => "id-repeated",
            DeliveryFault.RowRepeated => "row-repeated",
            DeliveryFault.HouseholdMissing => "household-missing",
            DeliveryFault.FieldMissing => "field-missing",
            DeliveryFault.DivisionUnreadable => "division-unreadable",
            DeliveryFault.DateUnreadable => "date-unreadable",
            DeliveryFault.EventKindUnreadable => "event-kind-unreadable",
            DeliveryFault.EventKindForeign => "event-kind-foreign",
            DeliveryFault.ChangedFieldUnknown => "changed-field-unknown",
            DeliveryFault.CategoryUnreadable => "category-unreadable",
            DeliveryFault.TooLong => "too-long",
            DeliveryFault.RegistrationUnknown => "registration-unknown",
            DeliveryFault.IdRounded => "id-rounded",
            DeliveryFault.ValueUnread => "value-unread",
            DeliveryFault.ValueRefused => "value-refused",
            DeliveryFault.SeveralHeads => "several-heads",
            DeliveryFault.ChangeContradicts => "change-contradicts",
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
        };

        /// <summary>What is wrong and what to do, in English, without a value of the row. Those of Tables say it themselves.</summary>
        public string English => fault switch
        {
            DeliveryFault.IdMissing => "the row has no identifier, so nobody could tell which it is. Fill it.",
            DeliveryFault.IdRepeated => "an earlier row of the file has the same identifier. Keep one of them.",
            DeliveryFault.RowRepeated => "an earlier row of the file says the same. Nothing need be done.",
            DeliveryFault.HouseholdMissing => "the registration belongs to no household. Fill household_id.",
            DeliveryFault.FieldMissing => "the catalogue says that this category must carry the field. Fill it.",
            DeliveryFault.DivisionUnreadable => "no division code of 6, 9 or 12 digits. Write the code of GB/T 2260.",
            DeliveryFault.DateUnreadable => "no day of the calendar. Write yyyy-MM-dd.",
            DeliveryFault.EventKindUnreadable => "no kind of event. Write one of the tokens of the category, for example married.",
            DeliveryFault.EventKindForeign => "this event belongs to another category. Deliver the row with that one.",
            DeliveryFault.ChangedFieldUnknown => "no column of the register. Write its header, or registration.",
            DeliveryFault.CategoryUnreadable => "no category. Write its number, 1 to 23.",
            DeliveryFault.TooLong => "longer than any such value. Check for rows or columns run together.",
            DeliveryFault.RegistrationUnknown => "the register has no such registration. Deliver the register first, and check that both are of one delivery.",
            DeliveryFault.IdRounded => "a spreadsheet took the identifier for a number and rounded it, so that many rows share it. Write the column as text and fill in the identifiers again.",
            DeliveryFault.ValueUnread => "no value of this column; kept as delivered.",
            DeliveryFault.ValueRefused => "the catalogue says that this category must not carry the field; the value was not kept. Leave it out.",
            DeliveryFault.SeveralHeads => "the household has more than one living head. Check the relations.",
            DeliveryFault.ChangeContradicts => "the last change of this field disagrees with the register; kept as evidence, not as history. Check which of them is right.",
            _ => "the row cannot be read.",
        };

        /// <summary>The same in Chinese.</summary>
        public string Chinese => fault switch
        {
            DeliveryFault.IdMissing => "该行没有编号，无法确定是哪一条，请补填。",
            DeliveryFault.IdRepeated => "编号与文件中前面的一行重复，请只保留一行。",
            DeliveryFault.RowRepeated => "与文件中前面的一行完全相同，无需处理。",
            DeliveryFault.HouseholdMissing => "缺少户号，请补填。",
            DeliveryFault.FieldMissing => "按目录该类数据必须填写此项，请补填。",
            DeliveryFault.DivisionUnreadable => "行政区划代码不可读，应为6、9或12位数字。",
            DeliveryFault.DateUnreadable => "不是日历上的日期，应为 yyyy-MM-dd。",
            DeliveryFault.EventKindUnreadable => "事件类型不可读，应为该类别的事件代码。",
            DeliveryFault.EventKindForeign => "该事件属于其他类别，请随那一类提供。",
            DeliveryFault.ChangedFieldUnknown => "不是登记文件的列名，请填写列名或 registration。",
            DeliveryFault.CategoryUnreadable => "类别不可读，应为1至23。",
            DeliveryFault.TooLong => "内容过长，请检查是否有行或列连在一起。",
            DeliveryFault.RegistrationUnknown => "登记库中没有这个登记编号，请先提供登记文件，并确认两者属于同一批数据。",
            DeliveryFault.IdRounded => "编号被电子表格当作数字舍入，多行会变成同一编号。请将该列设为文本后重新填写编号。",
            DeliveryFault.ValueUnread => "不是该列的值，按原样保留。",
            DeliveryFault.ValueRefused => "按目录该类数据不得携带此项，未予保留，请勿提供。",
            DeliveryFault.SeveralHeads => "该户有不止一个在册的户主，请核对与户主关系。",
            DeliveryFault.ChangeContradicts => "该项目最后一次变更与登记现状不符，只作为证据保留，不计入历史，请核对。",
            _ => "该行不可读。",
        };
    }

    /// <summary>What a row that Tables could not cut is here.</summary>
    public static DeliveryFault Of(RejectReason reason) => reason switch
    {
        RejectReason.TooManyFields => DeliveryFault.TooManyFields,
        RejectReason.TooFewFields => DeliveryFault.TooFewFields,
        RejectReason.BrokenQuote => DeliveryFault.BrokenQuote,
        RejectReason.NulByte => DeliveryFault.NulByte,
        RejectReason.InvalidEncoding => DeliveryFault.InvalidEncoding,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}

/// <summary>A fault with its place.</summary>
/// <param name="Row">1-based among the data rows of the file.</param>
/// <param name="Column">English header of the column at fault; empty when the whole row is.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Value">What stood there, the row as it stands when the whole row is at fault; empty where it must not be kept.</param>
/// <param name="English">What is wrong and what to do, without the value.</param>
/// <param name="Chinese">The same in Chinese.</param>
public sealed record RowFault(long Row, string Column, DeliveryFault Fault, string Value, string English, string Chinese)
{
    /// <summary>A fault in its own words.</summary>
    public static RowFault Of(long row, string column, DeliveryFault fault, string value) => new(row, column, fault, value, fault.English, fault.Chinese);

    /// <summary>A row that could not be cut into fields.</summary>
    internal static RowFault Of(RowReject reject) => new(
        reject.Row, reject.Column ?? "", DeliveryFaults.Of(reject.Reason), reject.RawText, FaultText.EnglishReason(reject), FaultText.ChineseReason(reject));

    /// <summary>A value that is none of its column.</summary>
    internal static RowFault Unread(long row, string column, string value, FieldFault fault) =>
        new(row, column, DeliveryFault.ValueUnread, value, $"{fault.English}; kept as delivered.", $"{fault.Chinese}；按原样保留。");
}

namespace Qingce.Exchange.Files;

/// <summary>The columns of the files, in the order in which they are written. See docs/guide/sources.md.</summary>
public static class FileShapes
{
    /// <summary>The register: one row a registration.</summary>
    public static IReadOnlyList<FieldShape> Register { get; } =
    [
        new("registration_id", "登记编号", FieldKind.Text, true),
        new("household_id", "户号", FieldKind.Text, true),
        new("household_type", "户别", FieldKind.Code, false),
        new("relation", "与户主关系", FieldKind.Code, true),
        new("name", "姓名", FieldKind.Text, true),
        new("former_name", "曾用名", FieldKind.Text, false),
        new("sex", "性别", FieldKind.Code, true),
        new("ethnicity", "民族", FieldKind.Code, false),
        new("birth_date", "出生日期", FieldKind.BirthDate, true),
        new("citizen_number", "公民身份号码", FieldKind.CitizenNumber, true),
        new("former_numbers", "曾用公民身份号码", FieldKind.Text, false),
        new("division", "行政区划", FieldKind.Division, true),
        new("address", "住址", FieldKind.Text, false),
        new("other_address", "其他住址", FieldKind.Text, false),
        new("birthplace", "出生地", FieldKind.Text, false),
        new("native_place", "籍贯", FieldKind.Text, false),
        new("marital_status", "婚姻状况", FieldKind.Code, false),
        new("education", "文化程度", FieldKind.Code, false),
        new("occupation", "职业", FieldKind.Text, false),
        new("employer", "服务处所", FieldKind.Text, false),
        new("phone", "联系电话", FieldKind.Text, false),
        new("registered_on", "登记日期", FieldKind.Date, false),
        new("registered_for", "登记原因", FieldKind.Code, false),
        new("moved_in_on", "迁来日期", FieldKind.Date, false),
        new("moved_in_from", "何地迁来", FieldKind.Text, false),
        new("moved_in_for", "迁来原因", FieldKind.Code, false),
        new("card_issued_on", "身份证签发日期", FieldKind.Date, false),
        new("cancelled_on", "注销日期", FieldKind.Date, false),
        new("cancelled_for", "注销原因", FieldKind.Code, false),
        new("moved_out_to", "迁往何地", FieldKind.Text, false),
    ];

    /// <summary>Past changes: one row a change.</summary>
    public static IReadOnlyList<FieldShape> Changes { get; } =
    [
        new("registration_id", "登记编号", FieldKind.Text, true),
        new("changed_on", "变更日期", FieldKind.Date, true),
        new("field", "变更项目", FieldKind.Text, true),
        new("old_value", "变更前", FieldKind.Text, false),
        new("new_value", "变更后", FieldKind.Text, false),
        new("reason", "变更原因", FieldKind.Text, false),
        new("document_kind", "证件类型", FieldKind.Code, false),
        new("document_number", "证件号码", FieldKind.Text, false),
        new("handler", "经办人", FieldKind.Text, false),
        new("agent", "代办人", FieldKind.Text, false),
    ];

    /// <summary>The 23 exchange fields of a source record.</summary>
    public static IReadOnlyList<FieldShape> Source { get; } =
    [
        new("source", "数据来源", FieldKind.Text, false),
        new("source_record_id", "来源记录编号", FieldKind.Text, true),
        new("event_kind", "事件类型", FieldKind.Code, true),
        new("event_date", "事件日期", FieldKind.Date, true),
        new("citizen_number", "公民身份号码", FieldKind.CitizenNumber, true),
        new("name", "姓名", FieldKind.Text, true),
        new("sex", "性别", FieldKind.Code, false),
        new("birth_date", "出生日期", FieldKind.BirthDate, false),
        new("ethnicity", "民族", FieldKind.Code, false),
        new("relation", "关系", FieldKind.Code, false),
        new("counterpart_citizen_number", "对方公民身份号码", FieldKind.CitizenNumber, false),
        new("counterpart_name", "对方姓名", FieldKind.Text, false),
        new("division", "行政区划", FieldKind.Division, false),
        new("address", "地址", FieldKind.Text, false),
        new("document_kind", "证件类型", FieldKind.Code, false),
        new("document_number", "证件号码", FieldKind.Text, false),
        new("issuing_authority", "签发机关", FieldKind.Text, false),
        new("issued_on", "签发日期", FieldKind.Date, false),
        new("valid_until", "有效期至", FieldKind.Date, false),
        new("status", "状态", FieldKind.Code, false),
        new("event_place", "事件发生地", FieldKind.Text, false),
        new("handler", "经办人", FieldKind.Text, false),
        new("recorded_at", "记录时间", FieldKind.Date, true),
    ];

    /// <summary>Where and from when a category is complete.</summary>
    public static IReadOnlyList<FieldShape> Coverage { get; } =
    [
        new("category", "类别", FieldKind.Code, true),
        new("division", "行政区划", FieldKind.Division, true),
        new("from", "起始日期", FieldKind.Date, true),
        new("to", "截止日期", FieldKind.Date, false),
    ];

    /// <summary>What is rightly true of an invented register.</summary>
    public static IReadOnlyList<FieldShape> Truth { get; } =
    [
        new("registration_id", "登记编号", FieldKind.Text, true),
        new("indicator", "预警指标", FieldKind.Code, true),
        new("error_kind", "错误种类", FieldKind.Text, true),
        new("other_registration_id", "另一登记编号", FieldKind.Text, true),
        new("person_id", "人员编号", FieldKind.Text, true),
    ];
}

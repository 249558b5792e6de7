using System.Collections.Immutable;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Values;
using Qingce.Register;
using Qingce.Server.Languages;
using Qingce.Server.Problems;
using Qingce.Standards;

namespace Qingce.Server.Changes;

/// <summary>Reads the codes and fields of a body, and keeps what is wrong with them.</summary>
/// <param name="actor">Who acts.</param>
internal sealed class BodyReading(Actor actor)
{
    private readonly List<Fault> _faults = [];

    public Actor Actor { get; } = actor;

    /// <summary>What is wrong, or null.</summary>
    public Problem? Problem => _faults.Count == 0 ? null : ProblemCatalogue.ValueInvalid.Here() with { Faults = _faults };

    public TCode Code<TCode>(CodeList<TCode> list, string place, string? text)
        where TCode : struct, Enum
    {
        if (text is { Length: > 0 } && !list.TryRead(text, out TCode code))
        {
            string tokens = string.Join(", ", list.Codes.Select(list.Token));
            Add(place, $"没有这个代码，应为：{tokens}。", $"there is no such code; the codes are {tokens}.");
            return default;
        }

        return text is { Length: > 0 } && list.TryRead(text, out code) ? code : default;
    }

    public Relation Relation(string place, string? text)
    {
        if (text is not { Length: > 0 })
        {
            return Standards.Relation.None;
        }

        if (!Standards.Relation.TryRead(text, out Relation relation))
        {
            Add(place, "不是与户主关系的代码或名称（GB/T 4761），如 02、10、21。", "no code or name of a relation to the head (GB/T 4761), as 02, 10 or 21.");
        }

        return relation;
    }

    public ImmutableArray<MemberRelation> Relations(string place, IReadOnlyList<MemberRelationBody> members) =>
        [.. members.Select((member, at) => new MemberRelation(member.RegistrationId, Relation($"{place}[{at}].relation", member.Relation)))];

    public DivisionCode Division(string place, string? text)
    {
        if (text is not { Length: > 0 })
        {
            return DivisionCode.None;
        }

        DivisionCode code = text.Length is 6 or 9 or 12 && text.All(char.IsAsciiDigit)
            ? DivisionCode.Read(System.Text.Encoding.ASCII.GetBytes(text)).Code : DivisionCode.None;
        if (code == DivisionCode.None)
        {
            Add(place, "不是 6、9 或 12 位行政区划代码。", "no division code of 6, 9 or 12 digits.");
        }

        return code;
    }

    /// <summary>Fields by the headers of the register file, English or Chinese.</summary>
    public Dictionary<RegisterField, string> Fields(string place, IReadOnlyDictionary<string, string> given)
    {
        Dictionary<RegisterField, string> fields = [];
        foreach ((string name, string text) in given)
        {
            if (!RegisterFields.TryFind(name, out RegisterField field) || field == RegisterField.PersonId || !fields.TryAdd(field, text))
            {
                string shown = name.Length <= 32 ? name : name[..32] + "…";
                Add($"{place}.{shown}", "不是登记表的列，或写了两次；列名见 /docs。", "it is no column of the register, or is there twice; /docs lists them.");
            }
        }

        return fields;
    }

    /// <summary>What a new registration says.</summary>
    public RegistrationContent Content(string place, IReadOnlyDictionary<string, string> given)
    {
        RegistrationContent content = RegistrationContent.Read(Fields(place, given), out ImmutableArray<(RegisterField Field, FieldFault Fault)> faults);
        foreach ((RegisterField field, FieldFault fault) in faults)
        {
            Add($"{place}.{field.Shape.Name}", $"{fault.Chinese}。", $"{fault.English}.");
        }

        return content;
    }

    public void Add(string place, string chinese, string english) => _faults.Add(new Fault(place, new Phrase(chinese, english)));
}

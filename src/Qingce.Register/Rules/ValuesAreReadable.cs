using Qingce.Exchange.Values;

namespace Qingce.Register;

/// <summary>What an officer enters is a value of its field; only files may bring others, for the checks to find.</summary>
internal sealed class ValuesAreReadable(IReadOnlyDictionary<RegisterField, string> values) : RegisterRule
{
    private const int Longest = 500;

    public override string Code => "value-unreadable";

    public ValuesAreReadable(RegistrationContent content)
        : this(RegisterFields.All().Where(field => content[field].Length > 0).ToDictionary(field => field, field => content[field]))
    {
    }

    public override BrokenRule? Judge(Deliberation deliberation)
    {
        List<(RegisterField Field, FieldFault Fault)> faults = [];
        foreach ((RegisterField field, string text) in values)
        {
            FieldReading reading = FieldReading.Of(field.Shape, text);
            if (reading.Fault != FieldFault.None || text.Length > Longest)
            {
                faults.Add((field, reading.Fault == FieldFault.None ? FieldFault.BrokenText : reading.Fault));
            }
        }

        return faults.Count == 0 ? null : Broken(
            string.Join("；", faults.Select(fault => $"{fault.Field.Shape.Chinese}：{fault.Fault.Chinese}")) + "。",
            string.Join("; ", faults.Select(fault => $"{fault.Field.Shape.Name}: {fault.Fault.English}")) + ".");
    }
}

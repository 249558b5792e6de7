namespace Qingce.Linkage.Chinese;

/// <summary>Blocking rules for persons: whichever one value is wrong, another rule brings the two records together.</summary>
internal static class PersonRules
{
    public static IEnumerable<BlockingRule> Of(PersonHeaders headers)
    {
        var (name, number, birth, phone, address) = (headers.Name, headers.Number, headers.Birth, headers.Phone, headers.Address);
        (RulePart?, RulePart?)[] rules =
        [
            (Part(birth), Part(name, "surname")),
            (Part(number, "number-body"), null),
            (Part(name, "name-sound"), Part(birth, "birth-year")),
            (Part(name, "name-sound"), Part(birth, "birth-day")),
            (Part(birth), Part(name, "given-sound")),
            (Part(phone), null),
            (Part(address, "address-door"), Part(name, birth is null ? "surname" : "name-sound")),
            (birth is null ? null : Part(address, "address-place"), Part(name, "surname")),
            (birth is null ? Part(name, "name-sound") : null, Part(address, "address-house")),
            (birth is null ? Part(name, "name-sound") : null, Part(phone, "tail-4")),
            (birth is null ? Part(number, "number-birth") : null, Part(name, "surname")),
        ];
        var usable = rules.Where((rule, i) => rule.Item1 is not null && (i is 1 or 5 || rule.Item2 is not null)).ToList();
        return (usable.Count > 0 ? usable : [(Part(name, "name-sound"), null)])
            .Select(rule => new BlockingRule { Parts = rule.Item2 is { } second ? [rule.Item1!.Value, second] : [rule.Item1!.Value] });
    }

    private static RulePart? Part(string? column, string? take = null) => column is null ? null : new RulePart(column, take);
}

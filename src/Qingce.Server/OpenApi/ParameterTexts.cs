namespace Qingce.Server.OpenApi;

/// <summary>What the parameters of paths and queries are. A name means the same wherever it is taken.</summary>
internal static class ParameterTexts
{
    private static readonly Dictionary<string, (string Description, string? Example)> ByName = new(StringComparer.Ordinal)
    {
        ["code"] = ("The stable code of a problem.", "version-changed"),
        ["registrationId"] = ("The registration, by the id it has in the register.", "R0000001"),
        ["householdId"] = ("The household, by its number in the register.", "H0000001"),
        ["personId"] = ("The person: the id of a registration of theirs, of merged ones that of the kept one.", "R0000001"),
        ["name"] = ("A name in any script form, or its pinyin. One of name, number, phone, address, division and householdId is needed.", "王芳"),
        ["number"] = ("A citizen number of 18 or 15 characters.", "11010519491231002X"),
        ["phone"] = ("A phone number.", "13800000000"),
        ["address"] = ("An address with its street, estate or village; building and room are not looked at.", "人民路12号"),
        ["birthDate"] = ("The birth date or its beginning. It narrows another condition and is not enough by itself.", "1980-05"),
        ["division"] = ("A division code or its beginning, 2 to 12 digits.", "320505"),
        ["beginning"] = ("Whether the name is only the beginning of one.", null),
        ["living"] = ("Whether registrations that are cancelled are left out.", null),
        ["validAt"] = ("The day on which it was valid; today when not given.", "2025-12-31"),
        ["knownAt"] = ("As far as was known at this instant, with its offset; now when not given. Write + as %2B.", "2026-01-31T08:30:00Z"),
        ["actor"] = ("Who looked, by name or staff id.", "staff-0412"),
        ["provisional"] = ("Whether only changes that wait for a person are listed.", null),
        ["changeId"] = ("The change.", "019a2b3c-4d5e-7f60-8192-a3b4c5d6e7f8"),
        ["decided"] = ("Whether decided proposals are listed in place of open ones.", null),
        ["kind"] = ("What is proposed: merge, birth, death, marriage, divorce, adoption, move_out or alteration.", "merge"),
        ["proposalId"] = ("The proposal.", "019a2b3c-4d5e-7f60-8192-a3b4c5d6e7f8"),
        ["category"] = ("What the file is: register, changes, coverage, or the two digits of a source category, 01 to 23.", "register"),
        ["fileName"] = ("The file's name, shown in lists and receipts; its ending tells the format.", "register.csv"),
        ["day"] = ("The day that the file describes; today when not given.", "2026-01-31"),
        ["uploadId"] = ("The upload, as its answer named it.", "register-0af7651916cd43dd"),
        ["deliveryId"] = ("The number of the delivery.", "1"),
        ["verificationId"] = ("The verification; of findings, those of events when not given.", "019a2b3c-4d5e-7f60-8192-a3b4c5d6e7f8"),
        ["indicator"] = ("One of I01 to I12.", "I09"),
        ["findingId"] = ("The finding.", "0123456789abcdef"),
    };

    /// <summary>Description and example of a parameter; null for one that nothing is said of.</summary>
    public static (string Description, string? Example)? Of(string? name) => name is not null && ByName.TryGetValue(name, out (string, string?) text) ? text : null;
}

namespace Qingce.Linkage.Chinese;

/// <summary>
/// Recognises the columns of Chinese persons by headers in Chinese, English and pinyin initials, and by their values. A column that any language
/// may have, such as a date, is Chinese only beside names or citizen numbers.
/// </summary>
internal sealed class ChineseColumnProposer : ColumnProposer
{
    private const double Most = 0.6, Nearly = 0.8;

    public override ProposedColumn? Propose(ColumnProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (ChineseHeaders.IsUnfit(profile.Header))
        {
            return new ProposedColumn { Name = profile.Header, Role = ColumnRole.None, Kind = "text", Reason = new Wording("it must not decide who somebody is", "不得用来判断一个人是谁") };
        }

        return profile.Distinct <= 1 ? null
            : profile.Share(ChineseValues.IsNumber) >= Most ? Of(profile, ColumnRole.Identifier, "citizen-number", PersonLevels.Number, new ProposedKey("number-body", 0.9))
            : profile.Share(ChineseValues.IsAddress) >= Most
                ? Of(profile, ColumnRole.Address, "chinese-address", PersonLevels.Address, new(null, 0.7), new("address-door", 0.75), new("address-house", 0.85))
            : IsName(profile)
                ? Of(profile, ColumnRole.FullName, "chinese-name", PersonLevels.Name, new(null, 0.75), new("name-sound", 0.85), new("given-sound", 0.85), new("surname", 0.97))
            : profile.Share(ChineseValues.IsSex) >= 0.9 || (ChineseHeaders.IsSex(profile.Header) && profile.Share(ChineseValues.IsSexCode) >= 0.9) ? Of(profile, ColumnRole.Category, "sex", PersonLevels.Sex, new ProposedKey(null, 0.98))
            : ChineseHeaders.IsBirth(profile.Header) && profile.Share(ChineseValues.IsDate) >= Most ? Birth(profile)
            : (ChineseHeaders.IsPhone(profile.Header) && profile.Share(ChineseValues.IsPhone) >= Most) || profile.Share(ChineseValues.IsMobile) >= Nearly
                ? Of(profile, ColumnRole.Phone, "chinese-phone", PersonLevels.Phone, new(null, 0.75), new("tail-4", 0.8))
            : null;
    }

    // A surname alone tells little, and a given name not how much of it may be a slip, so that the two are compared as one name.
    public override IReadOnlyList<(string First, string Second)> Parts(IReadOnlyList<ColumnProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        var surnames = profiles.Where(p => ChineseHeaders.IsSurname(p.Header) && p.Share(ChineseValues.IsSurname) >= Most).ToList();
        var given = profiles.Where(p => ChineseHeaders.IsGivenName(p.Header) && p.Share(ChineseValues.IsGivenName) >= Most).ToList();
        return surnames.Count == 1 && given.Count == 1 && !profiles.Any(p => IsName(p) && !ChineseHeaders.IsFormer(p.Header) && p != given[0])
            ? [(surnames[0].Header, given[0].Header)]
            : [];
    }

    public override string? LevelInChinese(string level) => PersonLevelNames.All.GetValueOrDefault(level);

    public override LinkageModel Complete(LinkageModel model, IReadOnlyList<ProposedColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(columns);
        var compared = columns.Where(c => c.Levels.Count > 0).ToList();
        string? First(string kind, Func<ProposedColumn, bool>? other = null) =>
            compared.OrderBy(c => ChineseHeaders.IsFormer(c.Name)).FirstOrDefault(c => c.Kind == kind)?.Name ?? (other is null ? null : compared.FirstOrDefault(other)?.Name);
        var headers = new PersonHeaders { Name = First("chinese-name"), Number = First("citizen-number") };
        var former = compared.FirstOrDefault(c => c.Kind == "chinese-name" && c.Name != headers.Name && ChineseHeaders.IsFormer(c.Name))?.Name;
        if (headers is { Name: null, Number: null })
        {
            return model;
        }

        headers = headers with
        {
            FormerName = former,
            Birth = First("chinese-date", c => c.Role == ColumnRole.Date && !ChineseHeaders.IsOtherDate(c.Name)),
            Sex = First("sex", c => c.Role == ColumnRole.Category && ChineseHeaders.IsSex(c.Name)),
            Phone = First("chinese-phone", c => c.Role == ColumnRole.Phone),
            Address = First("chinese-address"),
        };
        return Complete(model, PersonModel.Of(headers, weighsHouseholds: model.Shared is not null));
    }

    // What is known of persons is compared as persons are; the other columns stay as they were proposed.
    private static LinkageModel Complete(LinkageModel model, LinkageModel persons)
    {
        var known = persons.Comparisons.SelectMany(c => new[] { c.Column ?? c.Name, c.Name }).ToHashSet(StringComparer.Ordinal);
        var read = persons.Columns!.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var comparisons = persons.Comparisons.Concat(model.Comparisons.Where(c => !known.Contains(c.Column ?? c.Name) && !known.Contains(c.Name)));
        var everyPair = model.Blocking is [{ Parts.Count: 0 }];
        return model with
        {
            Columns = [.. persons.Columns!.Select(c => model.Columns!.FirstOrDefault(m => m.Name == c.Name) is { } made ? c with { From = made.From, Then = made.Then } : c), .. model.Columns!.Where(c => !read.Contains(c.Name))],
            Comparisons = [.. comparisons.Take(LinkageModel.MostComparisons)],
            Blocking = everyPair ? model.Blocking : persons.Blocking,
        };
    }

    private static bool IsName(ColumnProfile profile) => ChineseHeaders.IsName(profile.Header)
        ? profile.Share(ChineseValues.IsHan) >= 0.5
        : profile.Distinct * 10 > profile.Present && profile.Distinct > 20 && profile.Share(ChineseValues.IsName) >= 0.75;

    private static ProposedColumn Birth(ColumnProfile profile) => Of(
        profile, ColumnRole.Date, "chinese-date", PersonLevels.Birth(profile.Header, null), new(null, 0.8), new("birth-year", 0.92), new("birth-day", 0.88));

    private static ProposedColumn Of(
        ColumnProfile profile, ColumnRole role, string kind, IReadOnlyList<ComparisonLevel> levels, params ProposedKey[] keys) =>
        new() { Name = profile.Header, Role = role, Kind = kind, Levels = levels, Keys = keys };
}

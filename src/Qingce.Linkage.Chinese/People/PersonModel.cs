namespace Qingce.Linkage.Chinese;

/// <summary>Untrained models for tables of Chinese persons, whichever columns they have.</summary>
public static class PersonModel
{
    /// <summary>The model for a table.</summary>
    /// <param name="headers">Its columns; a name or a number at least.</param>
    /// <exception cref="ArgumentException">There is neither name nor number.</exception>
    public static LinkageModel Of(PersonHeaders headers) => Of(headers, weighsHouseholds: false);

    /// <summary>As <see cref="Of(PersonHeaders)"/>.</summary>
    /// <param name="headers">Its columns; a name or a number at least.</param>
    /// <param name="weighsHouseholds">Whether the model that takes the comparisons over has <see cref="LinkageModel.Shared"/>.</param>
    internal static LinkageModel Of(PersonHeaders headers, bool weighsHouseholds)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (headers.Name is null && headers.Number is null)
        {
            throw new ArgumentException("A table of persons has names or numbers.", nameof(headers));
        }

        (string? Column, string Kind, IReadOnlyList<ComparisonLevel> Levels)[] parts =
        [
            (headers.Name, "chinese-name", PersonLevels.NameOf(headers)),
            (headers.Birth, "chinese-date", PersonLevels.Birth(headers.Birth ?? "", headers.Number)),
            (headers.Number, "citizen-number", PersonLevels.Number),
            (headers.Sex, "sex", PersonLevels.Sex),
            (headers.Phone, "chinese-phone", PersonLevels.Phone),
            (headers.Address, "chinese-address", PersonLevels.Address),
        ];
        var known = parts.Where(p => p.Column is not null).ToArray();
        return new LinkageModel
        {
            Name = "persons",
            MatchesPerRow = 0.05,
            Columns =
            [
                .. known.Select(p => new ModelColumn { Name = p.Column!, Kind = p.Kind }),
                .. headers is { Name: not null, FormerName: { } former } ? [new ModelColumn { Name = former, Kind = "chinese-name" }] : Array.Empty<ModelColumn>(),
            ],
            Comparisons =
            [
                .. known.Select(p => new Comparison { Name = p.Column!, Levels = p.Levels }),
                .. Relatives.Of(headers, weighsHouseholds) is { } relatives ? new[] { relatives } : [],
            ],
            Blocking = [.. PersonRules.Of(headers)],
        };
    }
}

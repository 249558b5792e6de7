using System.Text.Json.Serialization;

namespace Qingce.Linkage;

/// <summary>
/// Comparisons in which the people of one household agree though they are several: address, telephone, family name. However many of them
/// agree, together they say no more than that two rows are of one household.
/// </summary>
public sealed record SharedEvidence
{
    /// <summary>Names of the comparisons.</summary>
    public required IReadOnlyList<string> Comparisons { get; init; }

    /// <summary>
    /// The bits that they approach and never exceed together, frequencies included: the logarithm to base 2 of one over the share of all pairs that
    /// are of one household. Above 0; training estimates it.
    /// </summary>
    public required double MostBits { get; init; }

    /// <summary>What some pairs of a household agree in beside: twins in the birth date, father and son in the given name. Null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SharedBySome>? BySome { get; init; }

    /// <summary>
    /// Name of a comparison of judgements that tell the members of a household apart. They stand where training finds households, and say nothing where it
    /// finds hardly any: what looks like twins is then one person recorded badly. Null for none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kin { get; init; }

    /// <summary>The most <see cref="BySome"/>.</summary>
    internal const int MostBySome = 8;

    /// <summary>
    /// What is left of evidence: against a match stands a mixture of random pairs, of pairs of one household, and of those pairs of one household that agree in
    /// one thing more.
    /// </summary>
    /// <param name="bits">What the comparisons add up to.</param>
    /// <param name="most">See <see cref="MostBits"/>.</param>
    /// <param name="households">How much the class of households weighs, for what some of them agree in beside: 1 for nothing.</param>
    /// <returns>The bits that the comparisons count, less what the others count too much.</returns>
    internal static double Bound(double bits, double most, double households)
    {
        most -= Math.Log2(households);
        return bits < most - 20 ? bits : bits > most + 40 ? most : -Math.Log2(double.Exp2(-bits) + double.Exp2(-most));
    }
}

/// <summary>A comparison in which some pairs of a household agree though they are two people.</summary>
/// <param name="Comparison">Its name.</param>
/// <param name="Share">The share of such pairs among all pairs of one household, above 0 and below 1: a judgement, for no training can tell it from errors.</param>
public readonly record struct SharedBySome(string Comparison, double Share)
{
    /// <summary>Comparisons of the same thing in columns of its own, which such pairs agree in along with it: the month and the year of a day. Null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? With { get; init; }

    /// <summary>The names of all comparisons that it is about.</summary>
    internal IEnumerable<string> Names => (With ?? []).Prepend(Comparison);
}

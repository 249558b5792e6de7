namespace Qingce.Checks.Indicators.Away;

/// <summary>The parameters of I07 in one province.</summary>
internal sealed class AwaySettings
{
    private readonly double[] _weights;

    private AwaySettings(ParameterValues values)
    {
        Months = values.Whole("months");
        Threshold = values.Number("threshold");
        HomeWeight = values.Number("home_weight");
        _weights =
        [
            values.Number("permit_weight"), values.Number("lease_weight"), values.Number("school_weight"), values.Number("assistance_weight"),
            values.Number("insurance_weight"), values.Number("job_weight"), values.Number("contact_weight"),
        ];
    }

    /// <summary>Shortest time away.</summary>
    public int Months { get; }

    /// <summary>Weight of evidence from which a person counts as away.</summary>
    public double Threshold { get; }

    /// <summary>Weight taken off for a sign of life at home in the same time.</summary>
    public double HomeWeight { get; }

    /// <summary>Weight of a kind of sign.</summary>
    public double Weight(AwayKind kind) => _weights[(int)kind];

    public static AwaySettings From(ParameterValues values) => new(values);
}

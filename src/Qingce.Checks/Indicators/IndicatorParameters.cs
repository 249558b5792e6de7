namespace Qingce.Checks.Indicators;

/// <summary>The parameters a verification uses: the catalogue's national values, and what provinces have set instead.</summary>
/// <remarks>Immutable, hence safe for use by several threads. Read a file with <see cref="ParameterFile"/>.</remarks>
public sealed class IndicatorParameters
{
    /// <summary>The key of the national values where provinces are told apart.</summary>
    public const int National = 0;

    private readonly IndicatorCatalogue _catalogue;
    private readonly SortedDictionary<int, Dictionary<(string Indicator, string Parameter), double>> _overrides;

    internal IndicatorParameters(
        IndicatorCatalogue catalogue,
        SortedDictionary<int, Dictionary<(string Indicator, string Parameter), double>> overrides)
    {
        _catalogue = catalogue;
        _overrides = overrides;
    }

    /// <summary>The national values of the national catalogue, with nothing set instead.</summary>
    public static IndicatorParameters Defaults { get; } = new(IndicatorCatalogue.National, []);

    /// <summary>The two-digit codes of the provinces that have set something of their own, ascending.</summary>
    public IEnumerable<int> Provinces => _overrides.Keys.Where(key => key != National);

    /// <summary>The values of an indicator's parameters in a province.</summary>
    /// <param name="indicator">I01 to I12.</param>
    /// <param name="province">The province's two digits, 11 to 82, or <see cref="National"/>.</param>
    /// <exception cref="ArgumentException">There is no such indicator.</exception>
    public ParameterValues Of(string indicator, int province = National)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (IndicatorParameter parameter in _catalogue[indicator].Parameters)
        {
            values[parameter.Id] = Value(indicator, parameter, province);
        }

        return new ParameterValues(values);
    }

    /// <summary>
    /// Settings made once per province, for use in loops over many rows: at the index of a province's two digits stand the
    /// settings made from its values; where a province has set nothing, the national ones.
    /// </summary>
    /// <param name="indicator">I01 to I12.</param>
    /// <param name="make">Makes the settings from the values.</param>
    /// <returns>100 settings.</returns>
    internal TSettings[] PerProvince<TSettings>(string indicator, Func<ParameterValues, TSettings> make)
    {
        var settings = new TSettings[100];
        Array.Fill(settings, make(Of(indicator)));
        foreach (int province in Provinces)
        {
            settings[province] = make(Of(indicator, province));
        }

        return settings;
    }

    private double Value(string indicator, IndicatorParameter parameter, int province)
    {
        (string, string) key = (indicator, parameter.Id);
        return TryOverride(province, key, out double own) ? own
            : TryOverride(National, key, out double national) ? national
            : parameter.Default;
    }

    private bool TryOverride(int province, (string Indicator, string Parameter) key, out double value)
    {
        value = 0;
        return _overrides.TryGetValue(province, out Dictionary<(string, string), double>? values) && values.TryGetValue(key, out value);
    }
}

namespace Qingce.Linkage.Chinese;

/// <summary>The model for duplicates in a register that comes with the package, and what a model must have to take its place.</summary>
public static class RegisterModel
{
    private static readonly Lazy<LinkageModel> Loaded = new(Load);

    /// <summary>The model that comes with the package.</summary>
    public static LinkageModel Default => Loaded.Value;

    /// <summary>Says why a model cannot be used for registers: its comparisons and levels must be those of <see cref="Default"/>.</summary>
    /// <param name="model">A model, perhaps trained or edited.</param>
    /// <exception cref="LinkageModelException">A comparison or level is missing, too many, or in another place.</exception>
    public static void Validate(LinkageModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Validate();
        if (!model.Comparisons.Select(c => c.Name).SequenceEqual(Levels.Comparisons))
        {
            throw new LinkageModelException(
                $"A register model has the comparisons {string.Join(", ", Levels.Comparisons)}, in this order.",
                $"登记模型的比较项依次为：{string.Join("、", Levels.Comparisons)}。");
        }

        for (var c = 0; c < Levels.Names.Length; c++)
        {
            if (!model.Comparisons[c].Levels.Select(l => l.Name).SequenceEqual(Levels.Names[c]))
            {
                throw new LinkageModelException(
                    $"'{Levels.Comparisons[c]}' has the levels {string.Join(", ", Levels.Names[c])}, in this order.",
                    $"“{Levels.Comparisons[c]}”的等级依次为：{string.Join("、", Levels.Names[c])}。");
            }
        }
    }

    private static LinkageModel Load()
    {
        using var stream = typeof(RegisterModel).Assembly.GetManifestResourceStream("register-model.json")
            ?? throw new InvalidOperationException("The register model is not embedded.");
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        var model = LinkageModel.Read(json);
        Validate(model);
        return model;
    }
}

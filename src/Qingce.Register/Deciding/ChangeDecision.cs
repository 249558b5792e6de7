using System.Collections.Immutable;

namespace Qingce.Register;

/// <summary>A rule that a request would break.</summary>
/// <param name="Code">Stable code, in words with hyphens.</param>
/// <param name="Chinese">What is wrong and what to do, in Chinese, without personal values.</param>
/// <param name="English">The same in English.</param>
/// <param name="RegistrationIds">The registrations at fault.</param>
public sealed record BrokenRule(string Code, string Chinese, string English, ImmutableArray<string> RegistrationIds);

/// <summary>What becomes of a request: a draft to record, or every rule that it would break.</summary>
public sealed class ChangeDecision
{
    private ChangeDecision(ChangeDraft? draft, ImmutableArray<BrokenRule> brokenRules) => (Draft, BrokenRules) = (draft, brokenRules);

    /// <summary>The change to record; null when it is refused.</summary>
    public ChangeDraft? Draft { get; }

    /// <summary>The rules that it would break; empty when it is accepted.</summary>
    public ImmutableArray<BrokenRule> BrokenRules { get; }

    /// <summary>Decides a request.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="extract">The part of the register that it concerns.</param>
    public static ChangeDecision Of(ChangeRequest request, RegisterExtract extract)
    {
        Deliberation deliberation = new(request, extract);
        ImmutableArray<BrokenRule> broken = Judge(StandingRules.OfItsNames, deliberation);
        if (!broken.IsEmpty)
        {
            return new ChangeDecision(null, broken);
        }

        ImmutableArray<BrokenRule> grounds = Judge(StandingRules.OfItsGrounds, deliberation);
        broken = Judge([.. StandingRules.OfEveryRequest, .. request.Conditions], deliberation);
        if (!broken.IsEmpty)
        {
            return new ChangeDecision(null, [.. grounds, .. broken]);
        }

        // Whoever has to mend the grounds is told at once what else the rules will say.
        request.Draft(deliberation.Draft);
        deliberation.Conclude();
        broken = [.. grounds, .. Judge(StandingRules.OfEveryOutcome, deliberation)];
        return broken.IsEmpty
            ? new ChangeDecision(
                new ChangeDraft(request, request.Article, deliberation.Draft.Effects(), deliberation.Draft.Words()), broken)
            : new ChangeDecision(null, broken);
    }

    private static ImmutableArray<BrokenRule> Judge(IReadOnlyList<RegisterRule> rules, Deliberation deliberation) =>
        [.. rules.Select(rule => rule.Judge(deliberation)).OfType<BrokenRule>()];
}

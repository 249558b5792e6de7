using System.Text;
using Qingce.Checks.Findings;
using Qingce.Exchange.Codes;
using Qingce.Exchange.Deliveries;
using Qingce.Server.Events;
using Qingce.Server.Findings;
using Qingce.Storage;
using Qingce.Storage.Changes;
using Qingce.Storage.Sealing;
using Qingce.Storage.Searching;

namespace Qingce.Server.Papers;

/// <summary>What was found of a settlement, and for which of the papers asked about.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Papers">The keys of those papers.</param>
internal sealed record PaperFinding(RenderedFinding Finding, IReadOnlyCollection<long> Papers);

/// <summary>
/// Finds which settlements rest on papers that are in doubt (I10), when a change or a record of the issuing department names the paper: whether that department knows
/// it, as whose and since when, and whether another household used it. How many cases an agent or an officer had takes the whole register, and is a verification's.
/// </summary>
internal sealed class LivePapers(Store store, LiveChecks checks)
{
    // What stands in so many rows is no number of one paper, but a word for none: then it is left to a verification.
    private const int MostOfOnePaper = 1000;

    // Positions in the file of past changes.
    private const int IdColumn = 0;
    private const int FieldColumn = 2;
    private const int KindColumn = 6;
    private const int NumberColumn = 7;
    private const int HandlerColumn = 8;
    private const int AgentColumn = 9;

    private volatile bool _isFilled;

    /// <summary>What is in doubt of settlements of some registrations, and of others who used the same papers.</summary>
    /// <param name="context">The turn's context, to which the change was saved.</param>
    /// <param name="registrationIds">The registrations.</param>
    /// <param name="asOf">The day looked back from.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IEnumerable<RenderedFinding>> OfRegistrationsAsync(
        RegisterContext context, IReadOnlyCollection<string> registrationIds, DateOnly asOf, CancellationToken cancellation)
    {
        IReadOnlySet<long> papers = await FindPaperUses.PapersOfAsync(context, registrationIds, cancellation);
        return (await FindAsync(context, papers, asOf, cancellation)).Select(found => found.Finding);
    }

    /// <summary>What is in doubt of the settlements on some papers.</summary>
    /// <param name="context">The turn's context, to which what names them was saved.</param>
    /// <param name="papers">The keys of the papers.</param>
    /// <param name="asOf">The day looked back from.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<PaperFinding>> FindAsync(RegisterContext context, IReadOnlySet<long> papers, DateOnly asOf, CancellationToken cancellation)
    {
        // Before a store of an earlier version is through, a paper that is not found may well be known.
        if (papers.Count == 0 || !(_isFilled = _isFilled || await FillPaperKeys.IsDoneAsync(context, cancellation)))
        {
            return [];
        }

        IReadOnlySet<long> asked = await FindPaperUses.UsedAsync(context, papers, MostOfOnePaper, cancellation);
        List<Use> uses = await UsesAsync(context, asked, cancellation);
        ILookup<string, long> concerned = uses.Where(use => asked.Contains(use.Paper)).Select(use => (use.RegistrationId, use.Paper)).Distinct()
            .ToLookup(use => use.RegistrationId, use => use.Paper, StringComparer.Ordinal);
        if (concerned.Count == 0)
        {
            return [];
        }

        // A finding tells all that is in doubt of a registration: its other papers are looked at as well, and who else used those.
        long[] others = [.. uses.Where(use => concerned.Contains(use.RegistrationId)).Select(use => use.Paper).Except(asked)];
        HashSet<long> all = [.. asked, .. await FindPaperUses.UsedAsync(context, others, MostOfOnePaper, cancellation)];
        uses = all.Count == asked.Count ? uses : await UsesAsync(context, all, cancellation);
        uses.RemoveAll(use => !all.Contains(use.Paper));
        PersonExtract extract = await PersonExtract.OfPapersAsync(context, store.Keys, uses.Select(use => use.RegistrationId).Distinct(), all, cancellation);
        return
        [
            .. checks.Papers(extract with { Changes = [.. uses.Select(use => use.Change)] }, asOf, cancellation)
                .Select(finding => new PaperFinding(finding, [.. concerned[FindingTexts.First(finding.RegistrationIds)]]))
                .Where(found => found.Papers.Count > 0),
        ];
    }

    // Every settlement with a paper of those who settled on some papers, as a row of the file of past changes.
    private async Task<List<Use>> UsesAsync(RegisterContext context, IReadOnlySet<long> papers, CancellationToken cancellation)
    {
        List<Use> uses = [];
        IReadOnlySet<string> registrations = papers.Count == 0 ? new HashSet<string>() : await FindPaperUses.RegistrationsOfAsync(context, papers, cancellation);
        foreach (string?[] change in registrations.Count == 0 ? [] : await ChangesAsFile.OfAsync(context, store.Keys, registrations, cancellation))
        {
            if (change[FieldColumn] == ChangedFields.Registration && CodeLists.DocumentKinds.TryRead(change[KindColumn], out DocumentKind kind)
                && SearchKeys.OfPaper(store.Keys, kind, Encoding.UTF8.GetBytes(change[NumberColumn] ?? "")) is { } paper)
            {
                // These few cases say nothing of how many an agent or an officer has.
                change[HandlerColumn] = change[AgentColumn] = null;
                uses.Add(new Use(paper, change));
            }
        }

        return uses;
    }

    /// <summary>A settlement on a paper.</summary>
    /// <param name="Paper">The key of the paper.</param>
    /// <param name="Change">The change, in the columns of its file.</param>
    private sealed record Use(long Paper, string?[] Change)
    {
        public string RegistrationId => Change[IdColumn]!;
    }
}

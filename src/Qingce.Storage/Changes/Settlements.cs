using System.Collections.Immutable;
using System.Text;
using Qingce.Exchange.Catalogue;
using Qingce.Register;
using Qingce.Storage.Sealing;
using Qingce.Storage.Searching;

namespace Qingce.Storage.Changes;

/// <summary>Settlements among the changes that the register accepts itself, moves in, and the papers that they rest on.</summary>
internal static class Settlements
{
    public const ChangeKind Kind = ChangeKind.MoveIn;

    /// <summary>The papers among evidence that a department issues for settlements and that can be asked for.</summary>
    public static IEnumerable<Evidence> Papers(ImmutableArray<Evidence> evidence) =>
        evidence.Where(paper => paper.Number.Length > 0 && SettlementPapers.CategoryOf(paper.Kind) != 0);

    /// <summary>The keys by which a change is found, none for one that is no settlement.</summary>
    public static IEnumerable<ChangePaper> KeysOf(Change change, Keyring keys) => change.Kind != Kind ? [] :
        Papers(change.Evidence).Select(paper => SearchKeys.OfPaper(keys, paper.Kind, Encoding.UTF8.GetBytes(paper.Number))).OfType<long>().Distinct()
            .Select(key => new ChangePaper { PaperKey = key, Sequence = change.Sequence });
}

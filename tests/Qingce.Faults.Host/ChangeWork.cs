using System.Collections.Immutable;
using System.Globalization;
using Qingce.Exchange.Codes;
using Qingce.Register;
using Qingce.Storage;
using Qingce.Storage.Changes;

namespace Qingce.Faults.Host;

/// <summary>
/// Merges, undos and other changes of pairs of registrations, in an order drawn from a seed. Each has an identifier of its own and is asked for again
/// after a restart: what had been recorded is answered and not done twice.
/// </summary>
internal static class ChangeWork
{
    /// <summary>Pairs of registrations it works on: Rn in the household Hn, and its duplicate Dn alone in Kn.</summary>
    public const int Pairs = 3;

    /// <summary>Changes of one pair, in this order.</summary>
    public const int Steps = 7;

    private static readonly Actor Officer = new("李警官");

    private static readonly ImmutableArray<Evidence> Paper = [new(DocumentKind.HouseholdBooklet, "户-77")];

    /// <summary>The identifier of a change.</summary>
    public static Guid Id(int pair, int step) => new(pair + 1, (short)(step + 1), 0, new byte[8]);

    /// <summary>The registrations as they are before.</summary>
    public static IEnumerable<RegistrationContent> Registrations() => Enumerable.Range(0, Pairs).SelectMany(pair => new[]
    {
        Row($"R{pair}", $"H{pair}", "2012-05-01"),
        Row($"D{pair}", $"K{pair}", ""),
    });

    /// <summary>Does all of it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="seed">Draws the order.</param>
    /// <param name="saying">Told after each change.</param>
    public static async Task RunAsync(Store store, int seed, Saying saying)
    {
        Random random = new(seed);
        int[] done = new int[Pairs];
        for (int count = 1; count <= Pairs * Steps; count++)
        {
            int pair = random.Next(Pairs);
            while (done[pair] == Steps)
            {
                pair = (pair + 1) % Pairs;
            }

            ChangeOutcome outcome = await StepAsync(store, pair, done[pair]);
            if (outcome is not ChangeOutcome.Accepted accepted)
            {
                throw new InvalidOperationException($"pair {pair}, step {done[pair]}: {outcome}");
            }

            done[pair]++;
            saying.SayDone(string.Create(CultureInfo.InvariantCulture, $"{pair}-{done[pair]}"), accepted.IsRepeat);
        }
    }

    private static Task<ChangeOutcome> StepAsync(Store store, int pair, int step)
    {
        ChangeTerms terms = new(Id(pair, step));
        ReviewGrounds grounds = new(Officer, "录入有误") { ConfirmedBy = new Actor("赵所长"), Evidence = Paper };
        return step switch
        {
            0 => AcceptChange.RunAsync(store, Merge(pair), terms, CancellationToken.None),
            1 => AcceptChange.RunAsync(store, Alter($"R{pair}", RegisterField.Phone, "13900001111", 6), terms, CancellationToken.None),
            2 => TakeBackChange.UndoAsync(store, Id(pair, 0), grounds, terms, CancellationToken.None),
            3 => AcceptChange.RunAsync(store, Birth(pair), terms, CancellationToken.None),
            4 => TakeBackChange.UndoAsync(store, Id(pair, 2), grounds, terms, CancellationToken.None),
            5 => TakeBackChange.UndoAsync(store, Id(pair, 3), grounds, terms, CancellationToken.None),
            _ => AcceptChange.RunAsync(store, Alter($"R{pair}", RegisterField.Name, "王建军", 3), terms, CancellationToken.None),
        };
    }

    private static RegistrationContent Row(string id, string household, string card) => RegistrationContent.FromFields(
    [
        new(RegisterField.RegistrationId, id), new(RegisterField.HouseholdId, household), new(RegisterField.Relation, "02"),
        new(RegisterField.HouseholdType, "family"), new(RegisterField.Name, "王建国"), new(RegisterField.Sex, "1"),
        new(RegisterField.BirthDate, "1980-03-02"), new(RegisterField.Division, "110105001001"), new(RegisterField.Address, "幸福街1号"),
        new(RegisterField.CardIssuedOn, card),
    ]);

    private static MergeRegistrations Merge(int pair) => new(Name("R", pair), [Name("D", pair)], new DateOnly(2025, 5, 15))
    {
        ActedBy = Officer,
        ConfirmedBy = new Actor("赵所长"),
        Reason = "同一人",
        Evidence = Paper,
    };

    private static AlterFields Alter(string id, RegisterField field, string text, int month) =>
        new(id, new Dictionary<RegisterField, string> { [field] = text }, new DateOnly(2025, month, 1))
        {
            ActedBy = Officer,
            Evidence = Paper,
        };

    private static RegisterBirth Birth(int pair) => new(
        RegistrationContent.FromFields(
        [
            new(RegisterField.RegistrationId, Name("B", pair)), new(RegisterField.HouseholdId, Name("H", pair)), new(RegisterField.Relation, "20"),
            new(RegisterField.Name, "王小雷"), new(RegisterField.Sex, "1"), new(RegisterField.BirthDate, "2025-05-02"),
        ]),
        new DateOnly(2025, 5, 10))
    {
        ActedBy = Officer,
        Evidence = Paper,
    };

    private static string Name(string letter, int pair) => letter + pair.ToString(CultureInfo.InvariantCulture);
}

using System.Data.Common;
using System.Globalization;
using System.Text;
using Qingce.Register;
using Qingce.Standards;
using Qingce.Storage.Registrations;
using Qingce.Storage.Schema;

namespace Qingce.Storage.Searching;

/// <summary>Finds registrations. Pages are in an order that stays, along an index, so that the hundredth costs what the first does.</summary>
public static class FindRegistrations
{
    // Rows of one house that are looked at for building and room, and in how many steps before a page is returned as it is.
    private const int Candidates = 400;

    /// <summary>Runs a search.</summary>
    /// <param name="store">The store.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<FoundRegistrations> RunAsync(Store store, RegistrationQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, RegistrationQuery.MostRows);
        // By far the most searches are for a number alone.
        if (query is { Number.Length: > 0 } && query == new RegistrationQuery { Number = query.Number, Limit = query.Limit })
        {
            return Page(await store.RegistrationsOfNumbers.AskAsync(NumberKey(store, query.Number), cancellation).ConfigureAwait(false) ?? [], query.Limit);
        }

        List<NameRange> ranges = NameRanges(query);
        if (ranges.Count == 0 && (query.Name is { Length: > 0 } || query.Pinyin is { Length: > 0 }))
        {
            return new FoundRegistrations([], null, SearchFault.NameWithoutLetter);
        }

        SearchConditions conditions = new();
        if (Narrow(store, query, conditions) is var fault and not SearchFault.None)
        {
            return new FoundRegistrations([], null, fault);
        }

        Registration? after = null;
        if (query.After is { } position)
        {
            after = await ByIdAsync(store, position, cancellation).ConfigureAwait(false);
            if (after is null)
            {
                return new FoundRegistrations([], null, SearchFault.UnknownPosition);
            }
        }

        await using DbConnection connection = await store.OpenReaderAsync(cancellation).ConfigureAwait(false);
        return ranges.Count > 0
            ? await AlongNamesAsync(connection, conditions, ranges, query, after, cancellation).ConfigureAwait(false)
            : await AlongIdsAsync(store, connection, conditions, query, after, cancellation).ConfigureAwait(false);
    }

    /// <summary>The registration of an id; null when there is none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="registrationId">The id.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Task<Registration?> ByIdAsync(Store store, string registrationId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.RegistrationsOfIds.AskAsync(registrationId, cancellation);
    }

    /// <summary>Registrations by their ids.</summary>
    internal static async Task<IReadOnlyDictionary<string, Registration>> OfIdsAsync(Store store, IReadOnlyCollection<string> ids) =>
        (await AmongAsync(store, ids, among => $"SELECT {RegistrationReader.Columns} FROM registrations WHERE registration_id {among}").ConfigureAwait(false))
            .ToDictionary(row => row.RegistrationId, StringComparer.Ordinal);

    /// <summary>Registrations by the keys of their numbers: of each the first by their ids, as many as a page has and one more.</summary>
    internal static async Task<IReadOnlyDictionary<long, List<Registration>>> OfNumbersAsync(Store store, IReadOnlyCollection<long> numbers)
    {
        List<Registration> rows = await AmongAsync(store, numbers, static among => string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT {RegistrationReader.Columns}
            FROM (SELECT {RegistrationReader.Columns}, row_number() OVER (PARTITION BY number_key ORDER BY registration_id) AS place FROM registrations WHERE number_key {among}) AS numbered
            WHERE place <= {RegistrationQuery.MostRows + 1} ORDER BY number_key, place
            """)).ConfigureAwait(false);
        return rows.GroupBy(row => row.NumberKey!.Value).ToDictionary(group => group.Key, group => group.ToList());
    }

    private static async Task<List<Registration>> AmongAsync<T>(Store store, IReadOnlyCollection<T> values, Func<string, string> sql)
        where T : notnull
    {
        await using DbConnection connection = await store.OpenReaderAsync(CancellationToken.None).ConfigureAwait(false);
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql(command.Among(values));
        await using DbDataReader answer = await command.ExecuteReaderAsync().ConfigureAwait(false);
        return await answer.RowsAsync(RegistrationReader.Read, CancellationToken.None).ConfigureAwait(false);
    }

    private static long NumberKey(Store store, string number) => SearchKeys.OfNumber(store.Keys, Encoding.UTF8.GetBytes(number)) ?? 0;

    private static SearchFault Narrow(Store store, RegistrationQuery query, SearchConditions conditions)
    {
        bool isNarrow = query.Name is { Length: > 0 } || query.Pinyin is { Length: > 0 };
        if (query.Number is { Length: > 0 } number)
        {
            isNarrow = true;
            conditions.Add("number_key = {0}", NumberKey(store, number));
        }

        if (query.Phone is { Length: > 0 } phone)
        {
            isNarrow = true;
            conditions.Add("phone_key = {0}", SearchKeys.OfPhone(store.Keys, Encoding.UTF8.GetBytes(phone)) ?? 0);
        }

        if (query.HouseholdId is { Length: > 0 } household)
        {
            isNarrow = true;
            conditions.Add("household_id = {0}", household);
        }

        if (query.Address is { Length: > 0 })
        {
            isNarrow = true;
            if (SearchKeys.OfAddress(store.Keys, AddressOf(query)) is not { } house)
            {
                return SearchFault.AddressWithoutPlace;
            }

            conditions.Add("address_key = {0}", house);
        }

        if (DivisionPrefix(query.Division) is { Length: > 0 } division)
        {
            isNarrow = true;
            conditions.AddBeginning("division", division);
            if (division.Length >= 4 && SearchKeys.AreaOf(Encoding.UTF8.GetBytes(division.PadRight(6, '0'))) is > 0 and var area)
            {
                conditions.Add("area = {0}", area);
            }
        }

        if (query.BirthDate is { Length: > 0 } birth)
        {
            conditions.AddBeginning("birth_date", birth);
        }

        if (query.LivingOnly)
        {
            conditions.Add("cancelled_on IS NULL AND cancelled_for IS NULL");
        }

        return isNarrow ? SearchFault.None : SearchFault.TooWide;
    }

    /// <summary>
    /// Where the names lie in the order of the index: mostly one range, two where the beginning may be that of a compound surname, or where letters with marks may be
    /// a reading with its tones or a name that is written with them.
    /// </summary>
    private static List<NameRange> NameRanges(RegistrationQuery query)
    {
        string letters = TypedReading.Of(query.Pinyin ?? "") ?? "";
        List<NameRange> ranges = letters.Length == 0 ? [] : [new NameRange(letters, null, query.IsBeginning)];
        return ranges.Count > 0 && query.IsBeginning ? ranges
            : [.. ranges.Concat(OfWrittenName(query).Where(range => range.Reading != letters)).OrderBy(range => range.Reading, StringComparer.Ordinal)];
    }

    private static List<NameRange> OfWrittenName(RegistrationQuery query)
    {
        if (query.Name is { Length: > 0 } name && name.EnumerateRunes().Any(IsOfAName))
        {
            (string? key, string? pinyin) = RegistrationContents.OfName(name);
            return key is null ? []
                : query.IsBeginning ? [.. Pinyin.KeysOfBeginning(key).Select(reading => new NameRange(reading.Length == 0 ? pinyin! : reading, key, true))]
                : [new NameRange(pinyin!, key, false)];
        }

        return [];
    }

    private static bool IsOfAName(Rune rune) =>
        !Rune.IsPunctuation(rune) && !Rune.IsSymbol(rune) && !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;

    private static async Task<FoundRegistrations> AlongNamesAsync(
        DbConnection connection, SearchConditions conditions, List<NameRange> ranges, RegistrationQuery query, Registration? after, CancellationToken cancellation)
    {
        List<Registration> rows = [];
        foreach (NameRange range in ranges.Where(range => after is null || range.Reaches(after)))
        {
            SearchConditions all = conditions.Copy();
            range.AddTo(all, bornThen: query.BirthDate is { Length: > 0 });
            if (after is not null)
            {
                all.Add("(pinyin, name_key, registration_id) > ({0}, {1}, {2})", after.Pinyin ?? "", after.NameKey ?? "", after.RegistrationId);
            }

            rows.AddRange(await all.ReadAsync(connection, "pinyin, name_key, registration_id", query.Limit + 1 - rows.Count, cancellation).ConfigureAwait(false));
            if (rows.Count > query.Limit)
            {
                break;
            }
        }

        return Page(rows, query.Limit);
    }

    private static async Task<FoundRegistrations> AlongIdsAsync(
        Store store, DbConnection connection, SearchConditions conditions, RegistrationQuery query, Registration? after, CancellationToken cancellation)
    {
        Address? sought = query.Address is { Length: > 0 } ? AddressOf(query) : null;
        List<Registration> rows = [];
        string position = after?.RegistrationId ?? "";
        while (rows.Count <= query.Limit)
        {
            SearchConditions all = conditions.Copy();
            if (position.Length > 0)
            {
                all.Add("registration_id > {0}", position);
            }

            int wanted = sought is null ? query.Limit + 1 : Candidates;
            List<Registration> found = await all.ReadAsync(connection, "registration_id", wanted, cancellation).ConfigureAwait(false);
            rows.AddRange(sought is { } address ? found.Where(row => Lives(row, address, store)) : found);
            if (found.Count < wanted)
            {
                break;
            }

            position = found[^1].RegistrationId;
        }

        return Page(rows, query.Limit);
    }

    private static FoundRegistrations Page(List<Registration> rows, int limit) =>
        rows.Count > limit ? new FoundRegistrations(rows[..limit], rows[limit - 1].RegistrationId) : new FoundRegistrations(rows, null);

    // The house was found by its key; building, room and the division named in the address are compared with what is sealed.
    private static bool Lives(Registration row, in Address sought, Store store)
    {
        RegistrationContent content = row.Content(store.Keys);
        Address address = Address.Read(content[RegisterField.Address], content.Division);
        const AddressParts Door = AddressParts.Unit | AddressParts.Room;
        return ((sought.Parts & Door) == 0 || sought.Key == address.Key)
            && ((sought.Parts & AddressParts.Building) == 0 || sought.BuildingKey == address.BuildingKey)
            && (sought.Division.IsNone || sought.Division.Contains(content.Division) || sought.Division.Contains(address.Division)
                || (address.Division.IsNone && content.Division.IsNone));
    }

    private static Address AddressOf(RegistrationQuery query) =>
        Address.Read(query.Address, DivisionCode.Read((query.Division ?? "").AsSpan()).Code);

    // 330000 is a province and 330106000 a county: zeros that fill a code up to its length stand for everything below.
    private static string DivisionPrefix(string? division)
    {
        string digits = division?.Trim() ?? "";
        return digits.Length < 6 ? digits
            : digits.EndsWith("0000", StringComparison.Ordinal) && digits.Length == 6 ? digits[..2]
            : digits.EndsWith("00", StringComparison.Ordinal) && digits.Length == 6 ? digits[..4]
            : DivisionCode.Read(digits).Code is { IsNone: false } code ? code.Level switch
            {
                DivisionLevel.Province => digits[..2],
                DivisionLevel.City => digits[..4],
                DivisionLevel.County => digits[..6],
                DivisionLevel.Township => digits[..9],
                _ => digits,
            }
            : digits;
    }

    private sealed record NameRange(string Reading, string? Key, bool IsBeginning)
    {
        public bool Reaches(Registration after) => !IsBeginning || string.CompareOrdinal(Reading + SearchConditions.Last, after.Pinyin) > 0;

        public void AddTo(SearchConditions conditions, bool bornThen)
        {
            if (!IsBeginning)
            {
                if (Key is null)
                {
                    conditions.Add("pinyin = {0}", Reading);
                }
                else if (bornThen)
                {
                    // Few are left to be sorted, and equal names are compared in less time than a range of them.
                    conditions.Add("pinyin = {0} AND name_key = {1}", Reading, Key);
                }
                else
                {
                    // As a range it is read along the index whatever is thought to be rare: PostgreSQL takes each surname to have each reading, expects a row or two, and
                    // would fetch and sort all who bear the name.
                    conditions.Add("(pinyin, name_key) >= ({0}, {1}) AND (pinyin, name_key) <= ({0}, {1})", Reading, Key);
                }

                return;
            }

            conditions.AddBeginning("pinyin", Reading);
            if (Key is not null)
            {
                conditions.AddBeginning("name_key", Key);
            }
        }
    }
}

using Qingce.Checks.Registrations;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Loading;

/// <summary>
/// Puts the chunks of the register together in the order of the files: numbers names, households, addresses and divisions, and drops rows
/// whose registration_id was there before. For one thread at a time.
/// </summary>
internal sealed class RegisterBuilder
{
    private readonly bool _forLinkage;
    private readonly TextTable _ids;
    private readonly TextTable _householdIds;
    private readonly TextTable _names;
    private readonly TextTable _addresses;
    private readonly TextTable _places = new();
    private readonly TextTable _employers = new();
    private readonly DivisionNumbers _divisionNumbers = new();
    private readonly OddTexts _oddTexts = new();
    private readonly ShortRelations _shortRelations = new();
    private readonly Growing<ulong> _numbers;
    private readonly Growing<ushort> _numberFaults;
    private readonly Growing<ulong> _formerNumbers;
    private readonly Growing<int> _nameIds;
    private readonly Growing<int> _formerNameIds;
    private readonly Growing<int> _households;
    private readonly Growing<int> _addressIds;
    private readonly Growing<int> _otherAddressIds;
    private readonly Growing<int> _birthplaceIds;
    private readonly Growing<int> _nativePlaceIds;
    private readonly Growing<int> _employerIds;
    private readonly Growing<Sex> _sexes;
    private readonly Growing<Relation> _relations;
    private readonly Growing<MaritalStatus> _maritalStatuses;
    private readonly Growing<Education> _educations;
    private readonly Growing<RegistrationFlags> _flags;
    private readonly Growing<int> _birthCodes;
    private readonly Growing<int> _divisionIds;
    private readonly Growing<int> _movedInFrom;
    private readonly Growing<int> _movedOutTo;
    private readonly Growing<long> _phones;
    private readonly Growing<int> _registeredOn;
    private readonly Growing<int> _movedInOn;
    private readonly Growing<int> _cardIssuedOn;
    private readonly Growing<int> _cancelledOn;
    private readonly Growing<RegistrationReason> _registeredFor;
    private readonly Growing<RegistrationReason> _movedInFor;
    private readonly Growing<CancellationReason> _cancelledFor;
    private int _living;

    public RegisterBuilder(int expectedRows, bool forLinkage)
    {
        _forLinkage = forLinkage;
        int n = Math.Max(expectedRows, 16);
        int linked = forLinkage ? n : 0;
        _ids = new TextTable(n);
        _householdIds = new TextTable(n / 3);
        _names = new TextTable(n / 8);
        _addresses = new TextTable(n / 3);
        _numbers = new Growing<ulong>(n);
        _numberFaults = new Growing<ushort>(n);
        _formerNumbers = new Growing<ulong>(linked);
        _nameIds = new Growing<int>(n);
        _formerNameIds = new Growing<int>(n);
        _households = new Growing<int>(n);
        _addressIds = new Growing<int>(n);
        _otherAddressIds = new Growing<int>(linked);
        _birthplaceIds = new Growing<int>(linked);
        _nativePlaceIds = new Growing<int>(linked);
        _employerIds = new Growing<int>(linked);
        _sexes = new Growing<Sex>(n);
        _relations = new Growing<Relation>(n);
        _maritalStatuses = new Growing<MaritalStatus>(n);
        _educations = new Growing<Education>(n);
        _flags = new Growing<RegistrationFlags>(n);
        _birthCodes = new Growing<int>(n);
        _divisionIds = new Growing<int>(n);
        _movedInFrom = new Growing<int>(n);
        _movedOutTo = new Growing<int>(n);
        _phones = new Growing<long>(linked);
        _registeredOn = new Growing<int>(n);
        _movedInOn = new Growing<int>(n);
        _cardIssuedOn = new Growing<int>(linked);
        _cancelledOn = new Growing<int>(n);
        _registeredFor = new Growing<RegistrationReason>(n);
        _movedInFor = new Growing<RegistrationReason>(n);
        _cancelledFor = new Growing<CancellationReason>(n);
    }

    public void Append(RegisterChunk chunk, Rejects rejects)
    {
        AddIds(chunk, rejects);
        int rows = chunk.Rows;
        ReadOnlySpan<bool> dropped = chunk.AnyDropped ? chunk.Dropped.AsSpan(0, rows) : default;
        int first = _numbers.Count;
        int kept = rows - (chunk.AnyDropped ? dropped.Count(true) : 0);
        chunk.HouseholdIds.Number(_householdIds, rows, dropped, _households.Take(kept));
        chunk.Names.Number(_names, rows, dropped, _nameIds.Take(kept));
        chunk.FormerNames.Number(_names, rows, dropped, _formerNameIds.Take(kept));
        chunk.Addresses.Number(_addresses, rows, dropped, _addressIds.Take(kept));
        if (_forLinkage)
        {
            chunk.OtherAddresses.Number(_addresses, rows, dropped, _otherAddressIds.Take(kept));
            chunk.Birthplaces.Number(_places, rows, dropped, _birthplaceIds.Take(kept));
            chunk.NativePlaces.Number(_places, rows, dropped, _nativePlaceIds.Take(kept));
            chunk.Employers.Number(_employers, rows, dropped, _employerIds.Take(kept));
            _phones.Append(chunk.Phones, rows, dropped, kept);
            _cardIssuedOn.Append(chunk.CardIssuedOn, rows, dropped, kept);
        }

        _sexes.Append(chunk.Sexes, rows, dropped, kept);
        AppendRelations(chunk, dropped, kept);
        _maritalStatuses.Append(chunk.MaritalStatuses, rows, dropped, kept);
        _educations.Append(chunk.Educations, rows, dropped, kept);
        _registeredOn.Append(chunk.RegisteredOn, rows, dropped, kept);
        _movedInOn.Append(chunk.MovedInOn, rows, dropped, kept);
        _cancelledOn.Append(chunk.CancelledOn, rows, dropped, kept);
        _registeredFor.Append(chunk.RegisteredFor, rows, dropped, kept);
        _movedInFor.Append(chunk.MovedInFor, rows, dropped, kept);
        _cancelledFor.Append(chunk.CancelledFor, rows, dropped, kept);
        _divisionNumbers.Number(chunk.Divisions, rows, dropped, _divisionIds.Take(kept));
        _divisionNumbers.Number(chunk.MovedInFrom, rows, dropped, _movedInFrom.Take(kept));
        _divisionNumbers.Number(chunk.MovedOutTo, rows, dropped, _movedOutTo.Take(kept));
        AppendReadings(chunk, dropped, kept, first);
    }

    /// <summary>Ends a file: what only the whole of it tells is settled.</summary>
    public void EndFile(FileCounts counts)
    {
        int lost = _shortRelations.Settle(_relations.Items);
        if (lost > 0)
        {
            counts.Note(
                "relation",
                $"{lost} relations of a single 1 or 2 were read as 01 (self) and 02 (head), because the file has no other relation of one digit. Keep the column as text so that the zeros stay.",
                $"{lost} 处与户主关系只写了 1 或 2，因文件中没有其他一位代码，已按 01（本人）、02（户主）读取。请将该列存为文本，以免丢失前导零。");
        }
    }

    private void AppendRelations(RegisterChunk chunk, ReadOnlySpan<bool> dropped, int kept)
    {
        int at = _relations.Count;
        Span<Relation> relations = _relations.Take(kept);
        int to = 0;
        for (int row = 0; row < chunk.Rows; row++)
        {
            if (dropped.IsEmpty || !dropped[row])
            {
                _shortRelations.Add(chunk.Relations[row], at + to);
                relations[to++] = chunk.Relations[row].Relation;
            }
        }
    }

    private void AddIds(RegisterChunk chunk, Rejects rejects)
    {
        int touched = 0;
        for (int row = 0; row < chunk.Rows; row++)
        {
            if (!chunk.Dropped[row])
            {
                chunk.Ids.Touch(_ids, row, ref touched);
                _ids.Add(chunk.Ids[row], chunk.Ids.Hash(row), out bool isNew);
                if (!isNew)
                {
                    chunk.Drop(row);
                    rejects.Add(chunk.RowNumbers[row], "registration_id", chunk.Ids[row],
                        "another row has this identifier. Give every registration its own.", "登记编号重复，每条登记须有自己的编号。");
                }
            }
        }
    }

    private void AppendReadings(RegisterChunk chunk, ReadOnlySpan<bool> dropped, int kept, int first)
    {
        Span<ulong> numbers = _numbers.Take(kept);
        Span<ushort> faults = _numberFaults.Take(kept);
        Span<ulong> formerNumbers = _forLinkage ? _formerNumbers.Take(kept) : default;
        Span<int> births = _birthCodes.Take(kept);
        Span<RegistrationFlags> flags = _flags.Take(kept);
        int at = 0;
        int odd = 0;
        for (int row = 0; row < chunk.Rows; row++)
        {
            bool drop = !dropped.IsEmpty && dropped[row];
            for (; odd < chunk.OddTexts.Count && chunk.OddTexts[odd].Row == row; odd++)
            {
                if (!drop)
                {
                    _oddTexts.Add(first + at, chunk.OddTexts[odd].Column, chunk.OddTexts[odd].Text);
                }
            }

            if (drop)
            {
                continue;
            }

            numbers[at] = chunk.Numbers[row].Number.Packed;
            faults[at] = (ushort)chunk.Numbers[row].Fault;
            births[at] = chunk.Births[row].Date.Code;
            flags[at] = FlagsOf(chunk, row);
            _living += (flags[at] & RegistrationFlags.Cancelled) == 0 ? 1 : 0;
            if (_forLinkage)
            {
                formerNumbers[at] = chunk.FormerNumbers[row].Number.Packed;
            }

            at++;
        }
    }

    private static RegistrationFlags FlagsOf(RegisterChunk chunk, int row) =>
        (chunk.CancelledOnFilled[row] || chunk.CancelledForFilled[row] ? RegistrationFlags.Cancelled : RegistrationFlags.None)
        | (chunk.HouseholdTypes[row] switch
        {
            HouseholdType.Family => RegistrationFlags.Family,
            HouseholdType.Collective => RegistrationFlags.Collective,
            _ => RegistrationFlags.None,
        })
        | (chunk.Births[row].Fault switch
        {
            DateFault.Missing => RegistrationFlags.BirthMissing,
            DateFault.Unreadable => RegistrationFlags.BirthUnreadable,
            DateFault.Impossible => RegistrationFlags.BirthImpossible,
            _ => RegistrationFlags.None,
        });

    /// <summary>The finished register.</summary>
    /// <param name="present">Which columns the files have.</param>
    public RegisterStore Build(bool[] present)
    {
        int[] households = _households.ToArray();
        ulong[] numbers = _numbers.ToArray();
        (int[] Starts, int[] Rows) members = ([], []);
        NumberIndex index = NumberIndex.Empty;
        Parallel.Invoke(
            () => index = new NumberIndex(numbers),
            () => members = HouseholdMembers.Of(households, _householdIds.Count));
        return new RegisterStore
        {
            Count = numbers.Length,
            LivingCount = _living,
            PresentColumns = present,
            Ids = _ids.Texts,
            IdIndex = new IdIndex(_ids),
            HouseholdIds = _householdIds.Texts,
            HouseholdCount = _householdIds.Count,
            Households = households,
            HouseholdStarts = members.Starts,
            HouseholdRows = members.Rows,
            Names = new NameTable(_names.Texts),
            NameIds = _nameIds.ToArray(),
            FormerNameIds = _formerNameIds.ToArray(),
            Addresses = new AddressTable(_addresses.Texts),
            Places = _places.Texts,
            Employers = _employers.Texts,
            AddressIds = _addressIds.ToArray(),
            OtherAddressIds = _otherAddressIds.ToArray(),
            BirthplaceIds = _birthplaceIds.ToArray(),
            NativePlaceIds = _nativePlaceIds.ToArray(),
            EmployerIds = _employerIds.ToArray(),
            Numbers = numbers,
            NumberFaults = _numberFaults.ToArray(),
            FormerNumbers = _formerNumbers.ToArray(),
            Index = index,
            OddTexts = _oddTexts,
            Sexes = _sexes.ToArray(),
            Relations = _relations.ToArray(),
            MaritalStatuses = _maritalStatuses.ToArray(),
            Educations = _educations.ToArray(),
            Flags = _flags.ToArray(),
            BirthCodes = _birthCodes.ToArray(),
            Divisions = _divisionNumbers.ToArray(),
            DivisionIds = _divisionIds.ToArray(),
            MovedInFrom = _movedInFrom.ToArray(),
            MovedOutTo = _movedOutTo.ToArray(),
            Phones = _phones.ToArray(),
            RegisteredOn = _registeredOn.ToArray(),
            MovedInOn = _movedInOn.ToArray(),
            CardIssuedOn = _cardIssuedOn.ToArray(),
            CancelledOn = _cancelledOn.ToArray(),
            RegisteredFor = _registeredFor.ToArray(),
            MovedInFor = _movedInFor.ToArray(),
            CancelledFor = _cancelledFor.ToArray(),
        };
    }
}

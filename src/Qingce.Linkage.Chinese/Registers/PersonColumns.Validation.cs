namespace Qingce.Linkage.Chinese;

public sealed partial record PersonColumns
{
    internal void Validate()
    {
        Require(Numbers.Length, nameof(Numbers), optional: false);
        Require(NameIds.Length, nameof(NameIds), optional: false);
        Require(Sexes.Length, nameof(Sexes), optional: false);
        Require(BirthDates.Length, nameof(BirthDates), optional: false);
        Require(Living.Length, nameof(Living));
        Require(FifteenDigits.Length, nameof(FifteenDigits));
        Require(FormerNameIds.Length, nameof(FormerNameIds));
        Require(FormerNumbers.Length, nameof(FormerNumbers));
        Require(AddressKeys.Length, nameof(AddressKeys));
        Require(OtherAddressKeys.Length, nameof(OtherAddressKeys));
        Require(Phones.Length, nameof(Phones));
        Require(Households.Length, nameof(Households));
        Require(Relations.Length, nameof(Relations));
        Require(Divisions.Length, nameof(Divisions));
        Require(BirthplaceIds.Length, nameof(BirthplaceIds));
        Require(NativePlaceIds.Length, nameof(NativePlaceIds));
        Require(EmployerIds.Length, nameof(EmployerIds));
        Require(Educations.Length, nameof(Educations));
        Require(CardIssuedOn.Length, nameof(CardIssuedOn));
    }

    private void Require(int length, string column, bool optional = true)
    {
        if (length != Count && !(optional && length == 0))
        {
            throw new ArgumentException($"{column} has {length} entries for {Count} registrations.", column);
        }
    }
}

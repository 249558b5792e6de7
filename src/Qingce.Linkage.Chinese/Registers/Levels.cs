namespace Qingce.Linkage.Chinese;

/// <summary>The places of the comparisons in a pattern of the register model, and of their levels.</summary>
internal static class Levels
{
    public const int Name = 0, Birth = 1, Number = 2, Sex = 3, Contact = 4, Places = 5, Family = 6, Work = 7, Education = 8, Card = 9, Kin = 10;

    /// <summary>The names by which a model must call them, in order.</summary>
    public static readonly string[] Comparisons =
        ["name", "birth", "number", "sex", "contact", "places", "family", "work", "education", "card", "kin"];

    /// <summary>The names by which a model must call the levels of each comparison, in order.</summary>
    public static readonly string[][] Names =
    [
        ["exact", "variant", "former", "lost-character", "look-alike", "homophone", "reordered", "part", "one-character", "surname-only", "different"],
        ["equal", "equal-in-number", "lunar", "slip", "partial", "same-day-of-year", "same-year", "different"],
        ["equal", "short-form", "former", "slip", "slip-rechecked", "other-birth", "issued-together", "same-division", "different-faulty", "different"],
        ["equal", "different"],
        ["phone-and-address", "phone", "address", "different"],
        ["both", "birthplace", "native-place", "different"],
        ["two-or-more", "one", "none"],
        ["equal", "different"],
        ["equal", "different"],
        ["equal", "equal-by-age"],
        ["twins", "other-member", "parent-and-child", "other-name-same-number", "other-name-near-number"],
    ];

    public static class OfName
    {
        public const int Exact = 1, Variant = 2, Former = 3, LostCharacter = 4, LookAlike = 5, Homophone = 6, Reordered = 7, Part = 8,
            OneCharacter = 9, SurnameOnly = 10, Different = 11;
    }

    public static class OfBirth
    {
        public const int Equal = 1, EqualInNumber = 2, Lunar = 3, Slip = 4, Partial = 5, SameDayOfYear = 6, SameYear = 7, Different = 8;
    }

    public static class OfNumber
    {
        public const int Equal = 1, ShortForm = 2, Former = 3, Slip = 4, SlipRechecked = 5, OtherBirth = 6, IssuedTogether = 7,
            SameDivision = 8, DifferentFaulty = 9, Different = 10;
    }

    public static class OfContact
    {
        public const int PhoneAndAddress = 1, Phone = 2, Address = 3, Different = 4;
    }

    public static class OfPlaces
    {
        public const int Both = 1, Birthplace = 2, NativePlace = 3, Different = 4;
    }

    public static class OfCard
    {
        public const int Equal = 1, EqualByAge = 2;
    }

    public static class OfKin
    {
        public const int Twins = 1, OtherMember = 2, ParentAndChild = 3, OtherNameSameNumber = 4, OtherNameNearNumber = 5;
    }
}

using Qingce.Exchange.Files;

namespace Qingce.Register;

/// <summary>
/// A field of a registration. The numbers are permanent, since they are stored; up to <see cref="MovedOutTo"/> each is the place of its column
/// in <see cref="FileShapes.Register"/>. What follows is kept beside the columns of the file and is never delivered.
/// </summary>
public enum RegisterField : byte
{
    /// <summary>The registration itself: a content without it is of no registration.</summary>
    RegistrationId = 0,

    /// <summary>The household.</summary>
    HouseholdId = 1,

    /// <summary>Family or collective household.</summary>
    HouseholdType = 2,

    /// <summary>Relation to the head.</summary>
    Relation = 3,

    /// <summary>Name.</summary>
    Name = 4,

    /// <summary>Former name.</summary>
    FormerName = 5,

    /// <summary>Sex.</summary>
    Sex = 6,

    /// <summary>Ethnicity; kept, and looked at by no rule.</summary>
    Ethnicity = 7,

    /// <summary>Birth date, which may stop at the month or the year.</summary>
    BirthDate = 8,

    /// <summary>Citizen number.</summary>
    CitizenNumber = 9,

    /// <summary>Former citizen numbers, with a space between.</summary>
    FormerNumbers = 10,

    /// <summary>Division.</summary>
    Division = 11,

    /// <summary>Address.</summary>
    Address = 12,

    /// <summary>Other address.</summary>
    OtherAddress = 13,

    /// <summary>Birthplace.</summary>
    Birthplace = 14,

    /// <summary>Native place.</summary>
    NativePlace = 15,

    /// <summary>Marital status.</summary>
    MaritalStatus = 16,

    /// <summary>Education.</summary>
    Education = 17,

    /// <summary>Occupation.</summary>
    Occupation = 18,

    /// <summary>Employer.</summary>
    Employer = 19,

    /// <summary>Phone.</summary>
    Phone = 20,

    /// <summary>Day of registration.</summary>
    RegisteredOn = 21,

    /// <summary>Reason of registration.</summary>
    RegisteredFor = 22,

    /// <summary>Day of the move in.</summary>
    MovedInOn = 23,

    /// <summary>Where the person moved in from.</summary>
    MovedInFrom = 24,

    /// <summary>Reason of the move in.</summary>
    MovedInFor = 25,

    /// <summary>Day the identity card was issued.</summary>
    CardIssuedOn = 26,

    /// <summary>Day of cancellation.</summary>
    CancelledOn = 27,

    /// <summary>Reason of cancellation.</summary>
    CancelledFor = 28,

    /// <summary>Where the person moved out to.</summary>
    MovedOutTo = 29,

    /// <summary>The person as far as reviewers know: the registration's own id, or that of the registration it was merged into.</summary>
    PersonId = 30,
}

/// <summary>The fields as a list, with their names.</summary>
public static class RegisterFields
{
    /// <summary>How many fields there are.</summary>
    public const int Count = 31;

    /// <summary>How many of them, from the first, are columns of the register's file.</summary>
    public const int InFile = 30;

    private static readonly FieldShape Person = new("person_id", "人员编号", FieldKind.Text, false);

    private static readonly Dictionary<string, RegisterField> ByName =
        All().SelectMany(field => new[] { (field.Shape.Name, field), (field.Shape.Chinese, field) })
            .ToDictionary(pair => pair.Item1, pair => pair.field, StringComparer.OrdinalIgnoreCase);

    extension(RegisterField one)
    {
        /// <summary>Header, Chinese header and kind of its values.</summary>
        public FieldShape Shape => (int)one < InFile ? FileShapes.Register[(int)one] : Person;

        /// <summary>Whether its values are sealed in the store and masked on a screen.</summary>
        public bool IsSensitive => one is RegisterField.CitizenNumber or RegisterField.FormerNumbers or RegisterField.Address
            or RegisterField.OtherAddress or RegisterField.Phone;
    }

    /// <summary>Every field in the order of their numbers.</summary>
    public static IEnumerable<RegisterField> All() => Enumerable.Range(0, Count).Select(number => (RegisterField)number);

    /// <summary>Finds a field by its English or Chinese header.</summary>
    public static bool TryFind(string name, out RegisterField field) => ByName.TryGetValue(name, out field);
}

namespace Qingce.Linkage.Chinese;

/// <summary>
/// The register that a table is a part of: how large it is, and how many of its registrations have the values of the table's rows. With it some registrations
/// compared by themselves get the weights that a search through all would give them. A column has one entry a row of the table; one that is
/// empty (length 0) is counted within the table.
/// </summary>
public sealed record WholeRegister
{
    /// <summary>Number of registrations, cancelled ones included.</summary>
    public required long Registrations { get; init; }

    /// <summary>Registrations with the name of the row.</summary>
    public ReadOnlyMemory<int> Names { get; init; }

    /// <summary>Registrations with the birth date of the row.</summary>
    public ReadOnlyMemory<int> BirthDates { get; init; }

    /// <summary>Registrations with the phone number of the row.</summary>
    public ReadOnlyMemory<int> Phones { get; init; }

    /// <summary>Registrations with the address of the row.</summary>
    public ReadOnlyMemory<int> Addresses { get; init; }

    /// <summary>Registrations with the birthplace of the row.</summary>
    public ReadOnlyMemory<int> Birthplaces { get; init; }

    /// <summary>Registrations with the native place of the row.</summary>
    public ReadOnlyMemory<int> NativePlaces { get; init; }

    /// <summary>Registrations with the employer of the row.</summary>
    public ReadOnlyMemory<int> Employers { get; init; }

    /// <summary>Registrations whose card was issued on the day of the row's.</summary>
    public ReadOnlyMemory<int> CardIssuedOn { get; init; }

    internal void Validate(int rows)
    {
        Require(Names, nameof(Names));
        Require(BirthDates, nameof(BirthDates));
        Require(Phones, nameof(Phones));
        Require(Addresses, nameof(Addresses));
        Require(Birthplaces, nameof(Birthplaces));
        Require(NativePlaces, nameof(NativePlaces));
        Require(Employers, nameof(Employers));
        Require(CardIssuedOn, nameof(CardIssuedOn));

        void Require(ReadOnlyMemory<int> column, string name)
        {
            if (!column.IsEmpty && column.Length != rows)
            {
                throw new ArgumentException($"{name} has {column.Length} entries for {rows} registrations.", name);
            }
        }
    }
}

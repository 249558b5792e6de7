using Qingce.Checks.Registrations;
using Qingce.Exchange.Codes;
using Qingce.Standards;

namespace Qingce.Checks.Loading;

/// <summary>One batch of the register, typed by a worker and not yet numbered into the whole. Used again for later batches.</summary>
internal sealed class RegisterChunk
{
    public int Rows;
    public long FirstRow;
    public bool[] Dropped = [];
    public bool AnyDropped;

    /// <summary>1-based rows in the file.</summary>
    public long[] RowNumbers = [];

    public readonly ChunkTexts Ids = new();
    public readonly ChunkTexts HouseholdIds = new();
    public readonly ChunkTexts Names = new();
    public readonly ChunkTexts FormerNames = new();
    public readonly ChunkTexts Addresses = new();
    public readonly ChunkTexts OtherAddresses = new();
    public readonly ChunkTexts Birthplaces = new();
    public readonly ChunkTexts NativePlaces = new();
    public readonly ChunkTexts Employers = new();

    public CitizenNumberReading[] Numbers = [];
    public CitizenNumberReading[] FormerNumbers = [];
    public BirthDateReading[] Births = [];
    public Sex[] Sexes = [];
    public WrittenRelation[] Relations = [];
    public MaritalStatus[] MaritalStatuses = [];
    public HouseholdType[] HouseholdTypes = [];
    public DivisionCode[] Divisions = [];
    public DivisionCode[] MovedInFrom = [];
    public DivisionCode[] MovedOutTo = [];
    public long[] Phones = [];
    public int[] RegisteredOn = [];
    public int[] MovedInOn = [];
    public int[] CardIssuedOn = [];
    public int[] CancelledOn = [];
    public RegistrationReason[] RegisteredFor = [];
    public RegistrationReason[] MovedInFor = [];
    public CancellationReason[] CancelledFor = [];
    public bool[] CancelledOnFilled = [];
    public bool[] CancelledForFilled = [];
    public Education[] Educations = [];

    /// <summary>Cells whose writing must be kept, by row of the batch.</summary>
    public readonly List<(int Row, RegisterColumn Column, byte[] Text)> OddTexts = [];

    public void Begin(int rows)
    {
        Rows = rows;
        AnyDropped = false;
        OddTexts.Clear();
        if (Dropped.Length < rows)
        {
            int room = rows + rows / 4;
            Dropped = new bool[room];
            RowNumbers = new long[room];
            Numbers = new CitizenNumberReading[room];
            FormerNumbers = new CitizenNumberReading[room];
            Births = new BirthDateReading[room];
            Sexes = new Sex[room];
            Relations = new WrittenRelation[room];
            MaritalStatuses = new MaritalStatus[room];
            HouseholdTypes = new HouseholdType[room];
            Divisions = new DivisionCode[room];
            MovedInFrom = new DivisionCode[room];
            MovedOutTo = new DivisionCode[room];
            Phones = new long[room];
            RegisteredOn = new int[room];
            MovedInOn = new int[room];
            CardIssuedOn = new int[room];
            CancelledOn = new int[room];
            RegisteredFor = new RegistrationReason[room];
            MovedInFor = new RegistrationReason[room];
            CancelledFor = new CancellationReason[room];
            CancelledOnFilled = new bool[room];
            CancelledForFilled = new bool[room];
            Educations = new Education[room];
        }

        Dropped.AsSpan(0, rows).Clear();
    }

    public void Drop(int row)
    {
        Dropped[row] = true;
        AnyDropped = true;
    }
}

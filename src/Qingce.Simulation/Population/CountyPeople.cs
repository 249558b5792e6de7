using System.Runtime.InteropServices;

using Qingce.Simulation.Land;

namespace Qingce.Simulation.Population;

/// <summary>The people and households of a county. Written by one thread while the county is built and planned, then only read.</summary>
internal sealed class CountyPeople(CountyPlan plan)
{
    private readonly List<Person> _people = new(plan.People + 64);
    private readonly List<Household> _households = new(plan.People / 2);

    public CountyPlan Plan { get; } = plan;

    /// <summary>Births of the last days, which nobody had to register yet: the mother and the day.</summary>
    public List<(int Mother, int Birth)> FreshBirths { get; } = [];

    public Span<Person> People => CollectionsMarshal.AsSpan(_people);

    public Span<Household> Households => CollectionsMarshal.AsSpan(_households);

    public int Count => _people.Count;

    public ref Person this[int person] => ref People[person];

    public int Add(in Person person)
    {
        _people.Add(person);
        return _people.Count - 1;
    }

    public int Add(in Household household)
    {
        _households.Add(household);
        return _households.Count - 1;
    }

    /// <summary>Forgets the last households and their members.</summary>
    public void RemoveFrom(int household)
    {
        int first = Households[household].First;
        FreshBirths.RemoveAll(birth => birth.Mother >= first);
        _people.RemoveRange(first, _people.Count - first);
        _households.RemoveRange(household, _households.Count - household);
    }

    public ref Household HouseholdOf(int person) => ref Households[People[person].Household];

    public Span<Person> MembersOf(int household)
    {
        ref Household home = ref Households[household];
        return People.Slice(home.First, home.Count);
    }

    public int TownshipOf(in Household household) => Plan.Townships[household.Township].Code;
}

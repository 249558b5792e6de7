namespace Qingce.Simulation.Population;

internal sealed partial class PopulationBuilder
{
    /// <summary>Names the head of a family and everybody's relation to the head.</summary>
    private void SetRelations(int household)
    {
        ref Household home = ref _people.Households[household];
        Span<Person> members = _people.MembersOf(household);
        int head = FindHead(members);
        int sons = 0;
        int daughters = 0;
        foreach (Person member in members)
        {
            if (member.Role == Role.Child)
            {
                sons += member.IsMale ? 1 : 0;
                daughters += member.IsMale ? 0 : 1;
            }
        }

        int son = 0;
        int daughter = 0;
        for (int i = 0; i < members.Length; i++)
        {
            ref Person member = ref members[i];
            int order = member.Role != Role.Child ? 0 : member.IsMale ? ++son : ++daughter;
            bool only = sons + daughters == 1;
            member.Relation = i == head ? (byte)2 : RelationTo(members[head], head + home.First, member, i + home.First, order, only);
        }
    }

    private int FindHead(ReadOnlySpan<Person> members)
    {
        int best = 0;
        int bestRank = int.MaxValue;
        bool elder = !members.IsEmpty && members[0].Birth % 4 == 0;
        bool hers = !members.IsEmpty && members[0].Birth % 11 == 0;
        for (int i = 0; i < members.Length; i++)
        {
            ref readonly Person member = ref members[i];
            bool onRegister = member.LeftOn == 0 && member.CancelledOn == 0;
            bool adult = _calendar.Age(member.Birth) >= 18.2;
            int rank = member.Role switch
            {
                Role.Father => elder ? 0 : 4,
                Role.Husband => 2,
                Role.Wife => hers ? 1 : 3,
                Role.Mother => 5,
                Role.Child => 6,
                Role.Member => 7,
                Role.StepChild or Role.Adopted => 8,
                Role.ChildInLaw => 9,
                _ => 10,
            };
            rank += (adult ? 0 : 20) + (onRegister ? 0 : 40);
            if (rank < bestRank)
            {
                bestRank = rank;
                best = i;
            }
        }

        return best;
    }

    private static byte RelationTo(in Person head, int headIndex, in Person member, int index, int order, bool isOnly)
    {
        bool male = member.IsMale;
        bool general = member.Has(PersonTraits.GeneralRelation);
        if (head.Spouse == index)
        {
            return (byte)(general ? 10 : male ? 11 : 12);
        }

        return head.Role switch
        {
            Role.Husband or Role.Wife => member.Role switch
            {
                Role.Child => ChildCode(male, general, order, isOnly),
                Role.StepChild => head.Role == Role.Wife && member.Mother == headIndex ? ChildCode(male, true, 0, false) : (byte)(male ? 27 : 37),
                Role.Adopted => (byte)(male ? 27 : 37),
                Role.ChildInLaw => (byte)(male ? 28 : 38),
                Role.Grandchild => (byte)(general ? 40 : male ? 41 : 42),
                Role.Father => (byte)(head.Role == Role.Husband ? 51 : 53),
                Role.Mother => (byte)(head.Role == Role.Husband ? 52 : 54),
                _ => Sibling(head, member),
            },
            Role.Father or Role.Mother => member.Role switch
            {
                Role.Husband => ChildCode(true, general, 1, false),
                Role.Wife => 38,
                Role.Child => (byte)(general ? 40 : male ? 41 : 42),
                Role.StepChild or Role.Adopted => 49,
                Role.ChildInLaw => (byte)(male ? 46 : 45),
                Role.Grandchild => (byte)(male ? 47 : 48),
                _ => 97,
            },
            Role.Child or Role.StepChild or Role.Adopted => member.Role switch
            {
                Role.Husband => (byte)(head.Role != Role.Child ? 57 : 51),
                Role.Wife => (byte)(head.Role == Role.Adopted ? 58 : 52),
                Role.Father => 61,
                Role.Mother => 62,
                Role.Child => Sibling(head, member),
                Role.ChildInLaw => (byte)(male ? 78 : 72),
                Role.Grandchild => member.Mother == headIndex || member.Father == headIndex
                    ? ChildCode(male, true, 0, false)
                    : (byte)(male ? 93 : 94),
                _ => 97,
            },
            Role.ChildInLaw => member.Role switch
            {
                Role.Grandchild when member.Mother == headIndex => ChildCode(male, true, 0, false),
                Role.Husband => 53,
                Role.Wife => 54,
                _ => 97,
            },
            _ => member.Role == Role.Member ? Sibling(head, member) : (byte)97,
        };
    }

    private static byte ChildCode(bool male, bool general, int order, bool isOnly)
    {
        int first = male ? 20 : 30;
        return (byte)(general || order == 0 || order > 5 ? first : isOnly ? first + 1 : first + 1 + order);
    }

    private static byte Sibling(in Person head, in Person member) => (byte)(member.IsMale
        ? member.Birth < head.Birth ? 71 : 73
        : member.Birth < head.Birth ? 75 : 77);
}

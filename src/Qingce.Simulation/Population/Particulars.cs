using Qingce.Simulation.Chance;

namespace Qingce.Simulation.Population;

/// <summary>
/// What is rare and right: a name changed once, a birth date corrected, a child with the name of a parent, neighbours of one name or one
/// birthday, the ethnicity of those with transliterated names.
/// </summary>
internal static class Particulars
{
    private static readonly byte[] Minorities = [5, 4, 3, 2, 17, 11];

    public static void Assign(CountyPeople people, ulong seed, int until)
    {
        Draw draw = Draw.For(seed, Stage.Population, people.Plan.Index, 2);
        byte local = Minorities[people.Plan.Code / 100 % Minorities.Length];
        for (int i = 0; i < people.Count; i++)
        {
            ref Person person = ref people[i];
            if (person.Name.IsTransliterated)
            {
                person.Ethnicity = local;
            }
            else if (draw.Chance(0.03))
            {
                person.Ethnicity = (byte)(2 + draw.Below(55));
            }

            double chance = draw.Real();
            bool settled = person.Belongs && person.MovedInOn == 0 && person.RegisteredOn < until - 2000 && people.HouseholdOf(i).IsFamily;
            if (settled && chance < 0.008)
            {
                person.Traits |= PersonTraits.NameChanged;
            }
            else if (settled && chance < 0.011 && person.Birth < Calendar.BirthCertificates && person.Married < Calendar.MarriageRecords)
            {
                person.Traits |= PersonTraits.BirthCorrected;
            }
            else if (chance < 0.013 && person.Father >= 0 && person.IsMale && !person.Name.IsTransliterated)
            {
                person.Name = people[person.Father].Name;
            }
            else if (chance < 0.02 && i > 40 && person.Role is Role.Husband or Role.Wife && person.Mother < 0)
            {
                ref Person neighbour = ref people[i - 1 - draw.Below(40)];
                if (neighbour.IsMale == person.IsMale && neighbour.Household != person.Household)
                {
                    person.Name = neighbour.Name;
                }
            }
        }
    }
}

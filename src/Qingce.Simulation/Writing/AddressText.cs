using Qingce.Simulation.Land;
using Qingce.Simulation.Population;

namespace Qingce.Simulation.Writing;

/// <summary>Writes addresses as a register does: divisions, then street to room in towns, village and group in the country.</summary>
internal static class AddressText
{
    public static int Write(CountyPlan plan, in Household home, Span<byte> into)
    {
        Scribe scribe = new(into);
        Town township = plan.Townships[home.Township];
        scribe.Put(plan.FullName);
        scribe.Put(township.Name);
        if (!home.HasDoor)
        {
            scribe.Put(township.Villages[home.Village]);
            if (township.IsUrban)
            {
                return scribe.Text.Length;
            }

            scribe.Number(home.Room);
            scribe.Put("组");
            return scribe.Text.Length;
        }

        Building(ref scribe, township, home);
        scribe.Number(home.Unit);
        scribe.Put("单元");
        scribe.Number(home.Room);
        scribe.Put("室");
        return scribe.Text.Length;
    }

    /// <summary>The address of the whole building a home is in.</summary>
    public static int WriteBuilding(CountyPlan plan, in Household home, Span<byte> into)
    {
        Scribe scribe = new(into);
        Town township = plan.Townships[home.Township];
        scribe.Put(plan.FullName);
        scribe.Put(township.Name);
        Building(ref scribe, township, home);
        return scribe.Text.Length;
    }

    /// <summary>An invented home in a township outside the county.</summary>
    public static int WriteElsewhere(string place, int variant, Span<byte> into)
    {
        Scribe scribe = new(into);
        scribe.Put(place);
        scribe.Put((variant % 3) switch { 0 => "人民路", 1 => "建设街", _ => "新华路" });
        scribe.Number(variant / 3 % 180 + 1);
        scribe.Put("号");
        scribe.Number(variant / 540 % 12 + 1);
        scribe.Put("栋");
        scribe.Number((variant / 7 % 6 + 1) * 100 + variant % 4 + 1);
        scribe.Put("室");
        return scribe.Text.Length;
    }

    private static void Building(ref Scribe scribe, Town township, in Household home)
    {
        scribe.Put(township.Streets[home.Street]);
        scribe.Number(home.Number);
        scribe.Put("号");
        scribe.Number(home.Building);
        scribe.Put("栋");
    }
}

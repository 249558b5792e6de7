using Qingce.Storage.Registrations;

namespace Qingce.Storage.Households;

/// <summary>Households that are not collective and have more than one living head.</summary>
public static class SeveralHeads
{
    /// <summary>Their identifiers, in no order.</summary>
    /// <param name="context">The store.</param>
    public static IQueryable<string> Households(RegisterContext context) => ByHousehold(context).Select(group => group.Key);

    /// <summary>Those with a head whose row a delivery brought or changed.</summary>
    /// <param name="context">The store.</param>
    /// <param name="deliveryId">The delivery.</param>
    public static IQueryable<string> HouseholdsOf(RegisterContext context, long deliveryId) =>
        ByHousehold(context).Where(group => group.Max(one => one.DeliveryId == deliveryId ? 1 : 0) == 1).Select(group => group.Key);

    private static IQueryable<IGrouping<string, Registration>> ByHousehold(RegisterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Registrations
            .Where(one => (one.Relation == "01" || one.Relation == "02") && one.CancelledOn == null && one.CancelledFor == null
                && one.HouseholdId != null && (one.HouseholdType == null || one.HouseholdType != "collective"))
            .GroupBy(one => one.HouseholdId!).Where(group => group.Count() > 1);
    }
}

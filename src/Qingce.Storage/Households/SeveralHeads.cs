namespace Qingce.Storage.Households;

/// <summary>Households that are not collective and have more than one living head.</summary>
public static class SeveralHeads
{
    /// <summary>Their identifiers, in no order.</summary>
    /// <param name="context">The store.</param>
    public static IQueryable<string> Households(RegisterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Registrations
            .Where(one => (one.Relation == "01" || one.Relation == "02") && one.CancelledOn == null && one.CancelledFor == null
                && one.HouseholdId != null && (one.HouseholdType == null || one.HouseholdType != "collective"))
            .GroupBy(one => one.HouseholdId!).Where(group => group.Count() > 1).Select(group => group.Key);
    }
}

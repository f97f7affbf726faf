namespace Roundtable.Platform.Data;

/// <summary>An amount in whole cents (minor units) of one currency, so that sums are exact on every database.</summary>
/// <param name="Cents">Minor units; negative for what is owed.</param>
/// <param name="Currency">ISO 4217 code.</param>
public readonly record struct Money(long Cents, string Currency = "USD")
{
    public static Money operator +(Money a, Money b) => Same(a, b) with { Cents = checked(a.Cents + b.Cents) };
    public static Money operator -(Money a, Money b) => Same(a, b) with { Cents = checked(a.Cents - b.Cents) };
    private static Money Same(Money a, Money b) => a.Currency == b.Currency ? a
        : throw new InvalidOperationException($"{a.Currency} and {b.Currency} do not add up.");
}

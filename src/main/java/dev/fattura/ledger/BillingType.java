package dev.fattura.ledger;

/** Whether a line adds to the invoice: {@code msdyn_billingtype} (domain.md 1.1). Only chargeable ones do. */
public enum BillingType implements Coded {
    CHARGEABLE("chargeable"),
    NON_CHARGEABLE("nonChargeable"),
    COMPLIMENTARY("complimentary"),
    NOT_AVAILABLE("notAvailable");

    private final String code;

    BillingType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

package dev.fattura.ledger;

/** The posting types of the ledger entries that Fattura makes ({@code ProjAccountType}, domain.md 3.7), prepayment, customer balance, sales tax and the rounding difference. */
public enum PostingType implements Coded {
    COST("cost"),
    PAYROLL_ALLOCATION("payrollAllocation"),
    OFFSET("offset"),
    WIP_SALES_VALUE("wipSalesValue"),
    ACCRUED_REVENUE_SALES_VALUE("accruedRevenueSalesValue"),
    INVOICED_REVENUE("invoicedRevenue"),
    INVOICED_REVENUE_ON_ACCOUNT("invoicedRevenueOnAccount"),
    WIP_INVOICED_ON_ACCOUNT("wipInvoicedOnAccount"),
    /** A retainer that was invoiced and not applied yet: what the customer paid in advance. */
    PREPAYMENT("prepayment"),
    CUSTOMER_BALANCE("customerBalance"),
    SALES_TAX("salesTax"),
    ROUNDING_DIFFERENCE("roundingDifference");

    private final String code;

    PostingType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

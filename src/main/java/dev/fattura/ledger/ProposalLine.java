package dev.fattura.ledger;

import dev.fattura.money.Money;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice proposal (domain.md 3.4): one billed sales row.
 *
 * @param amount in the contract's currency, at its value whether chargeable or not; negative where it takes something back
 * @param salesTax of a chargeable line, in the contract's currency; else zero
 * @param exchangeRate that held when the lines were made
 * @param accrual the WIP and accrued revenue entries that the journal posted for the unbilled sales behind it, which the
 *     invoice takes back; empty where nothing was accrued (milestones, products, non-chargeable and complimentary lines)
 * @param taxation what its sales tax follows from
 */
public record ProposalLine(
        Invoice.Id proposal,
        Actual.Id actual,
        TransactionClass transactionClass,
        BillingType billingType,
        Quantity quantity,
        Money amount,
        Money salesTax,
        Rate exchangeRate,
        List<LedgerEntry> accrual,
        Taxation taxation) {

    /**
     * The groups by which a line bears sales tax (3.5), and the tax by each code.
     *
     * @param salesTaxGroup null for none, and so no tax
     * @param itemSalesTaxGroup null for none, and so no tax
     * @param projectDate the transaction date of what is billed
     * @param shares the tax by each code that both groups have; they sum to the line's sales tax
     */
    public record Taxation(
            @Nullable String salesTaxGroup,
            @Nullable String itemSalesTaxGroup,
            LocalDate projectDate,
            List<SalesTaxShare> shares) {

        public Taxation {
            shares = List.copyOf(shares);
        }
    }

    public ProposalLine {
        accrual = List.copyOf(accrual);
    }

    /** The line with that sales tax. */
    public ProposalLine taxed(List<SalesTaxShare> shares) {
        Money sum = Money.zero(amount.currency());
        for (SalesTaxShare share : shares) {
            sum = sum.plus(share.salesTax());
        }
        Taxation taxed =
                new Taxation(taxation.salesTaxGroup(), taxation.itemSalesTaxGroup(), taxation.projectDate(), shares);
        return with(sum, exchangeRate, taxed);
    }

    /** The line in other groups; its sales tax is to be computed anew. */
    public ProposalLine inGroups(@Nullable String salesTaxGroup, @Nullable String itemSalesTaxGroup) {
        return with(
                salesTax,
                exchangeRate,
                new Taxation(salesTaxGroup, itemSalesTaxGroup, taxation.projectDate(), taxation.shares()));
    }

    /** The line at another exchange rate. */
    public ProposalLine at(Rate other) {
        return with(salesTax, other, taxation);
    }

    /** What the customer is charged for it, without tax. */
    public Money charged() {
        return billingType == BillingType.CHARGEABLE ? amount : Money.zero(amount.currency());
    }

    private ProposalLine with(Money tax, Rate rate, Taxation taxed) {
        return new ProposalLine(
                proposal, actual, transactionClass, billingType, quantity, amount, tax, rate, accrual, taxed);
    }
}

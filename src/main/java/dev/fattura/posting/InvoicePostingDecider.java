package dev.fattura.posting;

import dev.fattura.ledger.Balance;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.OnAccountInvoicing;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Money;
import dev.fattura.money.Rate;
import dev.fattura.money.Rounding;
import java.util.ArrayList;
import java.util.List;

/** The ledger entries of a customer invoice: those of each line, and those of the voucher as a whole (domain.md 3.6, 3.7). */
final class InvoicePostingDecider {

    private InvoicePostingDecider() {}

    /** The accrual that the journal posted is taken back at its own rate; a chargeable line earns revenue at the invoice's. */
    static Posting line(ProposalLine line, Company company, String voucher) {
        Money accountingAmount = Rounding.convert(line.amount(), line.exchangeRate(), company.accountingCurrency());
        List<LedgerEntry> entries = new ArrayList<>();
        line.accrual().forEach(accrued -> entries.add(accrued.reversed()));
        if (line.billingType() == BillingType.CHARGEABLE) {
            PostingType revenue = revenue(line.transactionClass(), company.onAccountInvoicing());
            entries.add(new LedgerEntry(
                    company.account(revenue),
                    revenue,
                    line.amount().negated(),
                    accountingAmount.negated(),
                    line.exchangeRate()));
        }
        return new Posting(line.actual(), voucher, accountingAmount, line.exchangeRate(), line.salesTax(), entries);
    }

    /**
     * The entries that belong to no single line: what the customer owes, the sales tax, and the difference that converting the
     * sums and not each line leaves in accounting currency. An entry of zero is left out.
     *
     * @param lines what the entries of all lines sum to
     * @throws IllegalStateException if the lines do not balance with the customer invoice, or the difference is larger than
     *     rounding so many lines can make it
     */
    static List<LedgerEntry> voucher(
            CustomerInvoice invoice, Rate exchangeRate, Company company, Balance lines, long lineCount) {
        List<LedgerEntry> entries = new ArrayList<>();
        add(entries, company, PostingType.CUSTOMER_BALANCE, invoice.amount(), exchangeRate);
        add(entries, company, PostingType.SALES_TAX, invoice.salesTax().negated(), exchangeRate);
        Balance open = lines.plus(entries);
        if (!open.accountingAmount().isZero()) {
            entries.add(new LedgerEntry(
                    company.account(PostingType.ROUNDING_DIFFERENCE),
                    PostingType.ROUNDING_DIFFERENCE,
                    Money.zero(invoice.amount().currency()),
                    open.accountingAmount().negated(),
                    exchangeRate));
        }
        // Each line, the customer balance and the sales tax are rounded once, by half a minor unit at most.
        if (!lines.plus(entries).isZero() || Math.abs(open.accountingAmount().minor()) * 2 > lineCount + 2) {
            throw new IllegalStateException("Voucher " + invoice.voucher() + " does not balance: " + open);
        }
        return entries;
    }

    private static void add(
            List<LedgerEntry> entries, Company company, PostingType postingType, Money amount, Rate exchangeRate) {
        if (!amount.isZero()) {
            Money accountingAmount = Rounding.convert(amount, exchangeRate, company.accountingCurrency());
            entries.add(
                    new LedgerEntry(company.account(postingType), postingType, amount, accountingAmount, exchangeRate));
        }
    }

    private static PostingType revenue(TransactionClass transactionClass, OnAccountInvoicing onAccountInvoicing) {
        return switch (transactionClass) {
            case TIME, EXPENSE, MATERIAL, FEE, PRODUCT -> PostingType.INVOICED_REVENUE;
            case RETAINER -> PostingType.PREPAYMENT;
            case MILESTONE ->
                switch (onAccountInvoicing) {
                    case PROFIT_AND_LOSS -> PostingType.INVOICED_REVENUE_ON_ACCOUNT;
                    case BALANCE -> PostingType.WIP_INVOICED_ON_ACCOUNT;
                };
        };
    }
}

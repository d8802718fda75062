package dev.fattura.posting;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Money;
import java.util.List;

/** The ledger entries of a journal line, for time and material with accrued revenue (domain.md 3.6, 3.7). */
final class JournalPostingDecider {

    private JournalPostingDecider() {}

    /** @throws IllegalArgumentException if the line is of billed sales, which no journal carries */
    static Posting post(JournalLine line, Company company, String voucher) {
        return new Posting(
                line.actual(),
                voucher,
                line.accountingAmount(),
                line.exchangeRate(),
                Money.zero(line.amount().currency()),
                entries(line, company));
    }

    private static List<LedgerEntry> entries(JournalLine line, Company company) {
        return switch (line.type()) {
            case COST -> cost(line, company);
            case UNBILLED_SALES -> unbilledSales(line, company);
            case BILLED_SALES ->
                throw new IllegalArgumentException("Billed sales " + line.actual() + " on journal " + line.journal());
        };
    }

    private static List<LedgerEntry> cost(JournalLine line, Company company) {
        PostingType from =
                line.transactionClass() == TransactionClass.TIME ? PostingType.PAYROLL_ALLOCATION : PostingType.OFFSET;
        return List.of(debit(line, company, PostingType.COST), credit(line, company, from));
    }

    /** Only chargeable work accrues revenue. */
    private static List<LedgerEntry> unbilledSales(JournalLine line, Company company) {
        return line.billingType() == BillingType.CHARGEABLE
                ? List.of(
                        debit(line, company, PostingType.WIP_SALES_VALUE),
                        credit(line, company, PostingType.ACCRUED_REVENUE_SALES_VALUE))
                : List.of();
    }

    private static LedgerEntry debit(JournalLine line, Company company, PostingType postingType) {
        return new LedgerEntry(
                company.account(postingType), postingType, line.amount(), line.accountingAmount(), line.exchangeRate());
    }

    private static LedgerEntry credit(JournalLine line, Company company, PostingType postingType) {
        return new LedgerEntry(
                company.account(postingType),
                postingType,
                line.amount().negated(),
                line.accountingAmount().negated(),
                line.exchangeRate());
    }
}

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
import org.jspecify.annotations.Nullable;

/** The ledger entries of a journal line, for time and material with accrued revenue (domain.md 3.6, 3.7). */
final class JournalPostingDecider {

    private JournalPostingDecider() {}

    /**
     * What posting the line does. A line that reverses the whole of another takes back the very entries of that one, so that
     * nothing is left on any account, whatever rates and accounts are now.
     *
     * @param original the posting of what it reverses, or null if it reverses nothing
     * @throws IllegalArgumentException if the line is of billed sales, which no journal carries
     */
    static Posting post(JournalLine line, Company company, String voucher, @Nullable Posting original) {
        return new Posting(
                line.actual(),
                voucher,
                line.accountingAmount(),
                line.exchangeRate(),
                Money.zero(line.amount().currency()),
                original != null && takesBack(line, original)
                        ? original.entries().stream().map(LedgerEntry::reversed).toList()
                        : entries(line, company));
    }

    /** Whether the line reverses the whole of what was posted. */
    static boolean takesBack(JournalLine line, Posting original) {
        return original.accountingAmount().negated().equals(line.accountingAmount());
    }

    /** The posting types of its entries, the debit first; none where nothing is posted. Only chargeable work accrues revenue. */
    static List<PostingType> postingTypes(JournalLine line) {
        return switch (line.type()) {
            case COST ->
                List.of(
                        PostingType.COST,
                        line.transactionClass() == TransactionClass.TIME
                                ? PostingType.PAYROLL_ALLOCATION
                                : PostingType.OFFSET);
            case UNBILLED_SALES ->
                line.billingType() == BillingType.CHARGEABLE
                        ? List.of(PostingType.WIP_SALES_VALUE, PostingType.ACCRUED_REVENUE_SALES_VALUE)
                        : List.of();
            case BILLED_SALES ->
                throw new IllegalArgumentException("Billed sales " + line.actual() + " on journal " + line.journal());
        };
    }

    private static List<LedgerEntry> entries(JournalLine line, Company company) {
        List<PostingType> types = postingTypes(line);
        return types.isEmpty()
                ? List.of()
                : List.of(
                        entry(line, company, types.get(0)),
                        entry(line, company, types.get(1)).reversed());
    }

    private static LedgerEntry entry(JournalLine line, Company company, PostingType postingType) {
        return new LedgerEntry(
                company.account(postingType), postingType, line.amount(), line.accountingAmount(), line.exchangeRate());
    }
}

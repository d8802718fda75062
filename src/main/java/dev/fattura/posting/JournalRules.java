package dev.fattura.posting;

import dev.fattura.ledger.Balance;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.FiscalPeriods;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.WaitingReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a journal line must be to be posted (domain.md 3.3, 4.6): what was right when it was imported may be wrong now. */
final class JournalRules {

    private JournalRules() {}

    /**
     * Why the line cannot be posted, or empty.
     *
     * @param original the posting of what it reverses, if it reverses something that is posted
     */
    static Optional<Journal.Failure> failure(
            JournalLine line, Company company, FiscalPeriods periods, @Nullable Posting original) {
        if (!periods.isOpen(line.accountingDate())) {
            return failed(WaitingReason.PERIOD_CLOSED, periods.cause(line.accountingDate()));
        }
        if (!company.journals().hasLineProperty(line.lineProperty())) {
            return failed(
                    WaitingReason.LINE_PROPERTY_MISSING,
                    "Line property " + line.lineProperty() + " doesn't exist: company " + company.id()
                            + " maps no billing type to it any more.");
        }
        if (!company.journals().hasCategory(line.category())) {
            return failed(
                    WaitingReason.CATEGORY_MISSING,
                    "Project category " + line.category() + " doesn't exist in company " + company.id() + " any more.");
        }
        if (line.reverses() == null) {
            return entries(line, company);
        }
        if (original == null) {
            return failed(
                    WaitingReason.ORIGINAL_UNPOSTED,
                    "The unbilled sales " + line.reverses() + " that it reverses cannot be posted themselves.");
        }
        if (!original.exchangeRate().equals(line.exchangeRate())) {
            return failed(
                    WaitingReason.ORIGINAL_CHANGED,
                    "It was imported at " + line.exchangeRate() + ", and the unbilled sales " + line.reverses()
                            + " that it reverses were posted at " + original.exchangeRate() + ".");
        }
        return JournalPostingDecider.takesBack(line, original) ? Optional.empty() : entries(line, company);
    }

    private static Optional<Journal.Failure> entries(JournalLine line, Company company) {
        for (PostingType postingType : JournalPostingDecider.postingTypes(line)) {
            if (!company.accounts().containsKey(postingType)) {
                return failed(
                        WaitingReason.ACCOUNT_MISSING,
                        "Company " + company.id() + " has no main account for posting type " + postingType.code()
                                + ".");
            }
        }
        Balance balance = Balance.none(line.amount().currency(), company.accountingCurrency())
                .plus(JournalPostingDecider.post(line, company, "", null).entries());
        return balance.isZero()
                ? Optional.empty()
                : failed(WaitingReason.UNBALANCED, "Its ledger entries do not balance: " + balance + ".");
    }

    private static Optional<Journal.Failure> failed(WaitingReason reason, String cause) {
        return Optional.of(new Journal.Failure(reason, cause));
    }
}

package dev.fattura.posting;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Balance;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.PeriodEntry;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Work;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Condition;
import dev.fattura.store.JournalItem;
import dev.fattura.store.PeriodLogItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.StoreBusy;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Posts one journal: first its vouchers and the company's version are bound to it in one commit with its status, then its postings
 * are written, then it is posted. A crash in between is repaired by doing it again, which finds the same vouchers and writes the same
 * postings, also when the company was changed or a period closed meanwhile.
 */
final class PostJournal {

    private static final int PAGE = 500;

    /** Each lost attempt means that another document of the company got its numbers. */
    private static final int ATTEMPTS = 50;

    private final Table finance;
    private final JournalClaim claim;

    PostJournal(Table finance) {
        this.finance = finance;
        this.claim = new JournalClaim(finance);
    }

    /**
     * Posts a journal whose lines are all there. Lines that cannot be posted are moved to another one, which it then names; if none can
     * be posted, it is in error.
     *
     * @param command whose receipt is begun with the claim, or null
     * @return the journal, posted or in error
     * @throws dev.fattura.ledger.Refused if something that its lines reverse is not posted yet
     */
    Journal post(Journal.Id id, @Nullable Command command) {
        Journal journal = claimed(id, command);
        if (journal.status() != JournalStatus.POSTING) {
            return journal;
        }
        writePostings(journal);
        return posted(journal);
    }

    private Journal claimed(Journal.Id id, @Nullable Command command) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Journal journal = JournalItem.find(finance, id).orElseThrow();
            if (journal.status() != JournalStatus.DRAFT) {
                return journal;
            }
            JournalClaim.Claim claimed = claim.of(journal);
            List<Write> writes = command == null ? claimed.writes() : CommandWrites.of(command, claimed.writes());
            if (finance.commit(writes).done()) {
                return claimed.journal();
            }
        }
        throw new StoreBusy(
                "Other documents of the company are being posted",
                new IllegalStateException("Journal " + id + " was overtaken " + ATTEMPTS + " times"));
    }

    private void writePostings(Journal journal) {
        Company company = CompanyItem.find(finance, journal.company(), journal.companyVersion())
                .orElseThrow();
        NumberRange vouchers = Objects.requireNonNull(journal.vouchers());
        List<Actual.Id> actuals = journal.lines();
        for (int first = 0; first < actuals.size(); first += PAGE) {
            int end = Math.min(first + PAGE, actuals.size());
            JournalLines lines = JournalLines.of(finance, actuals.subList(first, end));
            List<JournalLine> page = new ArrayList<>();
            List<Posting> postings = new ArrayList<>();
            for (int index = first; index < end; index++) {
                JournalLine line = lines.line(actuals.get(index));
                page.add(line);
                postings.add(posting(line, company, vouchers.number(index), lines.original(line)));
            }
            log(journal, page);
            finance.putAll(PostingItem.encodeAll(postings));
        }
    }

    /** Before the journal is posted and not in that commit, since its lines may be of many months. */
    private void log(Journal journal, List<JournalLine> lines) {
        finance.putAll(lines.stream()
                .map(line -> new PeriodEntry(
                        PeriodEntry.Kind.JOURNAL,
                        journal.company(),
                        YearMonth.from(line.accountingDate()),
                        journal.number().value()))
                .distinct()
                .map(PeriodLogItem::encode)
                .toList());
    }

    private static Posting posting(JournalLine line, Company company, String voucher, @Nullable Posting original) {
        Posting posting = JournalPostingDecider.post(line, company, voucher, original);
        Balance balance = Balance.none(line.amount().currency(), company.accountingCurrency())
                .plus(posting.entries());
        if (!balance.isZero()) {
            throw new IllegalStateException("Voucher " + voucher + " does not balance: " + balance);
        }
        return posting;
    }

    private Journal posted(Journal posting) {
        Journal posted = posting.posted();
        String owner = posting.company().value();
        String id = posting.number().value();
        boolean done = finance.commit(List.of(
                        JournalItem.replace(posted),
                        Write.put(WorkItem.encode(Work.of(Work.Queue.WRITE_BACK_JOURNAL, owner, id)), Condition.NONE),
                        Write.delete(WorkItem.key(Work.of(Work.Queue.JOURNAL, owner, id)), Condition.NONE)))
                .done();
        if (done
                || JournalItem.find(finance, posting.number())
                        .filter(posted::equals)
                        .isPresent()) {
            return posted;
        }
        throw new IllegalStateException("Journal " + id + " changed while it was posted");
    }
}

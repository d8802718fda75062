package dev.fattura.posting;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.runtime.Parked;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.JournalItem;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Posts integration journals (domain.md 3.3): project subledger and general ledger, a voucher for each line. */
public final class PostJournals {

    private static final Logger LOG = Logger.getLogger(PostJournals.class);

    private final Table finance;
    private final PostJournal posting;

    public PostJournals(Table finance) {
        this.finance = finance;
        this.posting = new PostJournal(finance);
    }

    /** The journals of all companies. */
    public PostingReport all() {
        PostingReport report = new PostingReport();
        CompanyItem.all(finance).forEach(company -> postQueue(company, report));
        return report;
    }

    /** The journals of a company; one that fails does not hold up the others. */
    public PostingReport company(Company.Id company) {
        PostingReport report = new PostingReport();
        postQueue(company, report);
        return report;
    }

    /**
     * One journal, on demand.
     *
     * @throws Refused if there is no such journal, if it is not a draft, unless by this very command, or if something that its lines
     *     reverse is not posted yet
     */
    public PostingReport post(Journal.Id id, Command command) {
        Journal journal = JournalItem.find(finance, id)
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "There is no journal " + id + "."));
        // A receipt is begun with the claim alone, so a command that has one is the one that posted.
        if (!ReceiptItem.begun(finance, command)) {
            requireDraft(journal);
        }
        PostingReport report = new PostingReport();
        post(id, command, report);
        return report;
    }

    private static void requireDraft(Journal journal) {
        String subject = "Journal " + journal.number();
        switch (journal.status()) {
            case IMPORTING ->
                throw new Refused(
                        RefusalCode.JOURNAL_NOT_READY,
                        "The lines of journal " + journal.number() + " are still being made.");
            case POSTED -> throw new Refused(RefusalCode.JOURNAL_POSTED, subject + " is posted.");
            case ERROR -> throw new Refused(RefusalCode.JOURNAL_ERROR, subject + " is in error.");
            case CANCELED -> throw new Refused(RefusalCode.JOURNAL_CANCELED, subject + " is canceled.");
            case DRAFT, POSTING -> {
                // It is posted, or brought to its end.
            }
        }
    }

    private void post(Journal.Id id, @Nullable Command command, PostingReport report) {
        Journal journal = posting.post(id, command);
        if (journal.status() == JournalStatus.CANCELED) {
            // Somebody took its last line off meanwhile, and with it its entry out of the queue.
            if (command != null) {
                requireDraft(journal);
            }
            return;
        }
        report.add(journal);
        if (journal.moved() != null) {
            JournalItem.find(finance, journal.moved()).ifPresent(report::add);
        }
    }

    /** Journals are selected as the run comes to them: one that is formed while it runs is posted too. */
    private void postQueue(Company.Id company, PostingReport report) {
        WorkItem.each(finance, Work.Queue.JOURNAL, company.value(), work -> postGuarded(work, report));
    }

    private void postGuarded(Work work, PostingReport report) {
        try {
            Journal.Id id = new Journal.Id(work.id());
            Journal journal = JournalItem.find(finance, id).orElseThrow();
            switch (journal.status()) {
                case DRAFT, POSTING -> post(id, null, report);
                // A run that failed at it may have written so onto the entry since.
                case ERROR -> report.add(Parked.put(finance, work, JournalClaim.inError(journal)));
                case IMPORTING -> report.add(work);
                case POSTED, CANCELED -> finance.deleteAll(List.of(WorkItem.key(work)));
            }
        } catch (Refused refused) {
            report.add(Parked.of(finance, work, refused));
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Posting of journal %s failed", work.id());
            report.add(Parked.of(finance, work, "Its posting failed", failure));
        }
    }
}

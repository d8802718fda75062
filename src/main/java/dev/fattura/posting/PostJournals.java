package dev.fattura.posting;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.ledger.Work;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.JournalItem;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.util.List;
import org.jboss.logging.Logger;

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
     * @throws Refused if there is no such journal, if its lines are not all there, or if it is posted, unless by this very command
     */
    public PostingReport post(Journal.Id id, Command command) {
        Journal journal = JournalItem.find(finance, id)
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "There is no journal " + id + "."));
        if (journal.status() == JournalStatus.IMPORTING) {
            throw new Refused(RefusalCode.JOURNAL_NOT_READY, "The lines of journal " + id + " are still being made.");
        }
        // A receipt is begun with the claim alone, so a command that has one is the one that posted.
        if (journal.status() == JournalStatus.POSTED && !ReceiptItem.begun(finance, command)) {
            throw new Refused(RefusalCode.JOURNAL_POSTED, "Journal " + id + " is posted.");
        }
        PostingReport report = new PostingReport();
        report.add(posting.post(id, command));
        return report;
    }

    private void postQueue(Company.Id company, PostingReport report) {
        WorkItem.each(finance, Work.Queue.JOURNAL, company.value(), work -> postGuarded(work, report));
    }

    private void postGuarded(Work work, PostingReport report) {
        try {
            Journal.Id id = new Journal.Id(work.id());
            if (JournalItem.find(finance, id).orElseThrow().status() == JournalStatus.POSTED) {
                finance.deleteAll(List.of(WorkItem.key(work)));
                return;
            }
            report.add(posting.post(id, null));
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Posting of journal %s failed", work.id());
            report.add(work.waiting(WaitingReason.FAILED.code(), "Its posting failed."));
        }
    }
}

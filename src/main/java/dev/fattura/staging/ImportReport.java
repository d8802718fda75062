package dev.fattura.staging;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What one run of Import from staging did, and what still waits and why. */
public final class ImportReport {

    private final List<Journal> journals = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final Waiting waiting = new Waiting();
    private final List<Company.Id> failed = new ArrayList<>();

    /** The journals that it finished. */
    public List<Journal> journals() {
        return Collections.unmodifiableList(journals);
    }

    /** The proposals whose lines it made. */
    public List<Proposal> proposals() {
        return Collections.unmodifiableList(proposals);
    }

    /** The first of what was tried and still waits, with the reason. */
    public List<Work> waiting() {
        return waiting.first();
    }

    /** How much was tried and still waits. */
    public long waitingCount() {
        return waiting.count();
    }

    /** How much waits for each cause: a code of {@link dev.fattura.ledger.WaitingReason}. */
    public Map<String, Long> waitingByCause() {
        return waiting.byCause();
    }

    /** The companies whose journals could not be formed because of a defect, which is in the log. */
    public List<Company.Id> failed() {
        return Collections.unmodifiableList(failed);
    }

    void add(Journal journal) {
        journals.add(journal);
    }

    void add(Proposal proposal) {
        proposals.add(proposal);
    }

    void add(Work work) {
        waiting.add(work);
    }

    /** What waits in the end of a walk over the pending rows. */
    void add(Waiting rows) {
        waiting.add(rows);
    }

    void add(Company.Id company) {
        failed.add(company);
    }
}

package dev.fattura.staging;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one run of Import from staging did, and what still waits and why. */
public final class ImportReport {

    private final List<Journal> journals = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Work> waiting = new ArrayList<>();
    private final List<Company.Id> failed = new ArrayList<>();

    /** The journals that it finished. */
    public List<Journal> journals() {
        return Collections.unmodifiableList(journals);
    }

    /** The proposals whose lines it made. */
    public List<Proposal> proposals() {
        return Collections.unmodifiableList(proposals);
    }

    /** What was tried and still waits, with the reason. */
    public List<Work> waiting() {
        return Collections.unmodifiableList(waiting);
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

    void add(Company.Id company) {
        failed.add(company);
    }
}

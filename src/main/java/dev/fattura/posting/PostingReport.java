package dev.fattura.posting;

import dev.fattura.ledger.Journal;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one run of posting did, and what it could not post and why. */
public final class PostingReport {

    private final List<Journal> journals = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Work> waiting = new ArrayList<>();

    /** The journals that are posted now. */
    public List<Journal> journals() {
        return Collections.unmodifiableList(journals);
    }

    /** The proposals that are posted now. */
    public List<Proposal> proposals() {
        return Collections.unmodifiableList(proposals);
    }

    /** What cannot be posted yet, with the reason. */
    public List<Work> waiting() {
        return Collections.unmodifiableList(waiting);
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
}

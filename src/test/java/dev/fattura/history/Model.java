package dev.fattura.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has to be known of the world to choose what can be done: ids, and how far things are. */
final class Model {

    final List<Agreed> contracts = new ArrayList<>();
    /** Bodies of approvals that were taken, to be sent again. */
    final List<Call> approvals = new ArrayList<>();

    /** The requests that recorded retainers. */
    final List<Call> retainerCalls = new ArrayList<>();

    final List<Draft> drafts = new ArrayList<>();
    final List<Draft> confirmed = new ArrayList<>();
    final List<Call> confirmations = new ArrayList<>();
    final Set<String> deleted = new LinkedHashSet<>();
    final Set<String> openJournals = new LinkedHashSet<>();
    final Set<String> postedJournals = new LinkedHashSet<>();
    final Set<String> openProposals = new LinkedHashSet<>();
    final Set<String> postedProposals = new LinkedHashSet<>();
    int transactions;
    int invoices;
    int retainers;
    int entries;

    /** A contract. */
    record Agreed(String id, String company, String currency, List<String> customers, List<Line> lines, Call recorded) {

        List<Line> billedBy(String method) {
            return lines.stream().filter(line -> line.method().equals(method)).toList();
        }
    }

    /** A contract line. {@code ready} and {@code notReady} are the ids of its milestones or its product. */
    record Line(String id, String method, String project, List<String> ready, List<String> notReady) {}

    /** An invoice, and the contract it is of. */
    record Draft(String id, Agreed contract, String customer) {}
}

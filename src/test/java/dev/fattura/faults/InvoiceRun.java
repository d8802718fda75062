package dev.fattura.faults;

import dev.fattura.audit.Auditor;
import dev.fattura.audit.Moment;
import dev.fattura.local.template.Template;
import dev.fattura.simulation.FinalState;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.support.Gateway;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One invoice from the recording of its company until nothing changes any more, on whatever cloud, by whatever it takes. */
final class InvoiceRun {

    private static final int BATCH = 100;
    private static final int MOST_ROUNDS = 2_000;
    private static final List<String> SCHEDULES = Gateway.template().schedules().stream()
            .map(Template.Schedule::function)
            .distinct()
            .toList();

    /** The parts of the way, in their order. */
    enum Step {
        APPROVE,
        DRAFT,
        CONFIRM,
        CARRY
    }

    private final Cloud cloud;
    private final People people;

    InvoiceRun(Cloud cloud, People people) {
        this.cloud = cloud;
        this.people = people;
    }

    /**
     * Goes the whole way and audits what is there then.
     *
     * @param begins is told each step when it begins
     * @param more whether there is still something to come when everything is done already
     * @return the final state
     */
    List<String> play(int lines, Consumer<Step> begins, BooleanSupplier more) throws IOException, InterruptedException {
        begins.accept(Step.APPROVE);
        people.put("/companies/USMF", InvoiceRequests.COMPANY);
        people.put("/projects/PRJ-1", "{\"company\":\"USMF\",\"name\":\"Cellar\"}");
        people.put("/contracts/ORD-1", InvoiceRequests.CONTRACT);
        for (int from = 0; from < lines; from += BATCH) {
            people.post("/approvals", InvoiceRequests.approvals(from, Math.min(lines, from + BATCH)));
        }
        begins.accept(Step.DRAFT);
        people.post("/invoices", InvoiceRequests.DRAFT);
        awaitDraft();
        begins.accept(Step.CONFIRM);
        people.postToVersion("/invoices/INV-1", "/invoices/INV-1/confirm", "{\"accountingDate\":\"2026-01-31\"}");
        begins.accept(Step.CARRY);
        return carry(more);
    }

    /** A long invoice is only begun by the request; the schedule takes it to its end. */
    private void awaitDraft() throws IOException, InterruptedException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (people.get("/invoices/INV-1").path("status").asText().equals("draft")) {
                return;
            }
            people.post("/_local/schedules/finish-invoices", "");
        }
        throw new AssertionError("Not drafted after " + MOST_ROUNDS + " rounds of the schedule");
    }

    private List<String> carry(BooleanSupplier more) throws IOException, InterruptedException {
        List<String> before = List.of();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            people.post("/_local/streams/settle", "");
            for (String schedule : SCHEDULES) {
                people.post("/_local/schedules/" + schedule, "");
            }
            boolean posted =
                    people.get("/invoices/INV-1").path("status").asText().equals("posted");
            if (posted && !more.getAsBoolean()) {
                people.post("/_local/streams/settle", "");
                Map<Key, Item> office = cloud.office();
                Map<Key, Item> finance = cloud.finance();
                List<String> now = FinalState.of(office, finance);
                if (now.equals(before)) {
                    Auditor.require(office, finance, Moment.SETTLED);
                    return now;
                }
                before = now;
            }
        }
        throw new AssertionError("Not done after " + MOST_ROUNDS + " rounds of all schedules");
    }
}

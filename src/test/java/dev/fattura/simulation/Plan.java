package dev.fattura.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What people do in a simulation: phases one after another, in each some clients at the same time, on contracts of their own, so that
 * what has to come out does not depend on who is first.
 */
final class Plan {

    /** How many plans there are without further work. */
    private static final int ORDINARY = 8;

    /** One of so many seeds is of a long invoice. */
    private static final int SEEDS_TO_A_LONG_ONE = 200;

    private static final List<Further> BESIDE =
            List.of(Further.LINES, Further.HELD, Further.MONEY, Further.SCHEDULED, Further.JOURNALS);

    private static final int LAST_PHASE = 3;

    private final List<List<List<Step>>> phases = new ArrayList<>();
    private final Further further;

    private Plan(Further further) {
        this.further = further;
    }

    /** Phases, clients, steps. */
    List<List<List<Step>>> phases() {
        return phases;
    }

    /** Faults of which such a plan needs many. */
    Set<Fault> favoured() {
        return further == Further.JOURNALS ? Set.of(Fault.RECORDS_LOST) : Set.of();
    }

    /** Whether the clock must not jump: a drafting by schedule that a crash has cut short is not to be given up. */
    boolean hasOneMorning() {
        return further == Further.SCHEDULED;
    }

    /** Whether it has work that outlives a call. */
    boolean takesLong() {
        return further == Further.LONG;
    }

    /** Whether a schedule runs in a phase: the draft of a day is to have all that was approved before. */
    boolean runs(String function, int phase) {
        return further != Further.SCHEDULED || !function.equals("draft-scheduled") || phase >= LAST_PHASE;
    }

    /**
     * What is different from plan to plan.
     *
     * @param ordinary how many transactions there are, and which of the clients take part
     */
    record Variant(int ordinary, Further further) {}

    /** Which plan a seed plays: every second one has further work, and a few are of a long invoice. */
    static Variant variantOf(long seed) {
        if (Math.floorMod(seed, SEEDS_TO_A_LONG_ONE) == SEEDS_TO_A_LONG_ONE - 1) {
            return new Variant(0, Further.LONG);
        }
        int ordinary = Math.floorMod(seed, ORDINARY);
        return new Variant(
                ordinary, ordinary % 2 == 1 ? Further.NONE : BESIDE.get(Math.floorMod(seed / 2, BESIDE.size())));
    }

    static Plan of(Variant variant) {
        Further further = variant.further();
        Plan plan = new Plan(further);
        List<List<List<Step>>> ordinary =
                further == Further.LONG ? List.of(List.of(Work.company())) : ordinary(variant.ordinary());
        for (int phase = 0; phase <= LAST_PHASE; phase++) {
            List<List<Step>> clients = phase < ordinary.size() ? ordinary.get(phase) : List.of();
            List<List<Step>> more = further.clients(phase);
            plan.phases.add(
                    phase == 0
                            ? List.of(Stream.of(clients, more)
                                    .flatMap(List::stream)
                                    .flatMap(List::stream)
                                    .toList())
                            : Stream.concat(clients.stream(), more.stream()).toList());
        }
        return plan;
    }

    private static List<List<List<Step>>> ordinary(int variant) {
        List<Step> setUp = new ArrayList<>(Work.company());
        setUp.add(Work.contract("ORD-1001", "GBP", Work.AT_A_FIXED_RATE, ""));
        setUp.add(
                Work.contract(
                        "ORD-1002",
                        "GBP",
                        Work.AT_A_FIXED_RATE + "\"salesTaxGroup\":\"GB-STD\",",
                        """
                ,{"line":"2","name":"Design","billingMethod":"fixedPrice","project":"PRJ-1","milestones":[
                  {"milestone":"M1","name":"Accepted","amount":{"amount":"5000.00","currency":"GBP"},
                   "date":"2026-01-31","status":"readyToInvoice"}]},
                 {"line":"3","name":"Sensors","billingMethod":"product","product":"SENSOR-7","quantity":"3",
                  "price":{"amount":"250.00","currency":"GBP"},"date":"2026-01-31","status":"readyToInvoice"}"""));
        setUp.add(Work.contract("ORD-1003", "GBP", Work.AT_A_FIXED_RATE, ""));
        List<Step> more = new ArrayList<>(Work.approvals("ORD-1003", "RE", "GBP", 2));
        more.add(Work.draft("ORD-1003", "INV-5"));
        more.add(Request.confirm("INV-5"));
        List<Step> revised = new ArrayList<>(List.of(
                Request.post("/invoices/INV-1/revise", "{\"invoice\":\"INV-4\"," + Work.INVOICE_DATE + "}"),
                Request.confirm("INV-4")));
        if (variant % 2 == 0) {
            revised.add(Work.draft("ORD-1001", "INV-6"));
            revised.add(Request.delete("/invoices/INV-6"));
        }
        return List.of(
                List.of(setUp),
                List.of(
                        Work.approvals("ORD-1001", "TE", "GBP", 2 + variant % 4),
                        Work.approvals("ORD-1002", "MX", "GBP", 1 + variant % 3),
                        List.of(Work.retainer("ORD-1003", "R1", "GBP"))),
                List.of(
                        List.of(Work.draft("ORD-1001", "INV-1"), Request.confirm("INV-1")),
                        List.of(
                                Work.draft("ORD-1002", "INV-2"),
                                Request.patch("/invoices/INV-2", "{\"description\":\"Cellar\"}"),
                                Request.confirm("INV-2")),
                        List.of(Work.draft("ORD-1003", "INV-3"), Request.confirm("INV-3"))),
                List.of(
                        revised,
                        more,
                        List.of(
                                Request.post("/maps/msdyn_actuals/pause", null),
                                Request.post("/maps/msdyn_actuals/resume", null))));
    }
}

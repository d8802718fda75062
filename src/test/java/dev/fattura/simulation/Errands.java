package dev.fattura.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.runtime.QueueBatch;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ContractItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.PackedTable;
import dev.fattura.support.Callers;
import dev.fattura.support.Events;
import dev.fattura.support.Gateway;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.World.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What no plan has, since it is not about who is faster: every question, people of one company, an invoice schedule with much to draft, and
 * records that cannot cross until somebody mends them.
 */
final class Errands {

    private static final JsonNode PERSON =
            Callers.of("person", "projectManager accountant auditor administrator", "USMF");

    private static final String JANUARY = "from=2026-01-01&to=2026-01-31";

    /** Two requests of so many transactions: a draft writes down how far it is after every thousand lines. */
    private static final int HALF = 500;

    private final Simulation world;
    private int commands;

    private Errands(Simulation world) {
        this.world = world;
    }

    static void run(Calls calls) {
        Errands errands = new Errands(Simulation.quiet(calls));
        errands.record();
        errands.bill();
        errands.postByHand();
        errands.ask();
        errands.draftBySchedule();
        errands.holdBack();
        errands.takeOffJournal();
        errands.giveUp();
        errands.damageContract();
        errands.damageActual();
        errands.loseInvoice();
    }

    private void record() {
        Work.company().forEach(step -> send((Request) step));
        send(Request.put(
                "/companies/USMF/sales-tax",
                "{\"codes\":[{\"code\":\"VAT\",\"rates\":[{\"from\":\"2000-01-01\",\"percent\":\"20\"}]}],"
                        + "\"salesTaxGroups\":{\"GB-STD\":[\"VAT\"]},\"itemSalesTaxGroups\":{\"FULL\":[\"VAT\"]},"
                        + "\"itemSalesTaxGroupDefaults\":{\"time\":\"FULL\",\"expense\":\"FULL\"}}"));
        send(Request.put("/companies/USMF/fiscal-periods/2025-12", "{\"status\":\"closed\"}"));
        send(Request.put("/companies/USMF/exchange-rates/EUR/2026-01-01", "{\"rate\":\"1.10\"}"));
        send(Work.contract(
                "ORD-1",
                "GBP",
                Work.AT_A_FIXED_RATE + "\"notToExceed\":" + Work.money("9000.00", "GBP") + ",",
                ",{\"line\":\"2\",\"name\":\"Sensors\",\"billingMethod\":\"product\",\"product\":\"SENSOR-7\",\"quantity\":\"3\","
                        + "\"price\":" + Work.money("250.00", "GBP")
                        + ",\"date\":\"2026-01-31\",\"status\":\"readyToInvoice\"}"));
    }

    /** With a retainer that is not to be invoiced at first. */
    private void bill() {
        Request ready = Work.retainer("ORD-1", "R1", "GBP");
        send(Request.put(ready.path(), ready.body().replace("readyToInvoice", "notReady")));
        send(ready);
        approve("TE");
        send(Work.draft("ORD-1", "INV-1"));
        question("/invoices/INV-1/preview?limit=1");
        String confirmation = send(Work.confirmAll("INV-1")).at("/confirmation");
        question("/confirmations/" + confirmation);
        world.settle();
    }

    private void postByHand() {
        confirmed("INV-2", "TF");
        world.deliver();
        post();
        send(Request.post("/proposals/INV-2/post", "{}"));
        world.settle();
    }

    private void ask() {
        question("/companies/USMF");
        question("/contracts/ORD-1");
        question("/contracts/ORD-1/backlog?limit=1");
        question("/contracts/ORD-1/retainers?limit=1");
        question("/invoices/INV-1?limit=1");
        question("/invoices/INV-1/progress");
        question("/invoices/INV-1/lineage?limit=1");
        question("/invoices/INV-1/reconciliation?limit=1");
        question("/actuals/" + question("/actuals?invoice=INV-1&limit=1").at("/actuals/0/actual"));
        question("/staging?company=USMF&limit=1");
        question("/journals/USMF-IJ-000001?limit=1");
        question("/proposals/INV-1?limit=1");
        question("/proposals/INV-1/print?layout=detail");
        question("/proposals/INV-1/readiness");
        question("/readiness?company=USMF&limit=1");
        question("/reconciliation?company=USMF&" + JANUARY);
        question("/accrued-revenue?company=USMF&" + JANUARY);
        question("/maps");
        question("/maps/msdyn_actuals");
        question("/sync-errors");
    }

    private void draftBySchedule() {
        send(Work.contract(
                "ORD-2",
                "GBP",
                Work.AT_A_FIXED_RATE,
                ",\"invoiceSchedule\":{\"start\":\"2026-01-31\",\"frequency\":\"monthly\",\"count\":1}",
                ""));
        send(fees(0));
        send(fees(HALF));
        world.functions().schedule("draft-scheduled");
    }

    private static Request fees(int from) {
        return Work.approval(IntStream.range(from, from + HALF)
                .mapToObj(number ->
                        Work.transaction("ORD-2", "FE" + number, "fee", "1", Work.money("10.00", "GBP"), "chargeable"))
                .toList());
    }

    /** A customer invoice waits for its map to be resumed. */
    private void holdBack() {
        send(Request.post("/maps/msdyn_customerinvoices/pause", null));
        confirmed("INV-3", "TG");
        world.settle();
        send(Request.post("/maps/msdyn_customerinvoices/resume", null));
    }

    /** All lines of a journal, which leaves nothing to post. */
    private void takeOffJournal() {
        approve("TI");
        world.deliver();
        String journal =
                send(Request.post("/staging/import", "{\"company\":\"USMF\"}")).at("/journals/0/journal");
        question("/journals/" + journal)
                .body()
                .path("lines")
                .findValuesAsText("actual")
                .forEach(actual -> send(Request.delete("/journals/" + journal + "/lines/" + actual)
                        .ofAnyVersion()));
        world.settle();
    }

    /** A batch of a stream is given up, and whoever retries carries what was in it. */
    private void giveUp() {
        confirmed("INV-4", "TJ");
        world.functions().park(recordedFailures().messages());
        send(Request.post("/sync-errors/retry", "{}"));
        world.settle();
    }

    private static QueueBatch recordedFailures() {
        try {
            return new ObjectMapper().readValue(Events.recorded("queue/park-failures"), QueueBatch.class);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** A contract comes over its stream and with a map that is run again, and cannot be read. */
    private void damageContract() {
        Item contract = office(ContractItem.key(new Contract.Id("ORD-1")));
        Item unreadable = unreadable(contract, "currency");
        world.officeTable().putAll(List.of(unreadable));
        changed("sync-header", unreadable);
        send(Request.post("/maps/salesorders/run", "{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}"));
        world.officeTable().putAll(List.of(contract));
    }

    private void damageActual() {
        String id = question("/actuals?invoice=INV-1").at("/actuals/0/actual");
        Item actual = PackedTable.of(world.officeTable())
                .get(ActualItem.key(new Actual.Id(UUID.fromString(id))))
                .orElseThrow();
        changed("sync-actuals", unreadable(actual, "quantity"));
    }

    /** What was posted finds no invoice to be written to, until that is there again and somebody retries. */
    private void loseInvoice() {
        confirmed("INV-5", "TK");
        world.deliver();
        Item invoice = office(InvoiceItem.key(new Invoice.Id("INV-5")));
        world.officeTable().deleteAll(List.of(invoice.key()));
        post();
        world.functions().schedule("post-proposals");
        world.deliver();
        world.officeTable().putAll(List.of(invoice));
        question("/sync-errors/" + question("/sync-errors").at("/syncErrors/0/error"));
        send(Request.post("/sync-errors/retry", "{}"));
    }

    /** Imports everything and posts the journals. */
    private void post() {
        List.of("import-staging", "post-journals", "import-staging").forEach(world.functions()::schedule);
    }

    private void confirmed(String invoice, String transactions) {
        approve(transactions);
        send(Work.draft("ORD-1", invoice));
        send(Request.confirm(invoice));
    }

    private void approve(String transactions) {
        Work.approvals("ORD-1", transactions, "GBP", 1).forEach(step -> send((Request) step));
    }

    private Item office(Key key) {
        return world.officeTable().get(key).orElseThrow();
    }

    private static Item unreadable(Item item, String attribute) {
        return Item.of(item.key(), item.kind())
                .all(item.attributes())
                .text(attribute, "?")
                .build();
    }

    /** A stream brings it. */
    private void changed(String function, Item item) {
        world.functions().stream(function, List.of(Gateway.record(new InMemoryTable.Change(true, item), 0)));
    }

    /** Asks, and for the next page where there is one. */
    private Answer question(String path) {
        Answer answer = answer("GET", path, null);
        JsonNode next = answer.body().path("next");
        if (next.isTextual()) {
            answer("GET", path + "&cursor=" + next.asText(), null);
        }
        return answer;
    }

    private Answer send(Request request) {
        List<String> headers = new ArrayList<>(List.of("idempotency-key", "errand-" + ++commands));
        if (request.ifMatch()) {
            Answer shown = answer("GET", request.versioned(), null);
            headers.addAll(List.of("if-match", shown.headers().get("etag")));
        }
        return answer(request.method(), request.path(), request.body(), headers.toArray(String[]::new));
    }

    /** Maps and sync errors are of all companies at once. */
    private Answer answer(String method, String path, String body, String... headers) {
        boolean ofAll = path.startsWith("/maps") || path.startsWith("/sync-errors");
        Answer answer = world.functions().callAs(ofAll ? Callers.everything() : PERSON, method, path, body, headers);
        if (answer.status() >= 300) {
            throw new AssertionError(method + " " + path + " was refused: " + answer.body());
        }
        return answer;
    }
}

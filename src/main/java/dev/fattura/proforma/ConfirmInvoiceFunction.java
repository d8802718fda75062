package dev.fattura.proforma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.InvoiceJson;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import dev.fattura.watch.Metric;
import dev.fattura.watch.Metrics;
import io.quarkus.funqy.Funq;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** {@code POST /invoices/{invoice}/confirm}. */
public class ConfirmInvoiceFunction {

    private final Table office;
    private final ConfirmInvoice confirmInvoice;
    private final Clock clock;
    private final Metrics metrics;

    public ConfirmInvoiceFunction(Office office, Clock clock, Metrics metrics) {
        this.office = office.table();
        this.confirmInvoice = new ConfirmInvoice(office.table());
        this.clock = clock;
        this.metrics = metrics;
    }

    @Funq("confirm-invoice")
    public HttpReply confirmInvoice(Invocation invocation) {
        return Http.command(invocation, office, this::atOnce, this::confirm);
    }

    private Optional<Reply> atOnce(Request request, Command command) {
        Asked asked = asked(request);
        return confirmInvoice
                .atOnce(asked.invoice(), asked.version(), asked.dates(), command, invoice -> Http.kept(reply(invoice)))
                .map(this::confirmed);
    }

    private Reply confirm(Request request, Command command) {
        Asked asked = asked(request);
        Invoice invoice = confirmInvoice.begin(asked.invoice(), asked.version(), asked.dates(), command);
        return invoice.status() == InvoiceStatus.CONFIRMING ? Reply.accepted(invoice) : confirmed(invoice);
    }

    private Reply confirmed(Invoice invoice) {
        metrics.done(Metric.INVOICES_CONFIRMED, 1);
        return reply(invoice);
    }

    private record Asked(Invoice.Id invoice, long version, AccountingDates dates) {}

    private Asked asked(Request request) {
        Invoice.Id id = new Invoice.Id(request.pathId("invoice"));
        long expectedVersion = request.expectedVersion();
        Body body = request.body();
        LocalDate accountingDate = body.optional("accountingDate", body::date).orElse(null);
        body.end();
        return new Asked(id, expectedVersion, AccountingDates.of(accountingDate, clock));
    }

    /** Of what was sealed only, so that a repeat gets the same answer, also when finance has posted the invoice meanwhile. */
    private static Reply reply(Invoice invoice) {
        Invoice.Confirmation confirmation = Objects.requireNonNull(invoice.confirmation());
        ControlTotals totals = Objects.requireNonNull(invoice.controlTotals());
        long sealed = invoice.status() == InvoiceStatus.POSTED ? invoice.version() - 1 : invoice.version();
        ObjectNode json = Json.object()
                .put("invoice", invoice.id().value())
                .put("status", InvoiceStatus.CONFIRMED.code())
                .put("version", sealed)
                .put("accountingDate", confirmation.accountingDate().toString());
        json.set("controlTotals", InvoiceJson.controlTotals(totals));
        return Reply.ok(json).withVersion(sealed);
    }
}

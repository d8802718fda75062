package dev.fattura.proforma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.BulkConfirmation;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.BulkConfirmationItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Office;
import dev.fattura.store.OwnCompanies;
import dev.fattura.store.Table;
import dev.fattura.watch.Metrics;
import io.quarkus.funqy.Funq;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code POST /invoices/confirm}: confirms any number of invoices; {@code GET /confirmations/{confirmation}}: how far that has got; and
 * on a schedule what is left of them.
 */
public class ConfirmInvoicesFunction {

    private static final int MOST_INVOICES = 10_000;
    private static final int MOST_SHOWN = 100;

    /** The number of an entry, as the store writes it. */
    private static final Pattern CURSOR = Pattern.compile("[0-9]{6}");

    /** So many that a schedule is done well before its function must end. */
    private static final int ON_SCHEDULE = 1000;

    private final Table office;
    private final ScheduleConfirmations scheduleConfirmations;
    private final ConfirmInvoices confirmInvoices;
    private final Clock clock;

    public ConfirmInvoicesFunction(Office office, Clock clock, Metrics metrics) {
        this.office = office.table();
        this.scheduleConfirmations = new ScheduleConfirmations(office.table());
        this.confirmInvoices = new ConfirmInvoices(office.table(), metrics);
        this.clock = clock;
    }

    @Funq("confirm-invoices")
    public HttpReply confirmInvoices(Invocation invocation) {
        if (invocation.scheduled()) {
            return Http.answer(
                    invocation,
                    schedule -> Reply.ok(Json.object().put("invoices", confirmInvoices.run(ON_SCHEDULE, today()))));
        }
        return new Method(invocation).isGet()
                ? Http.answer(invocation, this::show)
                : Http.command(invocation, office, this::schedule);
    }

    /** The method of an invocation, before anything of it is read. */
    private record Method(Invocation invocation) {
        boolean isGet() {
            String route = invocation.routeKey();
            return route != null && route.startsWith("GET ");
        }
    }

    private Reply schedule(Request request, Command command) {
        Body body = request.body();
        List<ScheduleConfirmations.Wanted> wanted = body.objects("invoices", MOST_INVOICES).stream()
                .map(ConfirmInvoicesFunction::wanted)
                .toList();
        LocalDate accountingDate = body.optional("accountingDate", body::date).orElse(null);
        body.end();
        requireDifferent(wanted);
        requireOwn(wanted);
        BulkConfirmation confirmation = scheduleConfirmations.schedule(wanted, accountingDate, command);
        OwnCompanies.ofEverybody(() -> confirmInvoices.begin(confirmation, today()));
        ObjectNode json = Json.object()
                .put("confirmation", confirmation.id().toString())
                .put("invoices", confirmation.invoices());
        return new Reply(202, json, Map.of("location", "/confirmations/" + confirmation.id()));
    }

    private static ScheduleConfirmations.Wanted wanted(Body body) {
        ScheduleConfirmations.Wanted wanted = new ScheduleConfirmations.Wanted(
                new Invoice.Id(body.id("invoice")),
                body.optional("version", name -> (long) body.number(name, 0, Integer.MAX_VALUE))
                        .orElse(null));
        body.end();
        return wanted;
    }

    private static void requireDifferent(List<ScheduleConfirmations.Wanted> wanted) {
        Set<Invoice.Id> seen = new HashSet<>();
        for (int index = 0; index < wanted.size(); index++) {
            if (!seen.add(wanted.get(index).invoice())) {
                throw new Refused(
                        RefusalCode.DUPLICATE_LINE, "This invoice is there twice.", "/invoices/" + index + "/invoice");
            }
        }
    }

    private Reply show(Request request) {
        BulkConfirmation.Id id = id(request);
        String after =
                request.query("cursor").map(ConfirmInvoicesFunction::after).orElse(null);
        BulkConfirmation confirmation = BulkConfirmationItem.find(office, id)
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "There is no confirmation " + id + "."));
        BulkConfirmationItem.Entries page = BulkConfirmationItem.page(office, id, after, MOST_SHOWN);
        ObjectNode json = Json.object().put("confirmation", id.toString()).put("invoices", confirmation.invoices());
        json.set("entries", Json.array(own(id, page.entries()), ConfirmInvoicesFunction::entry));
        return Reply.ok(
                page.next() == null ? json : json.put("next", page.next().substring("ENTRY#".length())));
    }

    /** What is confirmed later is confirmed by a schedule, which has no caller: so it is asked here whose it is. */
    private void requireOwn(List<ScheduleConfirmations.Wanted> wanted) {
        if (!OwnCompanies.limited()) {
            return;
        }
        Set<Invoice.Id> own = visible(
                wanted.stream().map(ScheduleConfirmations.Wanted::invoice).toList());
        for (int index = 0; index < wanted.size(); index++) {
            Invoice.Id invoice = wanted.get(index).invoice();
            if (!own.contains(invoice)) {
                throw new Refused(
                        RefusalCode.NOT_FOUND,
                        "There is no invoice " + invoice + ".",
                        "/invoices/" + index + "/invoice");
            }
        }
    }

    private Set<Invoice.Id> visible(List<Invoice.Id> invoices) {
        return InvoiceItem.findAll(office, invoices).stream().map(Invoice::id).collect(Collectors.toSet());
    }

    /** Of a confirmation with invoices of several companies each caller sees his; of one without any of his, nothing. */
    private List<BulkConfirmation.Entry> own(BulkConfirmation.Id id, List<BulkConfirmation.Entry> entries) {
        if (!OwnCompanies.limited()) {
            return entries;
        }
        Set<Invoice.Id> own =
                visible(entries.stream().map(BulkConfirmation.Entry::invoice).toList());
        if (own.isEmpty()) {
            throw new Refused(RefusalCode.NOT_FOUND, "There is no confirmation " + id + ".");
        }
        return entries.stream().filter(entry -> own.contains(entry.invoice())).toList();
    }

    private static BulkConfirmation.Id id(Request request) {
        try {
            return new BulkConfirmation.Id(UUID.fromString(request.pathId("confirmation")));
        } catch (IllegalArgumentException malformed) {
            throw new Refused(RefusalCode.NOT_FOUND, "There is no such confirmation.");
        }
    }

    private static String after(String cursor) {
        if (!CURSOR.matcher(cursor).matches()) {
            throw Request.foreignCursor();
        }
        return "ENTRY#" + cursor;
    }

    private static ObjectNode entry(BulkConfirmation.Entry entry) {
        ObjectNode json = Json.object()
                .put("invoice", entry.invoice().value())
                .put("status", entry.status().code());
        if (entry.failure() != null) {
            json.put("code", entry.failure()).put("cause", entry.cause());
        }
        return json;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

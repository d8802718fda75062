package dev.fattura.inquiry;

import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Refused;
import dev.fattura.runtime.Request;
import dev.fattura.store.Finance;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reconciles one invoice from the control totals that the office sealed to what finance wrote back (domain.md 3.4, 3.10). */
final class ReconcileInvoice {

    /** Lines that one answer compares, give or take a shard: what an HTTP call has the time for. */
    static final long MOST_LINES = 5000;

    /** The stages of which headers say something. */
    private static final Set<Stage> IN_HEADERS = Collections.unmodifiableSet(EnumSet.of(
            Stage.CONTROL_TOTALS,
            Stage.PROPOSAL_LINES,
            Stage.CUSTOMER_INVOICE,
            Stage.CUSTOMER_BALANCE,
            Stage.PROFORMA));

    private final Table office;
    private final Table finance;
    private final long mostLines;

    ReconcileInvoice(Office office, Finance finance) {
        this(office, finance, MOST_LINES);
    }

    ReconcileInvoice(Office office, Finance finance, long mostLines) {
        this.office = office.table();
        this.finance = finance.table();
        this.mostLines = mostLines;
    }

    /**
     * Compares line by line from where an earlier answer ended.
     *
     * @throws Refused if there is no confirmed invoice of that number, or the cursor is none of its
     */
    Reconciliation of(Invoice.Id id, Cursor from) {
        Invoice confirmed = InvoiceItem.find(office, id)
                .filter(invoice -> invoice.controlTotals() != null)
                .orElseThrow(() -> Missing.of("confirmed invoice", id));
        return of(confirmed, from);
    }

    Reconciliation of(Invoice invoice, Cursor from) {
        InvoiceHeaders headers = InvoiceHeaders.read(finance, invoice);
        Tallies tallies = carried(from);
        long until = tallies.get(Stage.LINES, Measure.COUNT) + mostLines;
        Differences differences = new Differences();
        InvoiceWalk walk = new InvoiceWalk(office, finance, headers, tallies, differences);
        int shard = from.part();
        while (shard < invoice.shards() && tallies.get(Stage.LINES, Measure.COUNT) < until) {
            walk.shard(shard++);
        }
        boolean done = shard >= invoice.shards();
        if (done) {
            headers.addTo(tallies, finance);
            SumsCheck.check(tallies, headers.due(), headers.zero()).forEach(differences::add);
        }
        tallies.add(Stage.DIFFERENCES, Measure.COUNT, differences.found());
        Cursor next = done ? null : new Cursor(shard, tallies.text());
        return new Reconciliation(headers, tallies, Stage.WAY, differences.named(), next);
    }

    /** Compares what the headers and the voucher say, and no line. */
    Reconciliation headers(Invoice invoice) {
        InvoiceHeaders headers = InvoiceHeaders.read(finance, invoice);
        Tallies tallies = new Tallies();
        headers.addTo(tallies, finance);
        headers.addLineTotals(tallies);
        Set<Stage> compared = EnumSet.copyOf(IN_HEADERS);
        compared.retainAll(headers.due());
        List<Difference> differences = SumsCheck.sums(tallies, compared, headers.zero());
        tallies.add(Stage.DIFFERENCES, Measure.COUNT, differences.size());
        return new Reconciliation(headers, tallies, IN_HEADERS, differences, null);
    }

    private static Tallies carried(Cursor from) {
        if (from.after() == null) {
            return new Tallies();
        }
        return Tallies.parse(from.after()).orElseThrow(Request::foreignCursor);
    }
}

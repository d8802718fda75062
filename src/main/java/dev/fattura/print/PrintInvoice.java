package dev.fattura.print;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.LineTotals;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.StagedActual;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads an invoice proposal with its lines, page by page, and groups them for print. It writes nothing. */
final class PrintInvoice {

    private static final int PAGE = 100;

    /** So many lines fit in an answer of the HTTP API; a summary sums up any number. */
    static final int MOST_LINES = 5_000;

    private final Table finance;

    PrintInvoice(Table finance) {
        this.finance = finance;
    }

    /** @throws Refused if there is no such proposal, it has no lines yet, or too many to print each */
    PrintedInvoice read(Invoice.Id id, Layout layout) {
        Proposal proposal = ProposalItem.find(finance, id)
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "There is no proposal " + id + "."));
        LineTotals totals = proposal.lineTotals();
        if (totals == null) {
            throw new Refused(RefusalCode.PROPOSAL_NOT_READY, "Proposal " + id + " does not have its lines yet.");
        }
        if (layout == Layout.DETAIL && totals.count() > MOST_LINES) {
            throw new Refused(
                    RefusalCode.PRINT_TOO_LONG,
                    "Invoice " + id + " has " + totals.count() + " lines; at most " + MOST_LINES
                            + " are printed each.");
        }
        GroupingDecider grouping = new GroupingDecider(proposal, layout);
        for (int shard = 0; shard < proposal.shards(); shard++) {
            String after = null;
            do {
                ProposalLineItem.Lines page = ProposalLineItem.page(finance, proposal, shard, after, PAGE);
                add(proposal, page.lines(), grouping);
                after = page.next();
            } while (after != null);
        }
        return grouping.invoice();
    }

    private void add(Proposal proposal, List<ProposalLine> lines, GroupingDecider grouping) {
        List<Actual.Id> actuals = lines.stream().map(ProposalLine::actual).toList();
        Map<Actual.Id, StagedActual> rows = StagedActualItem.findAll(finance, proposal, actuals).stream()
                .collect(Collectors.toMap(StagedActual::actual, Function.identity()));
        for (ProposalLine line : lines) {
            StagedActual row = rows.get(line.actual());
            if (row == null) {
                throw new IllegalStateException("Line " + line.actual() + " has no staging row");
            }
            grouping.add(printed(line, row));
        }
    }

    private static PrintedLine printed(ProposalLine line, StagedActual row) {
        return new PrintedLine(
                row.transactionDate(),
                row.dimensions().line(),
                line.transactionClass(),
                line.billingType(),
                row.dimensions().description(),
                row.dimensions().resource(),
                line.quantity(),
                row.dimensions().unit(),
                row.price(),
                line.amount(),
                line.salesTax());
    }
}

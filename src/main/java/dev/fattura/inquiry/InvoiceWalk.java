package dev.fattura.inquiry;

import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.TransactionType;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the billed sales of an invoice, shard by shard and page by page, with what there is of each at every later stage. */
final class InvoiceWalk {

    private final Table office;
    private final Table finance;
    private final InvoiceHeaders headers;
    private final Tallies tallies;
    private final Differences differences;
    private final DualAmount zero;

    /**
     * @param tallies to which it adds
     * @param differences to which it adds
     */
    InvoiceWalk(Table office, Table finance, InvoiceHeaders headers, Tallies tallies, Differences differences) {
        this.office = office;
        this.finance = finance;
        this.headers = headers;
        this.tallies = tallies;
        this.differences = differences;
        this.zero = headers.zero();
    }

    void shard(int shard) {
        String after = null;
        do {
            BilledPages.Page page = BilledPages.read(office, headers.invoice(), shard, after);
            tallies.add(Stage.LINES, Measure.COUNT, page.lines());
            List<Actual> billed = page.of(TransactionType.BILLED_SALES);
            unbilledSales(page.of(TransactionType.UNBILLED_SALES), billed);
            FactsBehind facts = FactsBehind.of(office, finance, headers, billed);
            billed.forEach(actual -> compare(actual, facts));
            after = page.next();
        } while (after != null);
        new StrayFacts(office, finance, headers, tallies, differences).shard(shard);
    }

    private void unbilledSales(List<Actual> written, List<Actual> billed) {
        Set<Actual.Id> own = new HashSet<>();
        written.forEach(actual -> own.add(actual.id()));
        List<Actual.Id> before = written.stream()
                .flatMap(actual -> actual.reverses().stream())
                .filter(id -> !own.contains(id))
                .toList();
        UnbilledSalesCheck.check(written, ActualItem.findAll(office, before), billed, tallies)
                .forEach(differences::add);
    }

    private void compare(Actual actual, FactsBehind facts) {
        tallies.count(Stage.BILLED_SALES);
        tallies.add(Stage.BILLED_SALES, Measure.AMOUNT, actual.amount());
        tallies.add(Stage.BILLED_SALES, Measure.CHARGED, Likeness.charged(actual));
        StagedActual row = facts.rows().get(actual.id());
        missing(Stage.STAGED_ROWS, row, DifferenceCode.STAGED_ROW_MISSING, actual, "have no staged row");
        if (row != null) {
            Likeness.ofRow(actual, row).ifPresent(cause -> add(DifferenceCode.STAGED_ROW_UNLIKE, actual, cause));
        }
        ProposalLine line = facts.lines().get(actual.id());
        missing(Stage.PROPOSAL_LINES, line, DifferenceCode.PROPOSAL_LINE_MISSING, actual, "have no proposal line");
        if (line != null) {
            Likeness.ofLine(actual, line).ifPresent(cause -> add(DifferenceCode.PROPOSAL_LINE_UNLIKE, actual, cause));
        }
        Posting posting = facts.postings().get(actual.id());
        missing(Stage.POSTINGS, posting, DifferenceCode.POSTING_MISSING, actual, "are not posted");
        AccountingDetail detail = facts.details().get(actual.id());
        missing(
                Stage.ACCOUNTING_DETAILS,
                detail,
                DifferenceCode.ACCOUNTING_DETAIL_MISSING,
                actual,
                "have no accounting detail");
        if (posting != null && headers.due().contains(Stage.POSTINGS)) {
            posted(actual, line, posting, facts.accruals());
        }
        if (detail != null) {
            writtenBack(actual, posting, detail);
        }
    }

    private void posted(Actual actual, @Nullable ProposalLine line, Posting posting, Map<Actual.Id, Posting> accruals) {
        DualAmount earned = DualAmount.earned(posting.entries(), zero);
        Likeness.ofPosting(actual, line, posting, earned.amount())
                .ifPresent(cause -> add(DifferenceCode.POSTING_UNLIKE, actual, cause));
        Posting accrual = actual.unbilledSales().map(accruals::get).orElse(null);
        DualAmount accrued = accrual == null ? zero : DualAmount.accrued(accrual.entries(), zero);
        DualAmount reversed = DualAmount.accrued(posting.entries(), zero).negated();
        tallies.add(Stage.ACCRUED, accrued);
        tallies.add(Stage.REVERSED, reversed);
        if (!accrued.equals(reversed)) {
            add(
                    DifferenceCode.ACCRUAL_NOT_REVERSED,
                    actual,
                    accrued + " was accrued for its unbilled sales, and the invoice reverses " + reversed + ".");
        }
    }

    private void writtenBack(Actual actual, @Nullable Posting posting, AccountingDetail detail) {
        tallies.count(Stage.ACCOUNTING_DETAILS);
        tallies.add(Stage.ACCOUNTING_DETAILS, Measure.SALES_TAX, detail.salesTax());
        tallies.add(Stage.ACCOUNTING_DETAILS, Measure.ACCOUNTING_AMOUNT, detail.accountingAmount());
        if (posting != null) {
            Likeness.ofDetail(posting, detail)
                    .ifPresent(cause -> add(DifferenceCode.ACCOUNTING_DETAIL_UNLIKE, actual, cause));
        }
    }

    private void missing(Stage stage, @Nullable Object fact, DifferenceCode code, Actual actual, String what) {
        if (fact == null && headers.due().contains(stage)) {
            add(code, actual, "Billed sales over " + actual.amount() + " " + what + ".");
        }
    }

    private void add(DifferenceCode code, Actual actual, String cause) {
        differences.add(code, actual.id(), cause);
    }
}

package dev.fattura.inquiry;

import dev.fattura.inquiry.ContractAccrual.Sum;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.StagedActual;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a posted invoice reversed of accrued revenue, each line held against what was accrued for it. */
final class InvoiceReversals {

    private static final int PAGE = 100;

    private final Table finance;

    InvoiceReversals(Table finance) {
        this.finance = finance;
    }

    void add(AccruedRevenue found, Proposal posted) {
        for (int shard = 0; shard < posted.shards(); shard++) {
            String after = null;
            do {
                PostingItem.Postings page = PostingItem.page(finance, posted, shard, after, PAGE);
                addPage(found, posted, page.postings());
                after = page.next();
            } while (after != null);
        }
    }

    private void addPage(AccruedRevenue found, Proposal posted, List<Posting> postings) {
        List<StagedActual> rows = StagedActualItem.findAll(
                finance, posted, postings.stream().map(Posting::actual).toList());
        Map<Actual.Id, StagedActual> byActual = FactsBehind.byId(rows, StagedActual::actual);
        List<Actual.Id> unbilled = rows.stream()
                .map(StagedActual::unbilledSales)
                .filter(Objects::nonNull)
                .toList();
        Map<Actual.Id, Posting> accruals = FactsBehind.byId(PostingItem.findAll(finance, unbilled), Posting::actual);
        Map<Actual.Id, JournalLine> lines =
                FactsBehind.byId(JournalLineItem.findAll(finance, unbilled), JournalLine::actual);
        for (Posting posting : postings) {
            StagedActual row = byActual.get(posting.actual());
            Actual.Id behind = row == null ? null : row.unbilledSales();
            DualAmount zero = found.zero(posted.currency());
            DualAmount reversed = DualAmount.accrued(posting.entries(), zero).negated();
            found.add(posted.contract(), Sum.REVERSED, reversed);
            if (behind == null) {
                continue;
            }
            Posting accrual = accruals.get(behind);
            DualAmount accrued = accrual == null ? zero : DualAmount.accrued(accrual.entries(), zero);
            if (isOutside(found, lines.get(behind))) {
                found.add(posted.contract(), Sum.ACCRUED_OUTSIDE, accrued);
            }
            if (!accrued.equals(reversed)) {
                found.add(new AccrualImbalance(
                        posted.contract(),
                        posted.id(),
                        behind,
                        accrual == null ? null : accrual.voucher(),
                        accrued,
                        posting.actual(),
                        posting.voucher(),
                        reversed));
            }
        }
    }

    private static boolean isOutside(AccruedRevenue found, @Nullable JournalLine accrual) {
        return accrual != null && !found.period().has(accrual.accountingDate());
    }
}

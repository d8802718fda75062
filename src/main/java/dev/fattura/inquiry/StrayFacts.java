package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Money;
import dev.fattura.store.ActualItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sums up what finance has of an invoice, from its own tables, and finds what is of no billed sales of the invoice. */
final class StrayFacts {

    private static final int PAGE = 100;

    private final Table office;
    private final Table finance;
    private final InvoiceHeaders headers;
    private final Tallies tallies;
    private final Differences differences;

    StrayFacts(Table office, Table finance, InvoiceHeaders headers, Tallies tallies, Differences differences) {
        this.office = office;
        this.finance = finance;
        this.headers = headers;
        this.tallies = tallies;
        this.differences = differences;
    }

    void shard(int shard) {
        rows(shard);
        if (headers.proposal() != null) {
            lines(headers.proposal(), shard);
            postings(headers.proposal(), shard);
        }
    }

    private void rows(int shard) {
        String after = null;
        do {
            StagedActualItem.Rows page =
                    StagedActualItem.page(finance, headers.invoice().id(), shard, after, PAGE);
            for (StagedActual row : page.rows()) {
                measure(Stage.STAGED_ROWS, row.amount(), Likeness.charged(row.billingType(), row.amount()));
            }
            strays(
                    DifferenceCode.STAGED_ROW_EXTRA,
                    "A staged row",
                    page.rows().stream().map(StagedActual::actual).toList());
            after = page.next();
        } while (after != null);
    }

    private void lines(Proposal of, int shard) {
        String after = null;
        do {
            ProposalLineItem.Lines page = ProposalLineItem.page(finance, of, shard, after, PAGE);
            for (ProposalLine line : page.lines()) {
                measure(Stage.PROPOSAL_LINES, line.amount(), Likeness.charged(line.billingType(), line.amount()));
                tallies.add(Stage.PROPOSAL_LINES, Measure.SALES_TAX, line.salesTax());
            }
            strays(
                    DifferenceCode.PROPOSAL_LINE_EXTRA,
                    "A proposal line",
                    page.lines().stream().map(ProposalLine::actual).toList());
            after = page.next();
        } while (after != null);
    }

    private void postings(Proposal of, int shard) {
        String after = null;
        do {
            PostingItem.Postings page = PostingItem.page(finance, of, shard, after, PAGE);
            page.postings().forEach(this::posted);
            strays(
                    DifferenceCode.POSTING_EXTRA,
                    "A posting",
                    page.postings().stream().map(Posting::actual).toList());
            after = page.next();
        } while (after != null);
    }

    private void posted(Posting posting) {
        DualAmount earned = DualAmount.earned(posting.entries(), headers.zero());
        tallies.count(Stage.POSTINGS);
        tallies.add(Stage.POSTINGS, Measure.CHARGED, earned.amount());
        tallies.add(Stage.POSTINGS, Measure.ACCOUNTING_CHARGED, earned.accountingAmount());
        tallies.add(Stage.POSTINGS, Measure.SALES_TAX, posting.salesTax());
        tallies.add(Stage.POSTINGS, Measure.ACCOUNTING_AMOUNT, posting.accountingAmount());
        VoucherSums.add(tallies, posting.entries());
    }

    private void measure(Stage stage, Money amount, Money charged) {
        tallies.count(stage);
        tallies.add(stage, Measure.AMOUNT, amount);
        tallies.add(stage, Measure.CHARGED, charged);
    }

    private void strays(DifferenceCode code, String what, List<Actual.Id> ids) {
        Set<Actual.Id> known = ActualItem.findAll(office, ids).stream()
                .filter(actual -> actual.type() == TransactionType.BILLED_SALES)
                .filter(actual -> headers.invoice().id().equals(actual.invoice()))
                .map(Actual::id)
                .collect(Collectors.toSet());
        ids.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> differences.add(code, id, what + " is of no billed sales of the invoice."));
    }
}

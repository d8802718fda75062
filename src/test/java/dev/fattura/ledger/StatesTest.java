package dev.fattura.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.support.Examples;
import dev.fattura.support.FinanceExamples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Headers walk their states forward only: every transition that is not one of these throws. */
class StatesTest {

    private static final Map<String, UnaryOperator<Invoice>> INVOICE = Map.of(
            "drafted", invoice -> invoice.drafted(1, Examples.gbp("1000.00")),
            "edited", invoice -> invoice.edited(Examples.WORKED, null, null, InvoiceStatus.IN_REVIEW),
            "added", invoice -> invoice.added(1, Examples.gbp("1.00")),
            "deleted", Invoice::deleted,
            "confirming", invoice -> invoice.confirming(new Invoice.Confirmation("c", Examples.MONTH_END)),
            "confirmed", invoice -> invoice.confirmed(Examples.controlTotals()),
            "posted", invoice -> invoice.posted(Examples.customerInvoice()));

    private static final Map<InvoiceStatus, Set<String>> INVOICE_GRAPH = Map.of(
            InvoiceStatus.DRAFTING, Set.of("drafted", "deleted"),
            InvoiceStatus.DRAFT, Set.of("edited", "added", "deleted", "confirming"),
            InvoiceStatus.IN_REVIEW, Set.of("edited", "added", "deleted", "confirming"),
            InvoiceStatus.DELETED, Set.of(),
            InvoiceStatus.CONFIRMING, Set.of("confirmed"),
            InvoiceStatus.CONFIRMED, Set.of("posted"),
            InvoiceStatus.POSTED, Set.of());

    private static final Map<String, UnaryOperator<Proposal>> PROPOSAL = Map.of(
            "importing", proposal -> proposal.importing(FinanceExamples.terms()),
            "open", proposal -> proposal.open(FinanceExamples.lineTotals(1, "1000.00", "200.00")),
            "edited", proposal -> proposal.edited(Proposal.Heading.NONE),
            "retotalled", proposal -> proposal.retotalled(FinanceExamples.lineTotals(1, "1000.00", "50.00")),
            "recalculating", proposal -> proposal.recalculating(FinanceExamples.terms()),
            "withoutLines", Proposal::withoutLines,
            "posting", proposal -> proposal.posting(Examples.customerInvoice(), 1),
            "posted", Proposal::posted);

    private static final Map<ProposalStatus, Set<String>> PROPOSAL_GRAPH = Map.of(
            ProposalStatus.AWAITING_LINES, Set.of("importing"),
            ProposalStatus.IMPORTING, Set.of("open"),
            ProposalStatus.OPEN, Set.of("edited", "retotalled", "recalculating", "withoutLines", "posting"),
            ProposalStatus.RECALCULATING, Set.of("open"),
            ProposalStatus.POSTING, Set.of("posted"),
            ProposalStatus.POSTED, Set.of());

    private static final Map<String, UnaryOperator<Journal>> JOURNAL = Map.of(
            "imported",
            Journal::imported,
            "posting",
            journal -> journal.posting(new NumberRange("USMF-PV-", 1, 2), 1),
            "posted",
            Journal::posted,
            "failed",
            journal -> journal.failed(journal.plan()),
            "reset",
            Journal::reset,
            "without",
            journal -> journal.without(Examples.cost().id()));

    private static final Map<JournalStatus, Set<String>> JOURNAL_GRAPH = Map.of(
            JournalStatus.IMPORTING, Set.of("imported"),
            JournalStatus.DRAFT, Set.of("posting", "failed", "without"),
            JournalStatus.POSTING, Set.of("posted"),
            JournalStatus.POSTED, Set.of(),
            JournalStatus.ERROR, Set.of("reset", "without"),
            JournalStatus.CANCELED, Set.of());

    @TestFactory
    List<DynamicTest> invoice() {
        return graph(INVOICE, INVOICE_GRAPH, InvoiceStatus.values(), StatesTest::invoice, Invoice::version);
    }

    @TestFactory
    List<DynamicTest> proposal() {
        return graph(PROPOSAL, PROPOSAL_GRAPH, ProposalStatus.values(), StatesTest::proposal, Proposal::version);
    }

    @TestFactory
    List<DynamicTest> journal() {
        return graph(JOURNAL, JOURNAL_GRAPH, JournalStatus.values(), StatesTest::journal, Journal::version);
    }

    private static <S, H> List<DynamicTest> graph(
            Map<String, UnaryOperator<H>> transitions,
            Map<S, Set<String>> legal,
            S[] states,
            Function<S, H> in,
            ToLongFunction<H> version) {
        return Arrays.stream(states)
                .flatMap(state -> transitions.keySet().stream().map(transition -> {
                    boolean allowed = legal.get(state).contains(transition);
                    return DynamicTest.dynamicTest(state + " " + transition + (allowed ? "" : " throws"), () -> {
                        H header = in.apply(state);
                        UnaryOperator<H> step = transitions.get(transition);
                        if (allowed) {
                            assertThat(version.applyAsLong(step.apply(header)))
                                    .isEqualTo(version.applyAsLong(header) + 1);
                        } else {
                            assertThatThrownBy(() -> step.apply(header)).isInstanceOf(IllegalStateException.class);
                        }
                    });
                }))
                .toList();
    }

    @Test
    void invoice_keepsWhatItHas_whileItWalks() {
        Invoice posted = Examples.draft()
                .confirming(new Invoice.Confirmation("c", Examples.MONTH_END))
                .confirmed(Examples.controlTotals())
                .posted(Examples.customerInvoice());
        assertThat(posted.status()).isEqualTo(InvoiceStatus.POSTED);
        assertThat(posted.confirmation()).isEqualTo(new Invoice.Confirmation("c", Examples.MONTH_END));
        assertThat(posted.controlTotals()).isEqualTo(Examples.controlTotals());
        assertThat(posted.customerInvoice()).isEqualTo(Examples.customerInvoice());
        assertThat(posted.lines()).isEqualTo(1);
        assertThat(posted.total()).isEqualTo(Examples.gbp("1000.00"));
        assertThat(posted.description()).isEqualTo("January");
    }

    @Test
    void proposal_keepsWhatItHas_whileItWalks() {
        Proposal posted = FinanceExamples.postedProposal();
        assertThat(posted.status()).isEqualTo(ProposalStatus.POSTED);
        assertThat(posted.terms()).isEqualTo(FinanceExamples.terms());
        assertThat(posted.lineTotals()).isEqualTo(FinanceExamples.openProposal().lineTotals());
        assertThat(posted.customerInvoice()).isEqualTo(Examples.customerInvoice());
        assertThat(posted.controlTotals()).isEqualTo(Examples.controlTotals());
    }

    @Test
    void deletedInvoice_isEmpty_andKeepsItsNumber() {
        Invoice deleted = Examples.draft().deleted();
        assertThat(deleted.lines()).isZero();
        assertThat(deleted.total().isZero()).isTrue();
        assertThat(deleted.id()).isEqualTo(Examples.INVOICE);
    }

    private static Invoice invoice(InvoiceStatus status) {
        Invoice draft = Examples.draft();
        return new Invoice(
                draft.id(),
                draft.contract(),
                draft.company(),
                draft.customer(),
                draft.currency(),
                status,
                7,
                draft.invoiceDate(),
                null,
                1,
                1,
                draft.total(),
                "draft-1",
                null,
                null,
                null);
    }

    private static Proposal proposal(ProposalStatus status) {
        Proposal awaiting = FinanceExamples.awaitingProposal();
        return new Proposal(
                awaiting.id(),
                awaiting.contract(),
                awaiting.company(),
                awaiting.customer(),
                awaiting.currency(),
                status,
                7,
                awaiting.invoiceDate(),
                awaiting.accountingDate(),
                1,
                awaiting.controlTotals(),
                null,
                null,
                null,
                0,
                Proposal.Heading.NONE);
    }

    private static Journal journal(JournalStatus status) {
        Journal draft = FinanceExamples.draftJournal();
        return new Journal(
                draft.number(), draft.company(), 1, status, 7, draft.period(), draft.plan(), 1, null, null, null);
    }
}

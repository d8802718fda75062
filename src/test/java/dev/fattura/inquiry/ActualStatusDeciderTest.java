package dev.fattura.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.support.Examples;
import dev.fattura.support.Ids;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns "billing status" and "adj." of the row tables in domain.md 2.2 to 2.15, and what lies between the rows. */
class ActualStatusDeciderTest {

    private static final Invoice.Id LATER = new Invoice.Id("INV-1002");

    /** What a row is, as far as its statuses depend on it. */
    private enum Kind {
        COST(TransactionType.COST, TransactionClass.TIME, null),
        APPROVED(TransactionType.UNBILLED_SALES, TransactionClass.TIME, null),
        /** Written and billed by one confirmation. */
        REPLACEMENT(TransactionType.UNBILLED_SALES, TransactionClass.TIME, ActualPart.REPLACEMENT),
        REMAINDER(TransactionType.UNBILLED_SALES, TransactionClass.TIME, ActualPart.REMAINDER),
        ENTERED(TransactionType.UNBILLED_SALES, TransactionClass.FEE, ActualPart.ENTERED),
        /** Given back by a correction. */
        RETURNED(TransactionType.UNBILLED_SALES, TransactionClass.TIME, ActualPart.RETURNED),
        BALANCE(TransactionType.UNBILLED_SALES, TransactionClass.RETAINER, ActualPart.OPEN_BALANCE),
        BILLED(TransactionType.BILLED_SALES, TransactionClass.TIME, ActualPart.BILLED_SALES),
        MILESTONE(TransactionType.BILLED_SALES, TransactionClass.MILESTONE, ActualPart.BILLED_SALES),
        COST_BACK(TransactionType.COST, TransactionClass.TIME, null),
        CANCELLED_BACK(TransactionType.UNBILLED_SALES, TransactionClass.TIME, null),
        UNBILLED_BACK(TransactionType.UNBILLED_SALES, TransactionClass.TIME, ActualPart.REVERSAL),
        BILLED_BACK(TransactionType.BILLED_SALES, TransactionClass.TIME, ActualPart.BILLED_SALES_REVERSAL);

        private final TransactionType type;
        private final TransactionClass transactionClass;
        private final ActualPart part;

        Kind(TransactionType type, TransactionClass transactionClass, ActualPart part) {
            this.type = type;
            this.transactionClass = transactionClass;
            this.part = part;
        }

        boolean takesBack() {
            return name().endsWith("_BACK");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            # row                                   | what           | backlog | its invoice | written by | cancelled | replaced | billing                | adjustment
            # 1.13, 2.14: before invoicing
            approved, not ready                     | APPROVED       | NOT_READY | -         | -          | false | false | unbilledSalesCreated   | -
            approved, ready                         | APPROVED       | READY_TO_INVOICE | -  | -          | false | false | readyToInvoice         | -
            its cost                                | COST           | -       | -           | -          | false | false | -                      | -
            on its way into the backlog             | APPROVED       | -       | -           | -          | false | false | unbilledSalesCreated   | -
            cancelled                               | APPROVED       | -       | -           | -          | true  | false | -                      | adjusted
            its cost, cancelled                     | COST           | -       | -           | -          | true  | false | -                      | adjusted
            -8 of the cancellation                  | CANCELLED_BACK | -       | -           | -          | false | false | -                      | unadjustable
            its cost back                           | COST_BACK      | -       | -           | -          | false | false | -                      | unadjustable
            # 2.2: unedited
            US#1 while it is drafted                | APPROVED       | -       | DRAFTING    | -          | false | false | customerInvoiceCreated | -
            US#1 on the draft                       | APPROVED       | -       | DRAFT       | -          | false | false | customerInvoiceCreated | -
            US#1 in review                          | APPROVED       | -       | IN_REVIEW   | -          | false | false | customerInvoiceCreated | -
            US#1 of a deleted draft                 | APPROVED       | -       | DELETED     | -          | false | false | readyToInvoice         | -
            US#1 while it is confirmed              | APPROVED       | -       | CONFIRMING  | -          | false | false | customerInvoiceCreated | -
            US#1                                    | APPROVED       | -       | CONFIRMED   | -          | false | false | customerInvoicePosted  | -
            US#1 posted                             | APPROVED       | -       | POSTED      | -          | false | false | customerInvoicePosted  | -
            US#2                                    | UNBILLED_BACK  | -       | -           | CONFIRMED  | false | false | customerInvoicePosted  | unadjustable
            BS#1                                    | BILLED         | -       | -           | CONFIRMED  | false | false | customerInvoicePosted  | -
            BS#1 while it is confirmed              | BILLED         | -       | -           | CONFIRMING | false | false | customerInvoiceCreated | -
            # 2.3, 2.4, 2.12: edited on the draft
            US#1 edited                             | APPROVED       | -       | CONFIRMED   | -          | false | true  | -                      | adjusted
            US#1 edited, while it is confirmed      | APPROVED       | -       | CONFIRMING  | -          | false | true  | customerInvoiceCreated | -
            US#2 of the adjusted                    | UNBILLED_BACK  | -       | -           | CONFIRMED  | false | true  | -                      | unadjustable
            US#3                                    | REPLACEMENT    | -       | -           | CONFIRMED  | false | false | customerInvoicePosted  | -
            US#3 while it is confirmed              | REPLACEMENT    | -       | -           | CONFIRMING | false | false | customerInvoiceCreated | -
            US#4                                    | UNBILLED_BACK  | -       | -           | CONFIRMED  | false | false | customerInvoicePosted  | unadjustable
            US#5, not charged                       | REMAINDER      | -       | -           | POSTED     | false | false | customerInvoicePosted  | -
            # 2.6: milestone; 2.13: entered by hand
            milestone                               | MILESTONE      | -       | -           | CONFIRMED  | false | false | customerInvoicePosted  | -
            entered                                 | ENTERED        | -       | -           | CONFIRMED  | false | false | customerInvoicePosted  | -
            # 2.8 to 2.10: retainers
            open balance                            | BALANCE        | READY_TO_INVOICE | -  | CONFIRMED  | false | false | unbilledSalesCreated   | -
            open balance on a draft                 | BALANCE        | -       | DRAFT       | CONFIRMED  | false | false | customerInvoiceCreated | -
            open balance of a deleted draft         | BALANCE        | -       | DELETED     | CONFIRMED  | false | false | unbilledSalesCreated   | -
            applied                                 | BALANCE        | -       | POSTED      | CONFIRMED  | false | false | customerInvoicePosted  | -
            # 2.15: corrections
            BS#1 on a corrective draft              | BILLED         | -       | DRAFT       | POSTED     | false | false | customerInvoicePosted  | -
            BS#1 of a deleted corrective draft      | BILLED         | -       | DELETED     | POSTED     | false | false | customerInvoicePosted  | -
            BS#1 while it is corrected              | BILLED         | -       | CONFIRMING  | POSTED     | false | false | customerInvoicePosted  | -
            BS#1 corrected                          | BILLED         | -       | CONFIRMED   | POSTED     | false | false | customerInvoicePosted  | adjusted
            milestone credited                      | MILESTONE      | -       | POSTED      | POSTED     | false | false | customerInvoicePosted  | adjusted
            BS#2                                    | BILLED_BACK    | -       | -           | CONFIRMED  | false | false | customerInvoicePosted  | unadjustable
            US#3 back in the backlog                | RETURNED       | NOT_READY | -         | CONFIRMED  | false | false | unbilledSalesCreated   | -
            US#3 ready again                        | RETURNED       | READY_TO_INVOICE | -  | CONFIRMED  | false | false | readyToInvoice         | -
            US#3 on its way into the backlog        | RETURNED       | -       | -           | CONFIRMING | false | false | unbilledSalesCreated   | -
            US#3 billed again                       | RETURNED       | -       | CONFIRMED   | CONFIRMED  | false | false | customerInvoicePosted  | -
            US#3 edited then                        | RETURNED       | -       | CONFIRMED   | CONFIRMED  | false | true  | -                      | adjusted
            """)
    void statuses_areThoseOfTheRow(
            String row,
            Kind kind,
            BacklogStatus backlog,
            InvoiceStatus holder,
            InvoiceStatus writer,
            boolean cancelled,
            boolean replaced,
            String billing,
            String adjustment) {
        Actual actual = actual(kind);
        BacklogEntry waiting = backlog == null
                ? null
                : new BacklogEntry(
                                Examples.CONTRACT,
                                "US-027",
                                Examples.WORKED,
                                Billable.unbilledSales(actual.id(), Examples.CONSULTING))
                        .marked(backlog);

        ActualStatus status =
                ActualStatusDecider.status(actual, new StatusFacts(waiting, holder, writer, cancelled, replaced));

        assertThat(status.billing() == null ? null : status.billing().code()).isEqualTo(billing);
        assertThat(status.adjustment().code()).isEqualTo(adjustment == null ? "normal" : adjustment);
    }

    @Test
    void asked_isOnlyForWhatCanBeThere() {
        assertThat(Stream.of(Kind.values()).filter(kind -> ActualStatusDecider.billable(actual(kind))
                        .isPresent()))
                .containsExactly(Kind.APPROVED, Kind.RETURNED, Kind.BALANCE, Kind.BILLED, Kind.MILESTONE);
        assertThat(Stream.of(Kind.values()).filter(kind -> ActualStatusDecider.cancellation(actual(kind))
                        .isPresent()))
                .containsExactly(Kind.COST, Kind.APPROVED);
        assertThat(Stream.of(Kind.values()).filter(kind -> ActualStatusDecider.replacement(actual(kind), LATER)
                        .isPresent()))
                .containsExactly(
                        Kind.APPROVED,
                        Kind.REPLACEMENT,
                        Kind.REMAINDER,
                        Kind.ENTERED,
                        Kind.RETURNED,
                        Kind.UNBILLED_BACK);
    }

    /** Of the original by the invoice that has it, of its reversal by the one that wrote it: the same actual. */
    @Test
    void replacement_isTheOneOfTheLineThatWasEdited() {
        Actual.Id replacement = Actual.Id.of(
                ActualPart.REPLACEMENT,
                InvoiceLineDetail.Id.of(
                        Examples.INVOICE, Billable.unbilledSales(Ids.unbilledSalesOf("TE-1"), Examples.CONSULTING)));

        assertThat(ActualStatusDecider.replacement(actual(Kind.APPROVED), Examples.INVOICE))
                .contains(replacement);
        assertThat(ActualStatusDecider.replacement(actual(Kind.APPROVED), null)).isEmpty();
        assertThat(ActualStatusDecider.replacement(actual(Kind.UNBILLED_BACK), null))
                .contains(replacement);
    }

    private static Actual actual(Kind kind) {
        InvoiceLineDetail detail = Examples.detail();
        boolean written = kind.part != null;
        return new Actual(
                written ? Actual.Id.of(kind.part, detail.id()) : Ids.unbilledSalesOf("TE-1"),
                kind.type,
                kind.transactionClass,
                BillingType.CHARGEABLE,
                kind.takesBack() ? AdjustmentStatus.UNADJUSTABLE : AdjustmentStatus.NORMAL,
                Quantity.of("4"),
                Price.of("250", Examples.GBP),
                Examples.gbp("1000.00"),
                Examples.WORKED,
                Examples.MONTH_END,
                Examples.dimensions(),
                written ? Examples.INVOICE : null,
                1,
                false,
                kind.takesBack()
                        ? List.of(new Connection(
                                ConnectionRole.REVERSING,
                                Ids.unbilledSalesOf("TE-1").value(),
                                ConnectionRole.ORIGINAL))
                        : List.of(),
                origins(written, detail));
    }

    private static List<Origin> origins(boolean written, InvoiceLineDetail detail) {
        Origin approved = new Origin(OriginType.APPROVED_TRANSACTION, "TE-1");
        return written
                ? List.of(
                        new Origin(OriginType.INVOICE, "INV-1001"),
                        new Origin(OriginType.INVOICE_LINE_DETAIL, detail.id().toString()),
                        new Origin(
                                OriginType.INVOICE_LINE_DETAIL,
                                Ids.costOf("TE-0").toString()),
                        approved)
                : List.of(approved);
    }
}

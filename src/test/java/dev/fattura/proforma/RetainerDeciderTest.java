package dev.fattura.proforma;

import static dev.fattura.support.OfficeExamples.CONSULTING;
import static dev.fattura.support.OfficeExamples.FEBRUARY_2;
import static dev.fattura.support.OfficeExamples.GBP;
import static dev.fattura.support.OfficeExamples.INVOICE;
import static dev.fattura.support.OfficeExamples.JANUARY_5;
import static dev.fattura.support.OfficeExamples.ORDER;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Retainer;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.support.OfficeExamples;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows of domain.md 2.8 to 2.11, with their numbers. */
class RetainerDeciderTest {

    private static final UUID OPEN = UUID.fromString("00000000-0000-0000-0000-0000000000a1");

    @Test
    void retainerInvoiced_isBilled_andOpenAsAWhole() {
        InvoiceLineDetail detail = RetainerLineDecider.ofRetainer(
                INVOICE, OfficeExamples.contract(), OfficeExamples.consulting(), retainer());
        ConfirmDecider.Facts facts = confirm(detail);
        FactTexts texts = new FactTexts().parts(detail);

        assertThat(texts.rows(facts))
                .containsExactly(
                        "billedSales: BS retainer chargeable normal 1 x 10000.00 = 10000.00 GBP crosses",
                        "openBalance: US retainer chargeable normal -1 x 10000.00 = -10000.00 GBP skip");
        assertThat(facts.actuals()).extracting(Actual::connections).containsOnly(List.of());
        assertThat(facts.actuals())
                .extracting(texts::origins)
                .containsExactly(
                        "invoice INV-1001, invoiceLine INV-1001/1, invoiceLineDetail detail, retainer ORD-1001/R1",
                        "retainer ORD-1001/R1");
        assertThat(facts.toBacklog()).containsExactly(openAgain(detail));
        assertThat(facts.released()).isEmpty();
        assertThat(charged(facts)).isEqualTo("10000.00 GBP");
    }

    @Test
    void fullyReconciled_closesTheBalance() {
        InvoiceLineDetail detail = applied(Billable.Kind.DEDUCTION, 1_000_000, 1_000_000);
        ConfirmDecider.Facts facts = confirm(detail);

        assertThat(texts(detail).rows(facts))
                .containsExactly(
                        "billedSales: BS retainer chargeable normal -1 x 10000.00 = -10000.00 GBP crosses",
                        "unbilledSalesReversal: US retainer chargeable unadjustable 1 x 10000.00 = 10000.00 GBP skip");
        assertThat(facts.toBacklog()).isEmpty();
        assertThat(charged(facts)).isEqualTo("-10000.00 GBP");
    }

    @Test
    void partlyReconciled_reversesAllOfTheBalance_andWritesTheRestAnew() {
        InvoiceLineDetail detail = applied(Billable.Kind.DEDUCTION, 1_000_000, 400_000);
        ConfirmDecider.Facts facts = confirm(detail);
        FactTexts texts = texts(detail);

        assertThat(texts.rows(facts))
                .containsExactly(
                        "billedSales: BS retainer chargeable normal -1 x 4000.00 = -4000.00 GBP crosses",
                        "unbilledSalesReversal: US retainer chargeable unadjustable 1 x 10000.00 = 10000.00 GBP skip",
                        "openBalance: US retainer chargeable normal -1 x 6000.00 = -6000.00 GBP skip");
        assertThat(facts.actuals())
                .extracting(texts::connections)
                .containsExactly("", "reversing US#1 original", "replacing US#1 original");
        assertThat(facts.actuals())
                .extracting(texts::origins)
                .containsExactly(
                        "invoice INV-1001, invoiceLine INV-1001/1, invoiceLineDetail detail, retainer ORD-1001/R1",
                        "retainer ORD-1001/R1",
                        "retainer ORD-1001/R1");
        assertThat(facts.toBacklog()).containsExactly(openAgain(detail));
    }

    @Test
    void refund_ofTheRest_paysItBack() {
        InvoiceLineDetail detail = applied(Billable.Kind.REFUND, 600_000, 600_000);

        assertThat(texts(detail).rows(confirm(detail)))
                .containsExactly(
                        "billedSales: BS retainer chargeable normal -1 x 6000.00 = -6000.00 GBP crosses",
                        "unbilledSalesReversal: US retainer chargeable unadjustable 1 x 6000.00 = 6000.00 GBP skip");
    }

    @Test
    void refund_ofAPart_leavesTheRestOpen() {
        InvoiceLineDetail detail = applied(Billable.Kind.REFUND, 600_000, 250_000);

        assertThat(texts(detail).rows(confirm(detail)))
                .containsExactly(
                        "billedSales: BS retainer chargeable normal -1 x 2500.00 = -2500.00 GBP crosses",
                        "unbilledSalesReversal: US retainer chargeable unadjustable 1 x 6000.00 = 6000.00 GBP skip",
                        "openBalance: US retainer chargeable normal -1 x 3500.00 = -3500.00 GBP skip");
    }

    @ParameterizedTest
    @EnumSource(
            value = Billable.Kind.class,
            names = {"DEDUCTION", "REFUND"})
    void lowered_takesLessOff_andNeverMore(Billable.Kind kind) {
        InvoiceLineDetail line = applied(kind, 1_000_000, 400_000);

        InvoiceLineDetail lowered = RetainerLineDecider.lowered(line, new Money(150_000, GBP), "/amount");

        assertThat(lowered.amount()).isEqualTo(new Money(-150_000, GBP));
        assertThat(lowered.price()).isEqualTo(Price.of("1500", GBP));
        assertThat(lowered.quantity()).isEqualTo(Quantity.of("-1"));
        assertThat(lowered.requireBacking().amount()).isEqualTo(new Money(-1_000_000, GBP));
        assertRefused(
                RefusalCode.RETAINER_EXCEEDED,
                "/amount/amount",
                () -> RetainerLineDecider.lowered(line, new Money(400_001, GBP), "/amount"));
        assertRefused(
                RefusalCode.NEGATIVE_VALUE,
                "/amount/amount",
                () -> RetainerLineDecider.lowered(line, new Money(0, GBP), "/amount"));
        assertRefused(
                RefusalCode.WRONG_CURRENCY,
                "/amount/currency",
                () -> RetainerLineDecider.lowered(line, new Money(1, OfficeExamples.USD), "/amount"));
    }

    private static ConfirmDecider.Facts confirm(InvoiceLineDetail detail) {
        ConfirmDecider.Facts facts = ConfirmDecider.facts(detail, FEBRUARY_2, 1);
        assertThat(ActualPart.idsOf(detail))
                .containsAll(facts.actuals().stream().map(Actual::id).toList());
        return facts;
    }

    private static FactTexts texts(InvoiceLineDetail detail) {
        return new FactTexts().parts(detail).name(OPEN, "US#1");
    }

    private static String charged(ConfirmDecider.Facts facts) {
        return facts.addedTo(ControlTotals.none(GBP)).charged().toString();
    }

    private static BacklogEntry openAgain(InvoiceLineDetail detail) {
        return new BacklogEntry(
                ORDER,
                "US-027",
                JANUARY_5,
                Billable.deduction(Actual.Id.of(ActualPart.OPEN_BALANCE, detail.id()), CONSULTING));
    }

    private static Retainer retainer() {
        return new Retainer(
                ORDER,
                new Retainer.Id("R1"),
                CONSULTING,
                "US-027",
                "Retainer 2026",
                new Money(1_000_000, GBP),
                JANUARY_5,
                true,
                1);
    }

    @Test
    void lineOfABalance_isEditedByItsAmountAlone() {
        InvoiceLineDetail line = applied(Billable.Kind.DEDUCTION, 1_000_000, 400_000);
        Money less = new Money(150_000, GBP);

        assertThat(EditLineDecider.edited(line, new LineChange(null, null, null, less, null), "")
                        .amount())
                .isEqualTo(new Money(-150_000, GBP));
        assertThat(EditLineDecider.edited(
                        line, new LineChange(null, null, null, line.amount().negated(), null), ""))
                .isEqualTo(line);
        for (LineChange change : List.of(
                new LineChange(Quantity.of("1"), null, null, null, null),
                new LineChange(null, Price.of("1", GBP), null, less, null),
                new LineChange(null, null, BillingType.COMPLIMENTARY, less, null))) {
            assertRefused(RefusalCode.NOT_EDITABLE, "/0", () -> EditLineDecider.edited(line, change, "/0"));
        }
    }

    private static InvoiceLineDetail applied(Billable.Kind kind, long balance, long amount) {
        Actual open = new Actual(
                new Actual.Id(OPEN),
                TransactionType.UNBILLED_SALES,
                TransactionClass.RETAINER,
                BillingType.CHARGEABLE,
                AdjustmentStatus.NORMAL,
                Quantity.of("-1"),
                Price.of(new Money(balance, GBP)),
                new Money(-balance, GBP),
                JANUARY_5,
                JANUARY_5,
                RetainerLineDecider.ofRetainer(
                                INVOICE, OfficeExamples.contract(), OfficeExamples.consulting(), retainer())
                        .dimensions(),
                null,
                1,
                true,
                List.of(),
                List.of(retainer().origin()));
        Billable billable = new Billable(kind, OPEN, CONSULTING, OPEN.toString());
        return RetainerLineDecider.ofBalance(INVOICE, billable, open, new Money(amount, GBP));
    }
}

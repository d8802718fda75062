package dev.fattura.contract;

import static dev.fattura.support.ContractExamples.SECOND;
import static dev.fattura.support.ContractExamples.WORK;
import static dev.fattura.support.ContractExamples.actuals;
import static dev.fattura.support.ContractExamples.approve;
import static dev.fattura.support.ContractExamples.backlog;
import static dev.fattura.support.ContractExamples.building;
import static dev.fattura.support.ContractExamples.customer;
import static dev.fattura.support.ContractExamples.doneBy;
import static dev.fattura.support.ContractExamples.including;
import static dev.fattura.support.ContractExamples.line;
import static dev.fattura.support.ContractExamples.office;
import static dev.fattura.support.ContractExamples.shared;
import static dev.fattura.support.ContractExamples.sole;
import static dev.fattura.support.ContractExamples.time;
import static dev.fattura.support.ContractExamples.work;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.InvoiceScheduleType;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Percent;
import dev.fattura.money.Quantity;
import dev.fattura.store.ActualItem;
import dev.fattura.support.ContractExamples;
import dev.fattura.support.Ids;
import dev.fattura.support.InMemoryTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of domain.md 2.14, and the chargeability of 1.3: eight hours of Bob's, at 100 and 200 USD. */
class ApprovalDeciderTest {

    private static final ApprovedTransaction.Treatment USUAL = ApprovedTransaction.Treatment.USUAL;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            textBlock =
                    """
            # billable | actuals
            -          | cost US-027 8 800.00 chargeable; unbilledSales US-027 8 1600.00 chargeable
            8          | cost US-027 8 800.00 chargeable; unbilledSales US-027 8 1600.00 chargeable
            6          | cost US-027 8 800.00 chargeable; unbilledSales US-027 2 400.00 nonChargeable; unbilledSales US-027 6 1200.00 chargeable
            0          | cost US-027 8 800.00 chargeable; unbilledSales US-027 8 1600.00 nonChargeable
            10         | cost US-027 8 800.00 chargeable; unbilledSales US-027 10 2000.00 chargeable
            """)
    void time_withAnotherBillableQuantity_becomesTheActualsOfTheReference(String billable, String expected) {
        InMemoryTable office = office(sole(null), line());

        approve(office, billable == null ? time("TE-1", "8") : ContractExamples.billable("TE-1", "8", billable));

        assertThat(actuals(office)).containsExactly(expected.split("; "));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            textBlock =
                    """
            # hours | billable | unbilled sales
            8       | -        | US-027 4.8 960.00 chargeable; US-028 3.2 640.00 chargeable
            8       | 6        | US-027 1.2 240.00 nonChargeable; US-027 3.6 720.00 chargeable; US-028 0.8 160.00 nonChargeable; US-028 2.4 480.00 chargeable
            8       | 10       | US-027 6 1200.00 chargeable; US-028 4 800.00 chargeable
            # 0.03 hours are 6.00; 60 per cent of 0.03 is 0.018, and the hundredth that is left over goes to the first
            0.03    | -        | US-027 0.02 3.60 chargeable; US-028 0.01 2.40 chargeable
            0.01    | -        | US-027 0.01 1.20 chargeable; US-028 0 0.80 chargeable
            """)
    void time_ofTwoCustomers_isSplit60To40_andTheRestGoesToTheRoundingCustomer(
            String hours, String billable, String expected) {
        InMemoryTable office = office(shared(), line());

        approve(office, billable == null ? time("TE-1", hours) : ContractExamples.billable("TE-1", hours, billable));

        assertThat(actuals(office))
                .filteredOn(text -> text.startsWith("unbilledSales"))
                .extracting(text -> text.substring("unbilledSales ".length()))
                .containsExactly(expected.split("; "));
        assertThat(backlog(office)).hasSize(expected.split("; ").length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # hours | unbilled sales of 33.3333, 33.3333 and 33.3334 per cent; the first bears what splitting leaves over
            8       | US-027 2.68 533.34 chargeable; US-028 2.66 533.33 chargeable; US-029 2.66 533.33 chargeable
            1       | US-027 0.34 66.68 chargeable; US-028 0.33 66.66 chargeable; US-029 0.33 66.66 chargeable
            0.01    | US-027 0.01 0.68 chargeable; US-028 0 0.66 chargeable; US-029 0 0.66 chargeable
            """)
    void time_ofThreeCustomers_isSplitInThirds_andSumsToTheWhole(String hours, String expected) {
        Contract thirds = ContractExamples.contract(
                null,
                customer("US-027", "33.3333", true),
                customer(SECOND, "33.3333", false),
                customer("US-029", "33.3334", false));
        InMemoryTable office = office(thirds, line());

        approve(office, time("TE-1", hours));

        assertThat(actuals(office))
                .filteredOn(text -> text.startsWith("unbilledSales"))
                .extracting(text -> text.substring("unbilledSales ".length()))
                .containsExactly(expected.split("; "));
    }

    @Test
    void material_ofTwoCustomers_isSplitLikeTime() {
        InMemoryTable office = office(shared(), line());

        approve(office, work("M-1", TransactionClass.MATERIAL, "5", BillingType.CHARGEABLE, USUAL));

        assertThat(actuals(office))
                .containsExactly(
                        "cost US-027 5 500.00 chargeable",
                        "unbilledSales US-027 3 600.00 chargeable",
                        "unbilledSales US-028 2 400.00 chargeable");
    }

    @Test
    void customersOfTheLine_overrideThoseOfTheContract() {
        ContractLine line = line(new ContractLine.Terms(
                List.of(new ContractLine.LineCustomer(SECOND, Percent.of("100"), true, null)),
                ContractLine.Terms.ALL,
                null,
                InvoiceScheduleType.COMPLETED_MILESTONES,
                null,
                null));
        InMemoryTable office = office(shared(), line);

        approve(office, time("TE-1", "8"));

        assertThat(actuals(office))
                .containsExactly("cost US-027 8 800.00 chargeable", "unbilledSales US-028 8 1600.00 chargeable");
    }

    @Test
    void customerWithoutAPart_isBilledNothing() {
        Contract contract =
                ContractExamples.contract(null, customer("US-027", "100", true), customer(SECOND, "0", false));
        InMemoryTable office = office(contract, line());

        approve(office, time("TE-1", "8"));

        assertThat(actuals(office))
                .containsExactly("cost US-027 8 800.00 chargeable", "unbilledSales US-027 8 1600.00 chargeable");
    }

    @Test
    void idsOfOneCustomer_areThoseOfTheFirstOfSeveral() {
        InMemoryTable alone = office(sole(null), line());
        InMemoryTable shared = office(shared(), line());
        for (InMemoryTable office : List.of(alone, shared)) {
            approve(office, time("TE-1", "8"));
            assertThat(ActualItem.find(office, Ids.unbilledSalesOf("TE-1"))).isPresent();
        }
        assertThat(Ids.unbilledSalesOf("TE-1")).hasToString("1a252c46-a14b-8f68-9207-7f5cc4210000");
        assertThat(ActualItem.find(shared, Ids.placeOf("TE-1").unbilledSales(1, false)))
                .map(Actual::quantity)
                .contains(Quantity.of("3.2"));
    }

    @ParameterizedTest
    @CsvSource({"TIME, notAvailable", "EXPENSE, chargeable", "MATERIAL, notAvailable"})
    void classThatTheLineDoesNotInclude_hasCostThatIsNotAvailable_andNoUnbilledSales(
            TransactionClass transactionClass, String billingType) {
        InMemoryTable office = office(sole(null), line(including(TransactionClass.EXPENSE, TransactionClass.FEE)));

        approve(office, work("T-1", transactionClass, "8", BillingType.CHARGEABLE, USUAL));

        boolean included = billingType.equals("chargeable");
        assertThat(actuals(office))
                .contains("cost US-027 8 800.00 " + billingType)
                .hasSize(included ? 2 : 1);
        assertThat(backlog(office)).hasSize(included ? 1 : 0);
    }

    @Test
    void workOfAnotherCompany_hasCostThatDoesNotCross() {
        InMemoryTable office = office(sole(null), line());

        approve(office, time("TE-1", "10", doneBy("GBPM")), time("TE-2", "10", doneBy("USMF")));

        assertThat(skipSync(office, Ids.costOf("TE-1"))).isTrue();
        assertThat(skipSync(office, Ids.unbilledSalesOf("TE-1"))).isFalse();
        assertThat(skipSync(office, Ids.costOf("TE-2"))).isFalse();
    }

    @Test
    void workMarkedNotReady_isInTheBacklogAndNotReady() {
        InMemoryTable office = office(shared(), line());

        approve(office, time("TE-1", "8", ContractExamples.marked(BacklogStatus.NOT_READY)));

        assertThat(backlog(office)).containsExactly("US-027 unbilledSales notReady", "US-028 unbilledSales notReady");
    }

    @Test
    void treatment_thatDoesNotFit_isRefused() {
        InMemoryTable office = office(sole(null), line(including(TransactionClass.TIME)), building());
        var six = new ApprovedTransaction.Treatment(Quantity.of("6"), BacklogStatus.READY_TO_INVOICE, null);

        assertRefused(
                office,
                RefusalCode.WRONG_LINE,
                "/transactions/0/billableQuantity",
                () -> approve(office, work("T-1", TransactionClass.TIME, "8", BillingType.COMPLIMENTARY, six)));
        assertRefused(
                office,
                RefusalCode.WRONG_LINE,
                "/transactions/0/billableQuantity",
                () -> approve(office, work("T-1", TransactionClass.MATERIAL, "8", BillingType.CHARGEABLE, six)));
        assertRefused(
                office,
                RefusalCode.WRONG_LINE,
                "/transactions/0/class",
                () -> approve(office, work("T-1", TransactionClass.FEE, "1", BillingType.CHARGEABLE, USUAL)));
        assertRefused(
                office,
                RefusalCode.MEMBER_INVALID,
                "/transactions/0/billableQuantity",
                () -> approve(office, ContractExamples.billable("T-1", "8", "5000000.01")));
    }

    @Test
    void work_isConnectedToItsCost_howeverItIsSplit() {
        InMemoryTable office = office(shared(), line());
        approve(office, ContractExamples.billable("TE-1", "8", "6"));

        assertThat(office.contents().values().stream()
                        .filter(item -> item.kind().equals(ActualItem.KIND))
                        .map(ActualItem::decode)
                        .filter(actual -> !actual.id().equals(Ids.costOf("TE-1"))))
                .hasSize(4)
                .allSatisfy(actual -> {
                    assertThat(actual.connections())
                            .extracting(connection -> connection.other())
                            .containsExactly(Ids.costOf("TE-1").value());
                    assertThat(actual.dimensions().line()).isEqualTo(WORK);
                });
    }

    private static boolean skipSync(InMemoryTable office, Actual.Id id) {
        return ActualItem.find(office, id).orElseThrow().skipSync();
    }
}

package dev.fattura.proforma;

import static dev.fattura.proforma.Examples.GBP;
import static dev.fattura.proforma.Examples.JANUARY_31;
import static dev.fattura.proforma.Examples.remembered;
import static dev.fattura.proforma.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Work;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.InMemoryTable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordContractTest {

    @Test
    void record_aContract_writesItsLinesItsCrossingAndWhatIsReady() {
        InMemoryTable office = Examples.office();

        assertThat(ContractItem.find(office, Examples.ORDER)).contains(Examples.contract());
        assertThat(ContractLineItem.of(office, Examples.ORDER))
                .containsExactly(Examples.consulting(), Examples.design(), Examples.sensors());
        assertThat(DraftInvoiceTest.backlog(office))
                .extracting(entry -> entry.billable().reference())
                .containsExactlyInAnyOrder("M1", "SENSOR-7");
        assertThat(WorkItem.page(office, Work.Queue.CROSSING_CONTRACT, Work.OFFICE, null, 10)
                        .work())
                .extracting(Work::id)
                .containsExactly("ORD-1001");
    }

    @Test
    void record_again_changesNothing() {
        InMemoryTable office = Examples.office();
        var contents = office.contents();

        assertThat(new RecordContract(office).record(Examples.contractWithLines(), remembered("again")))
                .isEqualTo(Examples.contractWithLines());
        assertThat(office.contents()).isEqualTo(contents);
    }

    @Test
    void record_againWhenAMilestoneIsOnAnInvoice_doesNotBringItBack() {
        InMemoryTable office = Examples.office();
        new DraftInvoice(office).draft(Examples.ofLines(Examples.milestone("M1")), remembered("draft"));

        new RecordContract(office).record(Examples.contractWithLines(), remembered("again"));

        assertThat(DraftInvoiceTest.backlog(office))
                .extracting(entry -> entry.billable().reference())
                .containsExactly("SENSOR-7");
    }

    @Test
    void record_withOtherContent_isRefused() {
        InMemoryTable office = Examples.office();
        assertRefused(
                office,
                RefusalCode.ALREADY_RECORDED,
                null,
                () -> record(office, Examples.consulting(), Examples.design()));
        assertRefused(office, RefusalCode.ALREADY_RECORDED, null, () -> new RecordProject(office)
                .record(new Project(Examples.PROJECT.id(), Examples.USMF, "Other"), remembered("other")));
    }

    @Test
    void record_linesThatDoNotFit_isRefused() {
        InMemoryTable office = new InMemoryTable();
        assertRefused(
                office,
                RefusalCode.UNKNOWN_REFERENCE,
                "/lines/1/project",
                () -> record(office, Examples.sensors(), Examples.consulting()));

        new RecordProject(office).record(Examples.PROJECT, remembered("project"));
        Project foreign = new Project(new Project.Id("PRJ-2"), new Company.Id("GBSI"), "Elsewhere");
        new RecordProject(office).record(foreign, remembered("foreign"));
        ContractLine elsewhere = new ContractLine(
                Examples.ORDER, Examples.DESIGN, "x", BillingMethod.TIME_AND_MATERIAL, foreign.id(), List.of(), null);
        assertRefused(office, RefusalCode.WRONG_COMPANY, "/lines/0/project", () -> record(office, elsewhere));
        assertRefused(
                office,
                RefusalCode.DUPLICATE_LINE,
                "/lines/1/line",
                () -> record(office, Examples.consulting(), Examples.consulting()));
        assertMilestoneRefused(office, RefusalCode.NEGATIVE_VALUE, "/amount/amount", milestone("M1", 0, GBP));
        assertMilestoneRefused(
                office, RefusalCode.WRONG_CURRENCY, "/amount/currency", milestone("M1", 1, Examples.USD));
        assertMilestoneRefused(office, RefusalCode.DUPLICATE_LINE, "/milestone", milestone("M0", 1, GBP));
        assertRefused(
                office,
                RefusalCode.WRONG_CURRENCY,
                "/lines/0/price/currency",
                () -> record(office, product("1", "250", Examples.USD)));
        assertRefused(
                office,
                RefusalCode.MEMBER_INVALID,
                "/lines/0/quantity",
                () -> record(office, product("2", "500000000.01", GBP)));
    }

    @Test
    void record_crashedBeforeAnyWrite_endsAsIfUndisturbed() {
        int writes = Disturbed.byCrashes(
                () -> {
                    InMemoryTable office = new InMemoryTable();
                    new RecordProject(office).record(Examples.PROJECT, remembered("project"));
                    return office;
                },
                office -> new RecordContract(office).record(Examples.contractWithLines(), remembered("contract")));
        assertThat(writes).isEqualTo(3);
    }

    @Test
    void record_ofTheMostThatARequestMayHave_fitsOneCommit() {
        InMemoryTable office = new InMemoryTable();
        new RecordProject(office).record(Examples.PROJECT, remembered("project"));
        ContractLine[] lines = new ContractLine[40];
        Arrays.setAll(lines, index -> line("L" + index));

        record(office, lines);

        assertThat(ContractLineItem.of(office, Examples.ORDER)).hasSize(40);
    }

    private static void assertMilestoneRefused(
            InMemoryTable office, RefusalCode code, String member, ContractLine.Milestone milestone) {
        ContractLine line = new ContractLine(
                Examples.ORDER,
                Examples.DESIGN,
                "Design",
                BillingMethod.FIXED_PRICE,
                Examples.PROJECT.id(),
                List.of(milestone("M0", 100, GBP), milestone),
                null);
        assertRefused(office, code, "/lines/0/milestones/1" + member, () -> record(office, line));
    }

    private static ContractLine.Milestone milestone(String id, long minor, CurrencyCode currency) {
        return new ContractLine.Milestone(id, "Milestone", new Money(minor, currency), JANUARY_31, true);
    }

    private static ContractLine product(String quantity, String price, CurrencyCode currency) {
        return new ContractLine(
                Examples.ORDER,
                Examples.SENSORS,
                "Sensors",
                BillingMethod.PRODUCT,
                null,
                List.of(),
                new ContractLine.Product(
                        "SENSOR-7", Quantity.of(quantity), Price.of(price, currency), JANUARY_31, true));
    }

    private static ContractLine line(String id) {
        return new ContractLine(
                Examples.ORDER,
                new ContractLine.Id(id),
                "Work",
                BillingMethod.TIME_AND_MATERIAL,
                Examples.PROJECT.id(),
                List.of(),
                null);
    }

    private static void record(InMemoryTable office, ContractLine... lines) {
        Contract contract = Examples.contract();
        new RecordContract(office).record(new ContractWithLines(contract, List.of(lines)), remembered("other"));
    }
}

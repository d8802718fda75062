package dev.fattura.contract;

import static dev.fattura.support.OfficeExamples.GBP;
import static dev.fattura.support.OfficeExamples.JANUARY_31;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
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
import dev.fattura.proforma.DraftInvoice;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.WorkItem;
import dev.fattura.support.Disturbed;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordContractTest {

    @Test
    void record_aContract_writesItsLinesItsCrossingAndWhatIsReady() {
        InMemoryTable office = OfficeExamples.office();

        assertThat(ContractItem.find(office, OfficeExamples.ORDER)).contains(OfficeExamples.contract());
        assertThat(ContractLineItem.of(office, OfficeExamples.ORDER))
                .containsExactly(OfficeExamples.consulting(), OfficeExamples.design(), OfficeExamples.sensors());
        assertThat(OfficeExamples.backlog(office))
                .extracting(entry -> entry.billable().reference())
                .containsExactlyInAnyOrder("M1", "SENSOR-7");
        assertThat(WorkItem.page(office, Work.Queue.CROSSING_CONTRACT, Work.OFFICE, null, 10)
                        .work())
                .extracting(Work::id)
                .containsExactly("ORD-1001");
    }

    @Test
    void record_again_changesNothing() {
        InMemoryTable office = OfficeExamples.office();
        var contents = office.contents();

        assertThat(new RecordContract(office).record(OfficeExamples.contractWithLines(), remembered("again")))
                .isEqualTo(OfficeExamples.contractWithLines());
        assertThat(office.contents()).isEqualTo(contents);
    }

    @Test
    void record_againWhenAMilestoneIsOnAnInvoice_doesNotBringItBack() {
        InMemoryTable office = OfficeExamples.office();
        new DraftInvoice(office).draft(OfficeExamples.ofLines(OfficeExamples.milestone("M1")), remembered("draft"));

        new RecordContract(office).record(OfficeExamples.contractWithLines(), remembered("again"));

        assertThat(OfficeExamples.backlog(office))
                .extracting(entry -> entry.billable().reference())
                .containsExactly("SENSOR-7");
    }

    @Test
    void record_withOtherContent_isRefused() {
        InMemoryTable office = OfficeExamples.office();
        assertRefused(
                office,
                RefusalCode.ALREADY_RECORDED,
                null,
                () -> record(office, OfficeExamples.consulting(), OfficeExamples.design()));
        assertRefused(office, RefusalCode.ALREADY_RECORDED, null, () -> new RecordProject(office)
                .record(new Project(OfficeExamples.PROJECT.id(), OfficeExamples.USMF, "Other"), remembered("other")));
    }

    @Test
    void record_linesThatDoNotFit_isRefused() {
        InMemoryTable office = new InMemoryTable();
        assertRefused(
                office,
                RefusalCode.UNKNOWN_REFERENCE,
                "/lines/1/project",
                () -> record(office, OfficeExamples.sensors(), OfficeExamples.consulting()));

        new RecordProject(office).record(OfficeExamples.PROJECT, remembered("project"));
        Project foreign = new Project(new Project.Id("PRJ-2"), new Company.Id("GBSI"), "Elsewhere");
        new RecordProject(office).record(foreign, remembered("foreign"));
        ContractLine elsewhere = new ContractLine(
                OfficeExamples.ORDER,
                OfficeExamples.DESIGN,
                "x",
                BillingMethod.TIME_AND_MATERIAL,
                foreign.id(),
                List.of(),
                null);
        assertRefused(office, RefusalCode.WRONG_COMPANY, "/lines/0/project", () -> record(office, elsewhere));
        assertRefused(
                office,
                RefusalCode.DUPLICATE_LINE,
                "/lines/1/line",
                () -> record(office, OfficeExamples.consulting(), OfficeExamples.consulting()));
        assertMilestoneRefused(office, RefusalCode.NEGATIVE_VALUE, "/amount/amount", milestone("M1", 0, GBP));
        assertMilestoneRefused(
                office, RefusalCode.WRONG_CURRENCY, "/amount/currency", milestone("M1", 1, OfficeExamples.USD));
        assertMilestoneRefused(office, RefusalCode.DUPLICATE_LINE, "/milestone", milestone("M0", 1, GBP));
        assertRefused(
                office,
                RefusalCode.WRONG_CURRENCY,
                "/lines/0/price/currency",
                () -> record(office, product("1", "250", OfficeExamples.USD)));
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
                    new RecordProject(office).record(OfficeExamples.PROJECT, remembered("project"));
                    return office;
                },
                office ->
                        new RecordContract(office).record(OfficeExamples.contractWithLines(), remembered("contract")));
        // The contract, and the entries of the backlog for its milestones and the product.
        assertThat(writes).isEqualTo(2);
    }

    @Test
    void record_ofTheMostThatARequestMayHave_fitsOneCommit() {
        InMemoryTable office = new InMemoryTable();
        new RecordProject(office).record(OfficeExamples.PROJECT, remembered("project"));
        ContractLine[] lines = new ContractLine[40];
        Arrays.setAll(lines, index -> line("L" + index));

        record(office, lines);

        assertThat(ContractLineItem.of(office, OfficeExamples.ORDER)).hasSize(40);
    }

    private static void assertMilestoneRefused(
            InMemoryTable office, RefusalCode code, String member, ContractLine.Milestone milestone) {
        ContractLine line = new ContractLine(
                OfficeExamples.ORDER,
                OfficeExamples.DESIGN,
                "Design",
                BillingMethod.FIXED_PRICE,
                OfficeExamples.PROJECT.id(),
                List.of(milestone("M0", 100, GBP), milestone),
                null);
        assertRefused(office, code, "/lines/0/milestones/1" + member, () -> record(office, line));
    }

    private static ContractLine.Milestone milestone(String id, long minor, CurrencyCode currency) {
        return new ContractLine.Milestone(id, "Milestone", new Money(minor, currency), JANUARY_31, true);
    }

    private static ContractLine product(String quantity, String price, CurrencyCode currency) {
        return new ContractLine(
                OfficeExamples.ORDER,
                OfficeExamples.SENSORS,
                "Sensors",
                BillingMethod.PRODUCT,
                null,
                List.of(),
                new ContractLine.Product(
                        "SENSOR-7", Quantity.of(quantity), Price.of(price, currency), JANUARY_31, true));
    }

    private static ContractLine line(String id) {
        return new ContractLine(
                OfficeExamples.ORDER,
                new ContractLine.Id(id),
                "Work",
                BillingMethod.TIME_AND_MATERIAL,
                OfficeExamples.PROJECT.id(),
                List.of(),
                null);
    }

    private static void record(InMemoryTable office, ContractLine... lines) {
        Contract contract = OfficeExamples.contract();
        new RecordContract(office).record(new ContractWithLines(contract, List.of(lines)), remembered("other"));
    }
}

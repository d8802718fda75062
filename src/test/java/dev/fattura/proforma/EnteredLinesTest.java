package dev.fattura.proforma;

import static dev.fattura.support.ContractExamples.FIRST;
import static dev.fattura.support.ContractExamples.MONTH_END;
import static dev.fattura.support.ContractExamples.SECOND;
import static dev.fattura.support.ContractExamples.SHARED;
import static dev.fattura.support.ContractExamples.USD;
import static dev.fattura.support.ContractExamples.WORK;
import static dev.fattura.support.ContractExamples.WORKED;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.contract.RecordProject;
import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.support.ContractExamples;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines entered by hand on a draft keep to the terms of their contract line, like approved work (domain.md 1.3, 1.4, 3.8). */
class EnteredLinesTest {

    private static final Invoice.Id DRAFT = new Invoice.Id("INV-1");
    private static final ContractLine.Id MEETINGS = new ContractLine.Id("5");
    private static final Project TRAINING =
            new Project(new Project.Id("PRJ-2"), OfficeExamples.USMF, "Training", Map.of("Department", "022"));

    @Test
    void aClassThatTheLineDoesNotInclude_isRefused() {
        InMemoryTable office = drafted();
        assertRefused(
                office,
                RefusalCode.WRONG_LINE,
                "/entered/0/class",
                () -> add(office, entered(MEETINGS, TransactionClass.EXPENSE)));
        assertThat(add(office, entered(MEETINGS, TransactionClass.TIME)).lines())
                .isEqualTo(2);
    }

    @Test
    void aLineThatTheCustomerDoesNotBear_isRefused() {
        InMemoryTable office = drafted();
        assertRefused(
                office,
                RefusalCode.WRONG_CUSTOMER,
                "/entered/0/line",
                () -> add(office, entered(WORK, TransactionClass.TIME)));
    }

    @Test
    void theLine_hasTheDimensionsOfItsProject_andTheCategoryThatIsSaid() {
        InMemoryTable office = drafted();

        add(office, entered(MEETINGS, TransactionClass.TIME));

        assertThat(Corrections.details(office, DRAFT))
                .filteredOn(detail -> detail.billable().reference().equals("E-1"))
                .extracting(InvoiceLineDetail::dimensions)
                .singleElement()
                .satisfies(dimensions -> {
                    assertThat(dimensions.financialDimensions()).containsExactly(Map.entry("Department", "022"));
                    assertThat(dimensions.category()).isEqualTo("Travel");
                });
    }

    private static Invoice add(InMemoryTable office, EnteredLine line) {
        return new EditLines(office).add(DRAFT, 1, new AddLinesRequest(List.of(), List.of(line)), remembered("add"));
    }

    private static EnteredLine entered(ContractLine.Id line, TransactionClass transactionClass) {
        return new EnteredLine(
                "E-1",
                transactionClass,
                line,
                Quantity.of("3"),
                "hour",
                Price.of("200", USD),
                BillingType.CHARGEABLE,
                WORKED,
                null,
                "Travel");
    }

    /** A draft for the first customer; line 1 is the second's alone, line 5 bills the first's meetings, by their time. */
    private static InMemoryTable drafted() {
        InMemoryTable office = new InMemoryTable();
        new RecordProject(office).record(TRAINING, remembered("training"));
        ContractExamples.record(
                office,
                ContractExamples.shared(),
                ContractExamples.line(ContractExamples.borne(SECOND)),
                ContractExamples.building(),
                new ContractLine(
                        SHARED,
                        MEETINGS,
                        "Meetings",
                        BillingMethod.TIME_AND_MATERIAL,
                        TRAINING.id(),
                        List.of(),
                        null,
                        ContractExamples.borne(FIRST, TransactionClass.TIME)));
        DraftRequest.GivenLine milestone = new DraftRequest.GivenLine(null, "2", "M1", null, null, null, null);
        new DraftInvoice(office)
                .draft(new DraftRequest(DRAFT, SHARED, MONTH_END, null, List.of(milestone)), remembered("draft"));
        return office;
    }
}

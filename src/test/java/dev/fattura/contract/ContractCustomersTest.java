package dev.fattura.contract;

import static dev.fattura.support.ContractExamples.FIRST;
import static dev.fattura.support.ContractExamples.SECOND;
import static dev.fattura.support.ContractExamples.building;
import static dev.fattura.support.ContractExamples.contract;
import static dev.fattura.support.ContractExamples.customer;
import static dev.fattura.support.ContractExamples.progressBased;
import static dev.fattura.support.ContractExamples.shared;
import static dev.fattura.support.ContractExamples.usd;
import static dev.fattura.support.OfficeExamples.remembered;
import static dev.fattura.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.InvoiceScheduleType;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ContractLineItem;
import dev.fattura.support.ContractExamples;
import dev.fattura.support.InMemoryTable;
import dev.fattura.support.OfficeExamples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who pays a contract and its lines (domain.md 1.4), up to which limits (1.5), and what a fixed price adds up to (1.9). */
class ContractCustomersTest {

    private final InMemoryTable office = new InMemoryTable();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # split and rounding of each customer, refusal,           pointer
            US-027 60 y;US-028 39 n,                SPLIT_INCOMPLETE,  /customers
            US-027 60 y;US-028 40.0001 n,           SPLIT_INCOMPLETE,  /customers
            US-027 60 y;US-028 40 y,                ROUNDING_CUSTOMER, /customers
            US-027 60 n;US-028 40 n,                ROUNDING_CUSTOMER, /customers
            US-027 100 n;US-028 0 y,                ROUNDING_CUSTOMER, /customers
            US-027 60 y;US-027 40 n,                DUPLICATE_LINE,    /customers/1/customer
            """)
    void customersThatDoNotShareTheWhole_areRefused(String customers, RefusalCode code, String pointer) {
        project();
        ContractCustomer[] agreed = Arrays.stream(customers.split(";"))
                .map(text -> text.split(" "))
                .map(part -> customer(part[0], part[1], part[2].equals("y")))
                .toArray(ContractCustomer[]::new);

        assertRefused(office, code, pointer, () -> record(contract(null, agreed), line()));
    }

    @Test
    void customerOfALine_whoIsNoneOfTheContract_isRefused() {
        project();
        assertRefused(
                office,
                RefusalCode.UNKNOWN_REFERENCE,
                "/lines/0/customers/1/customer",
                () -> record(shared(), line(of(FIRST, "50", true), of("US-099", "50", false))));
        assertRefused(
                office,
                RefusalCode.SPLIT_INCOMPLETE,
                "/lines/0/customers",
                () -> record(shared(), line(of(FIRST, "50", true), of(SECOND, "49", false))));
    }

    @Test
    void limitsThatAreNone_areRefused() {
        project();
        assertRefused(
                office,
                RefusalCode.NEGATIVE_VALUE,
                "/notToExceed/amount",
                () -> record(ContractExamples.sole(usd("0")), line()));
        assertRefused(
                office,
                RefusalCode.WRONG_CURRENCY,
                "/notToExceed/currency",
                () -> record(ContractExamples.sole(new Money(1, new CurrencyCode("GBP"))), line()));
        assertRefused(
                office,
                RefusalCode.NEGATIVE_VALUE,
                "/lines/0/notToExceed/amount",
                () -> record(shared(), line(ContractExamples.notToExceed(usd("-1")))));
        ContractCustomer limited =
                new ContractCustomer(FIRST, Percent.of("100"), true, null, null, new Money(1, new CurrencyCode("EUR")));
        assertRefused(
                office,
                RefusalCode.WRONG_CURRENCY,
                "/customers/0/notToExceed/currency",
                () -> record(contract(null, limited), line()));
    }

    @Test
    void milestonesThatDoNotAddUpToTheContractedAmount_areRefused() {
        project();
        ContractLine agreed = building();
        assertRefused(
                office,
                RefusalCode.MILESTONES_INCOMPLETE,
                "/lines/0/milestones",
                () -> record(shared(), contracted(agreed, "6000")));

        record(shared(), contracted(agreed, "6000.01"));
        assertThat(ContractLineItem.of(office, ContractExamples.SHARED)).containsExactly(contracted(agreed, "6000.01"));
    }

    @Test
    void contract_withEveryTerm_isKeptAsItWasAgreed() {
        project();
        record(ContractExamples.limited(), ContractExamples.withAllTerms(), progressBased());

        assertThat(ContractItem.find(office, ContractExamples.SHARED)).contains(ContractExamples.limited());
        assertThat(ContractLineItem.of(office, ContractExamples.SHARED))
                .containsExactly(ContractExamples.withAllTerms(), progressBased());
    }

    private static ContractLine.LineCustomer of(String customer, String split, boolean rounding) {
        return new ContractLine.LineCustomer(customer, Percent.of(split), rounding, null);
    }

    private static ContractLine line(ContractLine.LineCustomer... customers) {
        return ContractExamples.line(new ContractLine.Terms(
                List.of(customers),
                ContractLine.Terms.ALL,
                null,
                InvoiceScheduleType.COMPLETED_MILESTONES,
                null,
                null));
    }

    private static ContractLine line(ContractLine.Terms terms) {
        return ContractExamples.line(terms);
    }

    private static ContractLine contracted(ContractLine line, String amount) {
        return new ContractLine(
                line.contract(),
                line.id(),
                line.name(),
                line.billingMethod(),
                line.project(),
                line.milestones(),
                null,
                new ContractLine.Terms(
                        List.of(),
                        ContractLine.Terms.ALL,
                        null,
                        InvoiceScheduleType.COMPLETED_MILESTONES,
                        usd(amount),
                        null));
    }

    private void project() {
        new RecordProject(office).record(OfficeExamples.PROJECT, remembered("project"));
    }

    private void record(Contract contract, ContractLine... lines) {
        new RecordContract(office).record(new ContractWithLines(contract, List.of(lines)), remembered("contract"));
    }
}

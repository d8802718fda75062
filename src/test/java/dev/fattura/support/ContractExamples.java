package dev.fattura.support;

import static dev.fattura.support.OfficeExamples.remembered;

import dev.fattura.contract.ApproveTransactions;
import dev.fattura.contract.ApprovedTransaction;
import dev.fattura.contract.ContractWithLines;
import dev.fattura.contract.RecordContract;
import dev.fattura.contract.RecordProject;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.InvoiceRun;
import dev.fattura.ledger.InvoiceSchedule;
import dev.fattura.ledger.InvoiceScheduleType;
import dev.fattura.ledger.NotToExceed;
import dev.fattura.ledger.TermsOfPayment;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.store.ActualItem;
import dev.fattura.store.BacklogItem;
import dev.fattura.store.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The example of the domain reference's part 2: Bob, at a cost of 100 and a price of 200 USD an hour, for two customers who share 60
 * to 40.
 */
public final class ContractExamples {

    public static final CurrencyCode USD = new CurrencyCode("USD");
    public static final Contract.Id SHARED = new Contract.Id("ORD-2001");
    public static final ContractLine.Id WORK = new ContractLine.Id("1");
    public static final ContractLine.Id BUILDING = new ContractLine.Id("2");
    public static final ContractLine.Id DEVICES = new ContractLine.Id("3");
    public static final String FIRST = "US-027";
    public static final String SECOND = "US-028";
    public static final LocalDate WORKED = LocalDate.of(2026, 1, 12);
    public static final LocalDate MONTH_END = LocalDate.of(2026, 1, 31);

    private ContractExamples() {}

    public static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), USD);
    }

    public static ContractCustomer customer(String customer, String split, boolean rounding) {
        return new ContractCustomer(customer, Percent.of(split), rounding, null, null);
    }

    /** 60 to 40; what splitting leaves over goes to the first. */
    public static Contract shared() {
        return contract(null, customer(FIRST, "60", true), customer(SECOND, "40", false));
    }

    public static Contract contract(Money notToExceed, ContractCustomer... customers) {
        return new Contract(
                SHARED,
                OfficeExamples.USMF,
                "Coho and Fabrikam",
                customers[0].customer(),
                USD,
                null,
                null,
                List.of(customers),
                notToExceed);
    }

    /** One customer, with that limit on the contract. */
    public static Contract sole(Money notToExceed) {
        return contract(notToExceed, ContractCustomer.sole(FIRST));
    }

    /** Every limit and term that a contract can have. */
    public static Contract limited() {
        return contract(
                usd("10000"),
                new ContractCustomer(FIRST, Percent.of("60"), true, new TermsOfPayment(30), "US-STD", usd("7000")),
                customer(SECOND, "40", false));
    }

    public static ContractLine line(ContractLine.Terms terms) {
        return new ContractLine(
                SHARED,
                WORK,
                "Work",
                BillingMethod.TIME_AND_MATERIAL,
                OfficeExamples.PROJECT.id(),
                List.of(),
                null,
                terms);
    }

    public static ContractLine line() {
        return line(ContractLine.Terms.NONE);
    }

    public static ContractLine.Terms notToExceed(Money limit) {
        return new ContractLine.Terms(
                List.of(), ContractLine.Terms.ALL, limit, InvoiceScheduleType.COMPLETED_MILESTONES, null, null);
    }

    public static ContractLine.Terms scheduled(InvoiceSchedule schedule) {
        return new ContractLine.Terms(
                List.of(), ContractLine.Terms.ALL, null, InvoiceScheduleType.COMPLETED_MILESTONES, null, schedule);
    }

    public static ContractLine.Terms including(TransactionClass... classes) {
        return new ContractLine.Terms(
                List.of(), List.of(classes), null, InvoiceScheduleType.COMPLETED_MILESTONES, null, null);
    }

    /** That customer pays all of the line. */
    public static ContractLine.Terms borne(String customer, TransactionClass... classes) {
        return new ContractLine.Terms(
                List.of(new ContractLine.LineCustomer(customer, Percent.of("100"), true, null)),
                classes.length == 0 ? ContractLine.Terms.ALL : List.of(classes),
                null,
                InvoiceScheduleType.COMPLETED_MILESTONES,
                null,
                null);
    }

    public static ContractLine withAllTerms() {
        return line(new ContractLine.Terms(
                List.of(
                        new ContractLine.LineCustomer(FIRST, Percent.of("33.3333"), false, usd("100")),
                        new ContractLine.LineCustomer(SECOND, Percent.of("66.6667"), true, null)),
                List.of(TransactionClass.EXPENSE, TransactionClass.TIME),
                usd("5000"),
                InvoiceScheduleType.PROGRESS_BASED,
                usd("9000"),
                new InvoiceSchedule(MONTH_END, InvoiceSchedule.Frequency.MONTHLY, null, 12)));
    }

    /** Fixed price; M1 of 5,000 is ready, M2 of 1,000.01 is not. */
    public static ContractLine building() {
        return new ContractLine(
                SHARED,
                BUILDING,
                "Building",
                BillingMethod.FIXED_PRICE,
                OfficeExamples.PROJECT.id(),
                List.of(
                        new ContractLine.Milestone("M1", "Plan accepted", usd("5000"), MONTH_END, true),
                        new ContractLine.Milestone("M2", "Built", usd("1000.01"), MONTH_END, false)),
                null);
    }

    /** Fixed price of 10,000.01, invoiced by progress. */
    public static ContractLine progressBased() {
        return new ContractLine(
                SHARED,
                BUILDING,
                "Building",
                BillingMethod.FIXED_PRICE,
                OfficeExamples.PROJECT.id(),
                List.of(),
                null,
                new ContractLine.Terms(
                        List.of(),
                        ContractLine.Terms.ALL,
                        null,
                        InvoiceScheduleType.PROGRESS_BASED,
                        usd("10000.01"),
                        null));
    }

    public static ContractLine progressed() {
        return progressBased()
                .progressed(
                        new ContractLine.Milestone("P1", "Building", usd("3000"), MONTH_END, true, Percent.of("30")));
    }

    /** Three at 250, ready. */
    public static ContractLine devices() {
        return new ContractLine(
                SHARED,
                DEVICES,
                "Devices",
                BillingMethod.PRODUCT,
                null,
                List.of(),
                new ContractLine.Product("DEV-1", Quantity.of("3"), Price.of("250", USD), MONTH_END, true));
    }

    public static BacklogEntry beyondLimit() {
        return new BacklogEntry(SHARED, FIRST, WORKED, Billable.unbilledSales(Ids.unbilledSalesOf("TE-1"), WORK))
                .standing(BacklogEntry.Standing.failed(NotToExceed.Level.CONTRACT));
    }

    public static InvoiceRun failedRun() {
        return new InvoiceRun(SHARED, SECOND, MONTH_END, InvoiceRun.Status.RUN_FAILED, null, "The store was busy.");
    }

    /** An office in which the project, and the contract with those lines, are recorded. */
    public static InMemoryTable office(Contract contract, ContractLine... lines) {
        InMemoryTable office = new InMemoryTable();
        record(office, contract, lines);
        return office;
    }

    /** Records the project, and the contract with those lines. */
    public static void record(Table office, Contract contract, ContractLine... lines) {
        new RecordProject(office).record(OfficeExamples.PROJECT, remembered("project"));
        new RecordContract(office).record(new ContractWithLines(contract, List.of(lines)), remembered("contract"));
    }

    /** So many hours of Bob's, all chargeable. */
    public static ApprovedTransaction time(String id, String hours) {
        return time(id, hours, ApprovedTransaction.Treatment.USUAL);
    }

    /** So many hours of Bob's, of which others are billed. */
    public static ApprovedTransaction billable(String id, String hours, String billableHours) {
        return time(
                id,
                hours,
                new ApprovedTransaction.Treatment(Quantity.of(billableHours), BacklogStatus.READY_TO_INVOICE, null));
    }

    public static ApprovedTransaction time(String id, String hours, ApprovedTransaction.Treatment treatment) {
        return work(id, TransactionClass.TIME, hours, BillingType.CHARGEABLE, treatment);
    }

    public static ApprovedTransaction work(
            String id,
            TransactionClass transactionClass,
            String quantity,
            BillingType billingType,
            ApprovedTransaction.Treatment treatment) {
        return new ApprovedTransaction(
                id,
                transactionClass,
                SHARED,
                WORK,
                OfficeExamples.PROJECT.id(),
                WORKED,
                Quantity.of(quantity),
                "hour",
                transactionClass == TransactionClass.FEE ? null : Price.of("100", USD),
                Price.of("200", USD),
                billingType,
                "Bob",
                null,
                null,
                treatment);
    }

    /** Each text as long as a request may have it, in characters of three bytes, and none like another from its beginning on. */
    public static ApprovedTransaction longest(int index) {
        String id = (1_000 + index) + "x".repeat(56);
        return new ApprovedTransaction(
                id,
                TransactionClass.TIME,
                SHARED,
                WORK,
                OfficeExamples.PROJECT.id(),
                WORKED,
                Quantity.of("8"),
                text(index),
                Price.of("100", USD),
                Price.of("200", USD),
                BillingType.CHARGEABLE,
                text(index + 2_000),
                text(index + 4_000),
                id,
                new ApprovedTransaction.Treatment(Quantity.of("6"), BacklogStatus.READY_TO_INVOICE, null));
    }

    private static String text(int number) {
        return String.valueOf((char) ('一' + number)).repeat(200);
    }

    public static ApprovedTransaction.Treatment marked(BacklogStatus status) {
        return new ApprovedTransaction.Treatment(null, status, null);
    }

    public static ApprovedTransaction.Treatment doneBy(String company) {
        return new ApprovedTransaction.Treatment(null, BacklogStatus.READY_TO_INVOICE, new Company.Id(company));
    }

    /** Approves those transactions, each by itself. */
    public static void approve(InMemoryTable office, ApprovedTransaction... transactions) {
        for (ApprovedTransaction transaction : transactions) {
            new ApproveTransactions(office)
                    .approve(List.of(transaction), remembered("approval of " + transaction.id()));
        }
    }

    /** All actuals as {@code unbilledSales US-027 4.8 960.00 chargeable}, in that order of texts. */
    public static List<String> actuals(InMemoryTable office) {
        return office.contents().values().stream()
                .filter(item -> item.kind().equals(ActualItem.KIND))
                .map(ActualItem::decode)
                .map(actual -> String.join(
                        " ",
                        actual.type().code(),
                        actual.dimensions().customer(),
                        actual.quantity().toString(),
                        actual.amount().decimalText(),
                        actual.billingType().code()))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** The backlog as {@code US-027 unbilledSales readyToInvoice}, in the order of customers and dates. */
    public static List<String> backlog(InMemoryTable office) {
        return office.contents().values().stream()
                .filter(item -> item.kind().equals(BacklogItem.KIND))
                .map(BacklogItem::decode)
                .map(entry -> entry.customer() + " "
                        + (entry.billable().kind() == Billable.Kind.UNBILLED_SALES
                                ? "unbilledSales"
                                : entry.billable().reference())
                        + " " + entry.status().code())
                .sorted()
                .toList();
    }
}

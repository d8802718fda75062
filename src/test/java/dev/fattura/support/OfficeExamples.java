package dev.fattura.support;

import dev.fattura.contract.ApproveTransactions;
import dev.fattura.contract.ApprovedTransaction;
import dev.fattura.contract.ContractWithLines;
import dev.fattura.contract.RecordContract;
import dev.fattura.contract.RecordProject;
import dev.fattura.ledger.BacklogEntry;
import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.proforma.DraftRequest;
import dev.fattura.store.BacklogItem;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The Coho Winery contract: a line of each billing method, and transactions for them. */
public final class OfficeExamples {

    public static final CurrencyCode GBP = new CurrencyCode("GBP");
    public static final CurrencyCode USD = new CurrencyCode("USD");
    public static final Company.Id USMF = new Company.Id("USMF");
    public static final Contract.Id ORDER = new Contract.Id("ORD-1001");
    public static final ContractLine.Id CONSULTING = new ContractLine.Id("1");
    public static final ContractLine.Id DESIGN = new ContractLine.Id("2");
    public static final ContractLine.Id SENSORS = new ContractLine.Id("3");
    public static final Project PROJECT = new Project(new Project.Id("PRJ-1"), USMF, "Coho cellar works");
    public static final Invoice.Id INVOICE = new Invoice.Id("INV-1001");
    public static final LocalDate JANUARY_5 = LocalDate.of(2026, 1, 5);
    public static final LocalDate JANUARY_31 = LocalDate.of(2026, 1, 31);
    public static final LocalDate FEBRUARY_2 = LocalDate.of(2026, 2, 2);

    private OfficeExamples() {}

    public static Contract contract() {
        return new Contract(ORDER, USMF, "Coho Winery", "US-027", GBP, null, null);
    }

    public static ContractLine consulting() {
        return new ContractLine(
                ORDER, CONSULTING, "Consulting", BillingMethod.TIME_AND_MATERIAL, PROJECT.id(), List.of(), null);
    }

    public static ContractLine design() {
        return new ContractLine(
                ORDER,
                DESIGN,
                "Cellar design",
                BillingMethod.FIXED_PRICE,
                PROJECT.id(),
                List.of(
                        new ContractLine.Milestone("M1", "Design accepted", new Money(500_000, GBP), JANUARY_31, true),
                        new ContractLine.Milestone("M2", "Cellar built", new Money(900_000, GBP), JANUARY_31, false)),
                null);
    }

    public static ContractLine sensors() {
        return new ContractLine(
                ORDER,
                SENSORS,
                "Sensors",
                BillingMethod.PRODUCT,
                null,
                List.of(),
                new ContractLine.Product("SENSOR-7", Quantity.of("3"), Price.of("250", GBP), JANUARY_31, true));
    }

    public static ContractWithLines contractWithLines() {
        return new ContractWithLines(contract(), List.of(consulting(), design(), sensors()));
    }

    /** Four hours at 120 USD cost and 250 GBP sales on the consulting line. */
    public static ApprovedTransaction time(String id) {
        return transaction(id, TransactionClass.TIME, CONSULTING, Price.of("120", USD), Price.of("250", GBP));
    }

    /** Four hours at 120 USD cost on the fixed-price line. */
    public static ApprovedTransaction fixedPriceTime(String id) {
        return transaction(id, TransactionClass.TIME, DESIGN, Price.of("120", USD), null);
    }

    /** A fee of four times 250 GBP on the consulting line. */
    public static ApprovedTransaction fee(String id) {
        return transaction(id, TransactionClass.FEE, CONSULTING, null, Price.of("250", GBP));
    }

    public static ApprovedTransaction transaction(
            String id, TransactionClass transactionClass, ContractLine.Id line, Price costPrice, Price salesPrice) {
        return new ApprovedTransaction(
                id,
                transactionClass,
                ORDER,
                line,
                PROJECT.id(),
                JANUARY_5,
                Quantity.of("4"),
                "hour",
                costPrice,
                salesPrice,
                BillingType.CHARGEABLE,
                "Bob",
                "Cellar survey");
    }

    public static ApprovedTransaction nonChargeable(String id) {
        ApprovedTransaction time = time(id);
        return new ApprovedTransaction(
                id,
                time.transactionClass(),
                time.contract(),
                time.line(),
                time.project(),
                time.date(),
                Quantity.of("2"),
                time.unit(),
                time.costPrice(),
                time.salesPrice(),
                BillingType.NON_CHARGEABLE,
                time.resource(),
                time.description());
    }

    /** The same on that day. */
    public static ApprovedTransaction on(LocalDate day, ApprovedTransaction same) {
        return new ApprovedTransaction(
                same.id(),
                same.transactionClass(),
                same.contract(),
                same.line(),
                same.project(),
                day,
                same.quantity(),
                same.unit(),
                same.costPrice(),
                same.salesPrice(),
                same.billingType(),
                same.resource(),
                same.description(),
                same.category(),
                same.treatment());
    }

    /** A command of a caller who chose its id. */
    public static Command remembered(String id) {
        return new Command(id, "hash of " + id, true);
    }

    /** An office in which project and contract are recorded. */
    public static InMemoryTable office() {
        InMemoryTable office = new InMemoryTable();
        new RecordProject(office).record(PROJECT, remembered("project"));
        new RecordContract(office).record(contractWithLines(), remembered("contract"));
        return office;
    }

    /** An office with those transactions approved, each by itself. */
    public static InMemoryTable officeWith(ApprovedTransaction... transactions) {
        InMemoryTable office = office();
        for (ApprovedTransaction transaction : transactions) {
            new ApproveTransactions(office)
                    .approve(List.of(transaction), remembered("approval of " + transaction.id()));
        }
        return office;
    }

    /** An office with so many times of four hours approved together: TE-0 and on. */
    public static InMemoryTable officeWithTimes(int count) {
        InMemoryTable office = office();
        new ApproveTransactions(office)
                .approve(
                        IntStream.range(0, count)
                                .mapToObj(number -> time("TE-" + number))
                                .toList(),
                        remembered("approval"));
        return office;
    }

    public static DraftRequest fromBacklog(String invoice, LocalDate upTo) {
        return new DraftRequest(invoice == null ? null : new Invoice.Id(invoice), ORDER, JANUARY_31, upTo, List.of());
    }

    public static DraftRequest ofLines(DraftRequest.GivenLine... lines) {
        return new DraftRequest(INVOICE, ORDER, JANUARY_31, null, List.of(lines));
    }

    public static DraftRequest.GivenLine milestone(String milestone) {
        return new DraftRequest.GivenLine(null, "2", milestone, null, null, null, null);
    }

    public static DraftRequest.GivenLine product(String product) {
        return new DraftRequest.GivenLine(null, "3", null, product, null, null, null);
    }

    public static DraftRequest.GivenLine unbilledSales(String transaction) {
        return new DraftRequest.GivenLine(Ids.unbilledSalesOf(transaction).value(), null, null, null, null, null, null);
    }

    /** What is ready to be billed to the contract's customer. */
    public static List<BacklogEntry> backlog(InMemoryTable office) {
        return BacklogItem.page(office, ORDER, "US-027", null, 1000).entries().stream()
                .filter(BacklogEntry::ready)
                .toList();
    }
}

package dev.fattura.support;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The one example, office side: Coho Winery has its cellar surveyed. Bob worked 4 hours on 5 January 2026, at a cost of 120 USD
 * and a price of 250 GBP an hour; they are billed by invoice INV-1001 of 31 January. {@link FinanceExamples} goes on from there.
 */
public final class Examples {

    public static final CurrencyCode GBP = new CurrencyCode("GBP");
    public static final CurrencyCode USD = new CurrencyCode("USD");

    public static final Company.Id COMPANY = new Company.Id("USMF");
    public static final Contract.Id CONTRACT = new Contract.Id("ORD-1001");
    public static final Project.Id PROJECT = new Project.Id("PRJ-1");
    public static final ContractLine.Id CONSULTING = new ContractLine.Id("1");
    public static final ContractLine.Id CELLAR_DESIGN = new ContractLine.Id("2");
    public static final ContractLine.Id SENSORS = new ContractLine.Id("3");
    public static final Invoice.Id INVOICE = new Invoice.Id("INV-1001");
    public static final Approval.Id APPROVAL = new Approval.Id(UUID.fromString("11111111-1111-4111-8111-111111111111"));
    public static final LocalDate WORKED = LocalDate.parse("2026-01-05");
    public static final LocalDate MONTH_END = LocalDate.parse("2026-01-31");

    private Examples() {}

    public static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }

    public static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), USD);
    }

    public static Contract contract() {
        return new Contract(CONTRACT, COMPANY, "Coho Winery", "US-027", GBP, Rate.of("1.25"), "GB-STD");
    }

    public static Project project() {
        return new Project(PROJECT, COMPANY, "Coho cellar works");
    }

    /** Time and material. */
    public static ContractLine consulting() {
        return new ContractLine(
                CONTRACT, CONSULTING, "Consulting", BillingMethod.TIME_AND_MATERIAL, PROJECT, List.of(), null);
    }

    /** Fixed price, with milestone M1 of 5,000 GBP, ready to invoice. */
    public static ContractLine cellarDesign() {
        ContractLine.Milestone accepted =
                new ContractLine.Milestone("M1", "Design accepted", gbp("5000.00"), MONTH_END, true);
        return new ContractLine(
                CONTRACT, CELLAR_DESIGN, "Cellar design", BillingMethod.FIXED_PRICE, PROJECT, List.of(accepted), null);
    }

    /** Three sensors at 250 GBP, ready to invoice. */
    public static ContractLine sensors() {
        ContractLine.Product sensor =
                new ContractLine.Product("SENSOR-7", Quantity.of("3"), Price.of("250", GBP), MONTH_END, true);
        return new ContractLine(CONTRACT, SENSORS, "Sensors", BillingMethod.PRODUCT, null, List.of(), sensor);
    }

    public static Dimensions dimensions() {
        return new Dimensions(COMPANY, CONTRACT, CONSULTING, PROJECT, "US-027", "hour", "Bob", "Cellar survey");
    }

    public static Approval approval() {
        return new Approval(APPROVAL, List.of(Ids.entry("TE-1", true, true)));
    }

    public static Actual cost() {
        return cost("TE-1");
    }

    public static Actual cost(String transaction) {
        return new Actual(
                Ids.costOf(transaction),
                TransactionType.COST,
                TransactionClass.TIME,
                BillingType.CHARGEABLE,
                AdjustmentStatus.NORMAL,
                Quantity.of("4"),
                Price.of("120", USD),
                usd("480.00"),
                WORKED,
                WORKED,
                dimensions(),
                null,
                1,
                false,
                List.of(),
                List.of(new Origin(OriginType.APPROVED_TRANSACTION, transaction)));
    }

    public static Actual unbilledSales() {
        return unbilledSales("TE-1");
    }

    public static Actual unbilledSales(String transaction) {
        return new Actual(
                Ids.unbilledSalesOf(transaction),
                TransactionType.UNBILLED_SALES,
                TransactionClass.TIME,
                BillingType.CHARGEABLE,
                AdjustmentStatus.NORMAL,
                Quantity.of("4"),
                Price.of("250", GBP),
                gbp("1000.00"),
                WORKED,
                WORKED,
                dimensions(),
                null,
                1,
                false,
                List.of(new Connection(
                        ConnectionRole.UNBILLED_SALES, Ids.costOf(transaction).value(), ConnectionRole.COST)),
                List.of(new Origin(OriginType.APPROVED_TRANSACTION, transaction)));
    }

    public static InvoiceLineDetail detail() {
        return detail("TE-1");
    }

    public static InvoiceLineDetail detail(String transaction) {
        Billable billable = Billable.unbilledSales(Ids.unbilledSalesOf(transaction), CONSULTING);
        return new InvoiceLineDetail(
                InvoiceLineDetail.Id.of(INVOICE, billable),
                INVOICE,
                billable,
                TransactionClass.TIME,
                BillingType.CHARGEABLE,
                Quantity.of("4"),
                Price.of("250", GBP),
                gbp("1000.00"),
                WORKED,
                dimensions(),
                List.of(new Origin(OriginType.APPROVED_TRANSACTION, transaction)),
                new InvoiceLineDetail.Backing(
                        BillingType.CHARGEABLE, Quantity.of("4"), Price.of("250", GBP), gbp("1000.00")));
    }

    /** The milestone M1 on the same invoice. */
    public static InvoiceLineDetail milestoneDetail() {
        Billable billable = Billable.milestone(CONTRACT, CELLAR_DESIGN, "M1");
        return new InvoiceLineDetail(
                InvoiceLineDetail.Id.of(INVOICE, billable),
                INVOICE,
                billable,
                TransactionClass.MILESTONE,
                BillingType.CHARGEABLE,
                Quantity.ONE,
                Price.of("5000", GBP),
                gbp("5000.00"),
                MONTH_END,
                new Dimensions(COMPANY, CONTRACT, CELLAR_DESIGN, PROJECT, "US-027", "each", null, "Design accepted"),
                List.of(new Origin(OriginType.MILESTONE, "M1")),
                null);
    }

    /** The draft with its one line. */
    public static Invoice draft() {
        return new Invoice(
                INVOICE,
                CONTRACT,
                COMPANY,
                "US-027",
                GBP,
                InvoiceStatus.DRAFT,
                2,
                MONTH_END,
                "January",
                1,
                1,
                gbp("1000.00"),
                "draft-1",
                null,
                null,
                null);
    }

    public static Invoice confirming() {
        return draft().confirming(new Invoice.Confirmation("confirm-1", MONTH_END));
    }

    public static Invoice confirmed() {
        return confirming().confirmed(controlTotals());
    }

    /** Written back: finance has posted it. */
    public static Invoice posted() {
        return confirmed().posted(customerInvoice());
    }

    public static ControlTotals controlTotals() {
        return new ControlTotals(
                new ControlTotals.Total(1, gbp("1000.00")),
                new ControlTotals.Total(1, gbp("-1000.00")),
                new ControlTotals.Total(0, gbp("0.00")),
                gbp("1000.00"),
                Actual.Id.billedSalesOf(detail().id()).value());
    }

    public static CustomerInvoice customerInvoice() {
        return new CustomerInvoice(
                "USMF-CI-000001", MONTH_END, MONTH_END, "USMF-PV-000003", gbp("1200.00"), gbp("200.00"));
    }

    public static Actual billedSales() {
        return billedSales(detail("TE-1"), "TE-1");
    }

    public static Actual billedSales(InvoiceLineDetail detail, String transaction) {
        return confirmedActual(
                Actual.Id.billedSalesOf(detail.id()),
                detail,
                TransactionType.BILLED_SALES,
                AdjustmentStatus.NORMAL,
                "4",
                "1000.00",
                new Connection(ConnectionRole.BILLED_SALES, detail.billable().id(), ConnectionRole.UNBILLED_SALES),
                transaction);
    }

    /** The negative unbilled sales that confirming writes; it does not cross. */
    public static Actual reversal() {
        return reversal(detail("TE-1"), "TE-1");
    }

    public static Actual reversal(InvoiceLineDetail detail, String transaction) {
        return confirmedActual(
                Actual.Id.reversalFor(detail.id()),
                detail,
                TransactionType.UNBILLED_SALES,
                AdjustmentStatus.UNADJUSTABLE,
                "-4",
                "-1000.00",
                new Connection(ConnectionRole.REVERSING, detail.billable().id(), ConnectionRole.ORIGINAL),
                transaction);
    }

    private static Actual confirmedActual(
            Actual.Id id,
            InvoiceLineDetail detail,
            TransactionType type,
            AdjustmentStatus adjustmentStatus,
            String quantity,
            String amount,
            Connection connection,
            String transaction) {
        return new Actual(
                id,
                type,
                TransactionClass.TIME,
                BillingType.CHARGEABLE,
                adjustmentStatus,
                Quantity.of(quantity),
                Price.of("250", GBP),
                gbp(amount),
                WORKED,
                MONTH_END,
                dimensions(),
                INVOICE,
                1,
                type == TransactionType.UNBILLED_SALES,
                List.of(connection),
                List.of(
                        new Origin(OriginType.APPROVED_TRANSACTION, transaction),
                        new Origin(OriginType.INVOICE, "INV-1001"),
                        new Origin(OriginType.INVOICE_LINE_DETAIL, detail.id().toString())));
    }
}

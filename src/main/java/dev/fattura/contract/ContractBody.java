package dev.fattura.contract;

import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractCustomer;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.CustomerSplit;
import dev.fattura.ledger.InvoiceScheduleType;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.TermsOfPayment;
import dev.fattura.runtime.Body;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of {@code PUT /contracts/{contract}}. */
final class ContractBody {

    /** So many lines that a contract is written in one transaction. */
    private static final int MOST_LINES = 40;

    private static final int MOST_MILESTONES = 20;

    private ContractBody() {}

    static ContractWithLines read(Contract.Id id, Body body) {
        Company.Id company = new Company.Id(body.id("company"));
        String name = body.text("name");
        List<ContractCustomer> customers = customers(body);
        Contract contract = new Contract(
                id,
                company,
                name,
                customers.get(0).customer(),
                body.currency("currency"),
                body.optional("fixedExchangeRate", body::rate).orElse(null),
                body.optionalText("salesTaxGroup").orElse(null),
                customers,
                body.optional("notToExceed", body::money).orElse(null));
        List<ContractLine> lines = body.objects("lines", MOST_LINES).stream()
                .map(line -> line(id, line))
                .toList();
        body.end();
        return new ContractWithLines(contract, lines);
    }

    /** One customer who pays all, or a list of which the first is the primary one. */
    private static List<ContractCustomer> customers(Body body) {
        if (!body.has("customers")) {
            return List.of(ContractCustomer.sole(body.text("customer")));
        }
        if (body.has("customer")) {
            throw body.invalid("customer", "must not be there together with \"customers\"");
        }
        return body.objects("customers", CustomerSplit.MOST_CUSTOMERS).stream()
                .map(ContractBody::customer)
                .toList();
    }

    private static ContractCustomer customer(Body body) {
        ContractCustomer customer = new ContractCustomer(
                body.text("customer"),
                body.percent("split"),
                body.has("rounding") && body.flag("rounding"),
                body.optional("termsOfPayment", name -> termsOfPayment(body, name))
                        .orElse(null),
                body.optionalText("salesTaxGroup").orElse(null),
                body.optional("notToExceed", body::money).orElse(null));
        body.end();
        return customer;
    }

    private static TermsOfPayment termsOfPayment(Body body, String name) {
        return TermsOfPayment.parse(body.text(name)).orElseThrow(() -> body.invalid(name, "must be like \"net30\""));
    }

    private static ContractLine line(Contract.Id contract, Body body) {
        BillingMethod method = body.coded("billingMethod", BillingMethod.class);
        ContractLine.Terms terms = LineTermsBody.read(body, method);
        boolean milestones = method == BillingMethod.FIXED_PRICE
                && terms.invoiceScheduleType() != InvoiceScheduleType.PROGRESS_BASED;
        ContractLine line = new ContractLine(
                contract,
                new ContractLine.Id(body.id("line")),
                body.text("name"),
                method,
                method == BillingMethod.PRODUCT ? null : new Project.Id(body.id("project")),
                milestones ? milestones(body) : List.of(),
                method == BillingMethod.PRODUCT ? product(body) : null,
                terms);
        body.end();
        return line;
    }

    private static List<ContractLine.Milestone> milestones(Body body) {
        return body.objects("milestones", MOST_MILESTONES).stream()
                .map(ContractBody::milestone)
                .toList();
    }

    private static ContractLine.Milestone milestone(Body body) {
        ContractLine.Milestone milestone = new ContractLine.Milestone(
                body.id("milestone"), body.text("name"), body.money("amount"), body.date("date"), ready(body));
        body.end();
        return milestone;
    }

    private static ContractLine.@Nullable Product product(Body body) {
        LocalDate date = body.date("date");
        return new ContractLine.Product(
                body.id("product"), body.quantity("quantity"), body.price("price"), date, ready(body));
    }

    private static boolean ready(Body body) {
        return body.coded("status", BacklogStatus.class) == BacklogStatus.READY_TO_INVOICE;
    }
}

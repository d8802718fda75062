package dev.fattura.contract;

import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Project;
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
        Contract contract = new Contract(
                id,
                new Company.Id(body.id("company")),
                body.text("name"),
                body.text("customer"),
                body.currency("currency"),
                body.optional("fixedExchangeRate", body::rate).orElse(null),
                body.optionalText("salesTaxGroup").orElse(null));
        List<ContractLine> lines = body.objects("lines", MOST_LINES).stream()
                .map(line -> line(id, line))
                .toList();
        body.end();
        return new ContractWithLines(contract, lines);
    }

    private static ContractLine line(Contract.Id contract, Body body) {
        BillingMethod method = body.coded("billingMethod", BillingMethod.class);
        ContractLine line = new ContractLine(
                contract,
                new ContractLine.Id(body.id("line")),
                body.text("name"),
                method,
                method == BillingMethod.PRODUCT ? null : new Project.Id(body.id("project")),
                method == BillingMethod.FIXED_PRICE ? milestones(body) : List.of(),
                method == BillingMethod.PRODUCT ? product(body) : null);
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

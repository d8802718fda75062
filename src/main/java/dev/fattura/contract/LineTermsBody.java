package dev.fattura.contract;

import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.CustomerSplit;
import dev.fattura.ledger.InvoiceSchedule;
import dev.fattura.ledger.InvoiceScheduleType;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Money;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.InvoiceScheduleBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what else is agreed of a contract line, from the members of the line in {@code PUT /contracts/{contract}}. */
final class LineTermsBody {

    private LineTermsBody() {}

    /** The members that another billing method has are left unread, and so refused. */
    static ContractLine.Terms read(Body body, BillingMethod method) {
        InvoiceSchedule schedule = body.optionalObject("invoiceSchedule")
                .map(dates -> InvoiceScheduleBody.read(dates, InvoiceSchedule.MOST_RUNS))
                .orElse(null);
        if (method == BillingMethod.PRODUCT) {
            return terms(List.of(), ContractLine.Terms.ALL, null, schedule);
        }
        List<ContractLine.LineCustomer> customers = body.has("customers")
                ? body.objects("customers", CustomerSplit.MOST_CUSTOMERS).stream()
                        .map(customer -> customer(customer, method))
                        .toList()
                : List.of();
        List<TransactionClass> includes =
                body.has("includes") ? body.codedList("includes", ContractLine.Terms.ALL) : ContractLine.Terms.ALL;
        if (method == BillingMethod.TIME_AND_MATERIAL) {
            Money notToExceed = body.optional("notToExceed", body::money).orElse(null);
            return terms(customers, includes, notToExceed, schedule);
        }
        InvoiceScheduleType type = body.optional(
                        "invoiceScheduleType", name -> body.coded(name, InvoiceScheduleType.class))
                .orElse(InvoiceScheduleType.COMPLETED_MILESTONES);
        Money contracted = type == InvoiceScheduleType.PROGRESS_BASED
                ? body.money("contractedAmount")
                : body.optional("contractedAmount", body::money).orElse(null);
        return new ContractLine.Terms(customers, includes, null, type, contracted, schedule);
    }

    private static ContractLine.Terms terms(
            List<ContractLine.LineCustomer> customers,
            List<TransactionClass> includes,
            @Nullable Money notToExceed,
            @Nullable InvoiceSchedule schedule) {
        return new ContractLine.Terms(
                customers, includes, notToExceed, InvoiceScheduleType.COMPLETED_MILESTONES, null, schedule);
    }

    /** Limits are for time and material. */
    private static ContractLine.LineCustomer customer(Body body, BillingMethod method) {
        ContractLine.LineCustomer customer = new ContractLine.LineCustomer(
                body.text("customer"),
                body.percent("split"),
                body.has("rounding") && body.flag("rounding"),
                method == BillingMethod.TIME_AND_MATERIAL
                        ? body.optional("notToExceed", body::money).orElse(null)
                        : null);
        body.end();
        return customer;
    }
}

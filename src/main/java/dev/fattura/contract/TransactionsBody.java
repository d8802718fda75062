package dev.fattura.contract;

import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.runtime.Body;
import java.util.List;

/** Reads the body of {@code POST /approvals}. */
final class TransactionsBody {

    private static final int MOST = 500;

    private static final List<TransactionClass> APPROVED =
            List.of(TransactionClass.TIME, TransactionClass.EXPENSE, TransactionClass.MATERIAL, TransactionClass.FEE);
    private static final List<BillingType> CHOSEN =
            List.of(BillingType.CHARGEABLE, BillingType.NON_CHARGEABLE, BillingType.COMPLIMENTARY);

    private TransactionsBody() {}

    static List<ApprovedTransaction> read(Body body) {
        List<ApprovedTransaction> transactions = body.objects("transactions", MOST).stream()
                .map(TransactionsBody::transaction)
                .toList();
        body.end();
        return transactions;
    }

    private static ApprovedTransaction transaction(Body body) {
        TransactionClass transactionClass = body.coded("class", APPROVED);
        if (transactionClass == TransactionClass.FEE && body.has("costPrice")) {
            throw body.invalid("costPrice", "must not be there: a fee has no cost");
        }
        ApprovedTransaction transaction = new ApprovedTransaction(
                body.id("transaction"),
                transactionClass,
                new Contract.Id(body.id("contract")),
                new ContractLine.Id(body.id("line")),
                new Project.Id(body.id("project")),
                body.date("date"),
                body.quantity("quantity"),
                body.text("unit"),
                transactionClass == TransactionClass.FEE ? null : body.price("costPrice"),
                body.optional("salesPrice", body::price).orElse(null),
                body.coded("billingType", CHOSEN),
                body.optionalText("resource").orElse(null),
                body.optionalText("description").orElse(null),
                body.optionalText("category").orElse(null),
                treatment(body));
        body.end();
        return transaction;
    }

    private static ApprovedTransaction.Treatment treatment(Body body) {
        return new ApprovedTransaction.Treatment(
                body.optional("billableQuantity", body::quantityFromZero).orElse(null),
                body.optional("status", name -> body.coded(name, BacklogStatus.class))
                        .orElse(BacklogStatus.READY_TO_INVOICE),
                body.optional("resourcingCompany", body::id)
                        .map(Company.Id::new)
                        .orElse(null));
    }
}

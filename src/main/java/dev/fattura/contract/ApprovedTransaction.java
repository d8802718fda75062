package dev.fattura.contract;

import dev.fattura.ledger.BacklogStatus;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time, expense, material or fee transaction that was approved.
 *
 * @param costPrice of one unit, in any currency; a fee has none
 * @param salesPrice of one unit, in the contract's currency; on a fixed-price line there is none
 * @param unit of the quantity: {@code hour}
 * @param category the transaction category, which finance maps to its project category
 * @param treatment how it is billed and by whom it was done, where that is not the usual
 */
public record ApprovedTransaction(
        String id,
        TransactionClass transactionClass,
        Contract.Id contract,
        ContractLine.Id line,
        Project.Id project,
        LocalDate date,
        Quantity quantity,
        String unit,
        @Nullable Price costPrice,
        @Nullable Price salesPrice,
        BillingType billingType,
        @Nullable String resource,
        @Nullable String description,
        @Nullable String category,
        Treatment treatment) {

    /** Without a transaction category, and with the usual treatment. */
    public ApprovedTransaction(
            String id,
            TransactionClass transactionClass,
            Contract.Id contract,
            ContractLine.Id line,
            Project.Id project,
            LocalDate date,
            Quantity quantity,
            String unit,
            @Nullable Price costPrice,
            @Nullable Price salesPrice,
            BillingType billingType,
            @Nullable String resource,
            @Nullable String description) {
        this(
                id,
                transactionClass,
                contract,
                line,
                project,
                date,
                quantity,
                unit,
                costPrice,
                salesPrice,
                billingType,
                resource,
                description,
                null,
                Treatment.USUAL);
    }

    /**
     * What an approver can say beyond what was worked (domain.md 2.14, 3.12).
     *
     * @param billableQuantity what of it is billed, lower or higher than what was worked; null for all of it
     * @param status of its unbilled sales in the billing backlog
     * @param resourcingCompany the company that did the work; null if it is the contract's
     */
    public record Treatment(
            @Nullable Quantity billableQuantity, BacklogStatus status, Company.@Nullable Id resourcingCompany) {

        public static final Treatment USUAL = new Treatment(null, BacklogStatus.READY_TO_INVOICE, null);
    }
}

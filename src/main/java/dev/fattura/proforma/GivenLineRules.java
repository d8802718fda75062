package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.ledger.Amounts;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.CustomerSplit;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Retainer;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.ledger.TransactionType;
import dev.fattura.money.Price;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a chosen line must be to go on a draft, and the detail that it becomes there (domain.md 1.8, 1.9, 1.13). */
final class GivenLineRules {

    private GivenLineRules() {}

    /**
     * @param customer of the invoice
     * @param actual the actual that the line names, or null if there is none
     * @param pointer of the line in the request
     */
    static InvoiceLineDetail unbilledSales(
            Invoice.Id invoice,
            Contract contract,
            String customer,
            DraftRequest.GivenLine given,
            @Nullable Actual actual,
            String pointer) {
        String here = pointer + "/unbilledSales";
        if (actual == null) {
            throw unknown("Actual " + given.unbilledSales(), here);
        }
        // The reversal that confirming writes is unbilled sales too, and never billed.
        // Nor is the open balance of a retainer: it is applied.
        if (actual.type() != TransactionType.UNBILLED_SALES
                || actual.adjustmentStatus() != AdjustmentStatus.NORMAL
                || actual.transactionClass() == TransactionClass.RETAINER) {
            throw new Refused(RefusalCode.WRONG_LINE, "Actual " + actual.id() + " is not unbilled sales.", here);
        }
        if (!actual.dimensions().contract().equals(contract.id())) {
            throw new Refused(
                    RefusalCode.WRONG_CONTRACT,
                    "Actual " + actual.id() + " is of contract "
                            + actual.dimensions().contract() + ".",
                    here);
        }
        requireCustomer(customer, actual.dimensions().customer(), here);
        return edited(DetailDecider.ofUnbilledSales(invoice, actual), given, contract, pointer);
    }

    /**
     * @param line the contract line of the retainer, or null if there is none
     * @param retainer that the line names, or null if there is none
     */
    static InvoiceLineDetail retainer(
            Invoice.Id invoice,
            Contract contract,
            String customer,
            DraftRequest.GivenLine given,
            @Nullable ContractLine line,
            @Nullable Retainer retainer,
            String pointer) {
        String here = pointer + "/retainer";
        if (retainer == null || line == null) {
            throw unknown("Retainer " + given.retainer() + " of contract " + contract.id(), here);
        }
        requireCustomer(customer, retainer.customer(), here);
        return edited(RetainerLineDecider.ofRetainer(invoice, contract, line, retainer), given, contract, pointer);
    }

    /** @param line the contract line that the line names, or null if there is none */
    static InvoiceLineDetail ofContract(
            Invoice.Id invoice,
            Contract contract,
            String customer,
            DraftRequest.GivenLine given,
            @Nullable ContractLine line,
            String pointer) {
        if (line == null) {
            throw unknown("Line " + given.line() + " of contract " + contract.id(), pointer + "/line");
        }
        InvoiceLineDetail detail = given.product() == null
                ? milestone(invoice, contract, customer, given, line, pointer + "/milestone")
                : product(invoice, contract, customer, given, line, pointer + "/product");
        return edited(detail, given, contract, pointer);
    }

    private static InvoiceLineDetail milestone(
            Invoice.Id invoice,
            Contract contract,
            String customer,
            DraftRequest.GivenLine given,
            ContractLine line,
            String pointer) {
        ContractLine.Milestone milestone = Optional.ofNullable(given.milestone())
                .flatMap(line::milestone)
                .orElseThrow(() -> unknown("Milestone " + given.milestone() + " of line " + line.id(), pointer));
        CustomerSplit.Part part = CustomerSplit.of(contract, line)
                .part(line, milestone, customer)
                .orElseThrow(() -> wrongCustomer(customer, pointer));
        return DetailDecider.ofMilestone(invoice, contract, line, milestone, part);
    }

    private static InvoiceLineDetail product(
            Invoice.Id invoice,
            Contract contract,
            String customer,
            DraftRequest.GivenLine given,
            ContractLine line,
            String pointer) {
        ContractLine.Product product = line.product();
        if (product == null || !product.id().equals(given.product())) {
            throw unknown("Product " + given.product() + " of line " + line.id(), pointer);
        }
        requireCustomer(customer, contract.customer(), pointer);
        return DetailDecider.ofProduct(invoice, contract, line, product);
    }

    /** The values that are given with a line edit it at once (1.8). */
    private static InvoiceLineDetail edited(
            InvoiceLineDetail detail, DraftRequest.GivenLine given, Contract contract, String pointer) {
        Price price = given.price();
        if (price != null) {
            Amounts.requireCurrency(price.currency(), contract.currency(), pointer + "/price/currency");
        }
        LineChange change = new LineChange(
                differing(given.quantity(), detail.quantity()),
                differing(price, detail.price()),
                differing(given.billingType(), detail.billingType()),
                null,
                null);
        return EditLineDecider.edited(detail, change, pointer);
    }

    /** A value that the line has already is no change, whatever kind of line it is. */
    private static <T> @Nullable T differing(@Nullable T given, T own) {
        return own.equals(given) ? null : given;
    }

    private static void requireCustomer(String invoiced, String billed, String pointer) {
        if (!invoiced.equals(billed)) {
            throw wrongCustomer(invoiced, pointer);
        }
    }

    private static Refused wrongCustomer(String customer, String pointer) {
        return new Refused(RefusalCode.WRONG_CUSTOMER, "Customer " + customer + " is not billed it.", pointer);
    }

    private static Refused unknown(String what, String pointer) {
        return new Refused(RefusalCode.UNKNOWN_REFERENCE, what + " is not recorded.", pointer);
    }
}

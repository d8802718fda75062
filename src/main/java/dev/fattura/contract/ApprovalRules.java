package dev.fattura.contract;

import dev.fattura.ledger.Amounts;
import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import org.jspecify.annotations.Nullable;

/** What a transaction must be to be approved: it fits its contract, its line and its project (domain.md 1.3, 2.5, 2.6). */
final class ApprovalRules {

    private ApprovalRules() {}

    /**
     * The contract that the transaction fits.
     *
     * @param pointer of the transaction in the request
     * @throws Refused if the transaction contradicts what it refers to
     */
    static Contract check(ApprovedTransaction transaction, References references, String pointer) {
        Contract contract = references.contract(transaction.contract());
        if (contract == null) {
            throw unknown("Contract " + transaction.contract(), pointer + "/contract");
        }
        ContractLine line = references.line(contract.id(), transaction.line());
        if (line == null) {
            throw unknown("Line " + transaction.line() + " of contract " + contract.id(), pointer + "/line");
        }
        checkProject(transaction, line, references, pointer);
        checkClass(transaction, line, pointer);
        checkSalesPrice(transaction, contract, line, pointer);
        checkAmount(transaction, transaction.costPrice(), pointer);
        checkAmount(transaction, transaction.salesPrice(), pointer);
        checkBillable(transaction, line, pointer + "/billableQuantity");
        return contract;
    }

    private static void checkProject(
            ApprovedTransaction transaction, ContractLine line, References references, String pointer) {
        if (line.billingMethod() == BillingMethod.PRODUCT) {
            throw new Refused(
                    RefusalCode.WRONG_LINE,
                    "Line " + line.id() + " sells a product; no transactions are approved for it.",
                    pointer + "/line");
        }
        if (!references.hasProject(transaction.project())) {
            throw unknown("Project " + transaction.project(), pointer + "/project");
        }
        if (!transaction.project().equals(line.project())) {
            throw new Refused(
                    RefusalCode.WRONG_LINE,
                    "Line " + line.id() + " is for project " + line.project() + ", not " + transaction.project() + ".",
                    pointer + "/project");
        }
    }

    private static void checkClass(ApprovedTransaction transaction, ContractLine line, String pointer) {
        if (transaction.transactionClass() == TransactionClass.FEE && !billed(transaction, line)) {
            throw new Refused(
                    RefusalCode.WRONG_LINE,
                    "Line " + line.id() + " bills no fees; a fee has no cost to record there.",
                    pointer + "/class");
        }
    }

    /** Whether the line bills transactions of that class one by one (1.3). */
    static boolean billed(ApprovedTransaction transaction, ContractLine line) {
        return line.billingMethod() == BillingMethod.TIME_AND_MATERIAL && line.includes(transaction.transactionClass());
    }

    private static void checkSalesPrice(
            ApprovedTransaction transaction, Contract contract, ContractLine line, String pointer) {
        Price price = transaction.salesPrice();
        boolean fixedPrice = line.billingMethod() == BillingMethod.FIXED_PRICE;
        if (fixedPrice && price != null) {
            throw new Refused(
                    RefusalCode.WRONG_LINE,
                    "Line " + line.id() + " has a fixed price; its transactions have no sales price.",
                    pointer + "/salesPrice");
        }
        if (billed(transaction, line) && price == null) {
            throw new Refused(
                    RefusalCode.MEMBER_MISSING,
                    "Line " + line.id() + " bills time and material; the sales price is missing.",
                    pointer + "/salesPrice");
        }
        if (price != null) {
            Amounts.requireCurrency(price.currency(), contract.currency(), pointer + "/salesPrice/currency");
        }
    }

    private static void checkBillable(ApprovedTransaction transaction, ContractLine line, String pointer) {
        Quantity billable = transaction.treatment().billableQuantity();
        Price price = transaction.salesPrice();
        if (billable == null) {
            return;
        }
        if (!billed(transaction, line) || transaction.billingType() != BillingType.CHARGEABLE || price == null) {
            throw new Refused(
                    RefusalCode.WRONG_LINE,
                    "Only of chargeable work that its line bills by the piece another quantity can be billed.",
                    pointer);
        }
        Amounts.requireAmount(billable, price, pointer);
    }

    private static void checkAmount(ApprovedTransaction transaction, @Nullable Price price, String pointer) {
        if (price != null) {
            Amounts.requireAmount(transaction.quantity(), price, pointer + "/quantity");
        }
    }

    private static Refused unknown(String what, String pointer) {
        return new Refused(RefusalCode.UNKNOWN_REFERENCE, what + " is not recorded.", pointer);
    }
}

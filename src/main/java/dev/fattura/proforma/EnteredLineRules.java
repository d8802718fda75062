package dev.fattura.proforma;

import dev.fattura.ledger.Amounts;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingMethod;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.CustomerSplit;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.money.Rounding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a line that is entered by hand must be, and the detail that it becomes (domain.md 1.8, 2.13). It keeps to the terms of its
 * contract line like approved work: which classes that governs (1.3), and who bears it (1.4).
 */
final class EnteredLineRules {

    private EnteredLineRules() {}

    /**
     * @param line the contract line that it names, or null if there is none
     * @param financialDimensions of the project of that line (3.8)
     * @param pointer of it in the request
     * @throws Refused if it does not fit its contract line or the customer of the invoice
     */
    static InvoiceLineDetail detail(
            Invoice invoice,
            Contract contract,
            EnteredLine entered,
            @Nullable ContractLine line,
            Map<String, String> financialDimensions,
            String pointer) {
        if (line == null) {
            throw new Refused(
                    RefusalCode.UNKNOWN_REFERENCE,
                    "Line " + entered.line() + " of contract " + invoice.contract() + " is not recorded.",
                    pointer + "/line");
        }
        requireTerms(invoice, contract, entered, line, pointer);
        Amounts.requireCurrency(entered.price().currency(), invoice.currency(), pointer + "/price/currency");
        Amounts.requireAmount(entered.quantity(), entered.price(), pointer + "/quantity");
        Billable billable = Billable.entered(invoice.id(), line.id(), line.billingMethod(), entered.entry());
        return new InvoiceLineDetail(
                InvoiceLineDetail.Id.of(invoice.id(), billable),
                invoice.id(),
                billable,
                entered.transactionClass(),
                entered.billingType(),
                entered.quantity(),
                entered.price(),
                Rounding.amount(entered.quantity(), entered.price()),
                entered.date(),
                new Dimensions(
                        invoice.company(),
                        invoice.contract(),
                        line.id(),
                        line.project(),
                        invoice.customer(),
                        entered.unit(),
                        null,
                        entered.description(),
                        entered.category(),
                        financialDimensions),
                List.of(),
                null);
    }

    private static void requireTerms(
            Invoice invoice, Contract contract, EnteredLine entered, ContractLine line, String pointer) {
        if (line.billingMethod() == BillingMethod.PRODUCT) {
            throw new Refused(RefusalCode.WRONG_LINE, "Line " + line.id() + " sells a product.", pointer + "/line");
        }
        if (!line.includes(entered.transactionClass())) {
            throw new Refused(
                    RefusalCode.WRONG_LINE,
                    "Line " + line.id() + " does not include the class "
                            + entered.transactionClass().code() + ".",
                    pointer + "/class");
        }
        if (!CustomerSplit.of(contract, line).bears(invoice.customer())) {
            throw new Refused(
                    RefusalCode.WRONG_CUSTOMER,
                    "Customer " + invoice.customer() + " bears no part of line " + line.id() + ".",
                    pointer + "/line");
        }
    }
}

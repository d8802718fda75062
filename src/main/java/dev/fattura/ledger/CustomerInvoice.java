package dev.fattura.ledger;

import dev.fattura.money.Money;
import java.time.LocalDate;

/**
 * The customer invoice that finance posted for a proposal (domain.md 3.4, 3.9, 3.10).
 *
 * @param number from the company's customer invoice sequence, without gaps
 * @param date of the invoice; the accounting date of its ledger entries
 * @param dueDate when the customer has to pay
 * @param voucher from the company's voucher sequence
 * @param amount what the customer owes: net and sales tax, in the contract's currency
 * @param salesTax in the contract's currency
 */
public record CustomerInvoice(
        String number, LocalDate date, LocalDate dueDate, String voucher, Money amount, Money salesTax) {

    /** What it is to the customer. */
    public enum Kind implements Coded {
        INVOICE("invoice"),
        CREDIT_NOTE("creditNote");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** A credit note is what gives the customer something back; an invoice of zero is an invoice. */
    public Kind kind() {
        return amount.minor() < 0 ? Kind.CREDIT_NOTE : Kind.INVOICE;
    }
}

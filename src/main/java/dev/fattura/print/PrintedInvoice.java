package dev.fattura.print;

import dev.fattura.ledger.LineTotals;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.SalesTaxShare;
import dev.fattura.money.Money;
import java.util.List;

/**
 * An invoice ready to be laid out.
 *
 * @param proposal its header; without a customer invoice it is printed as a pro forma
 * @param net what is charged without tax, as the sum of the sections
 */
record PrintedInvoice(Proposal proposal, Layout layout, List<Section> sections, Money net, Money salesTax) {

    PrintedInvoice {
        sections = List.copyOf(sections);
    }

    /**
     * The lines of one contract line or of one transaction class, and what they sum to.
     *
     * @param lines in the order of their dates; empty in a summary
     * @param count of the lines that it sums up, whether they are listed or not
     */
    record Section(String heading, List<PrintedLine> lines, long count, Money charged, Money salesTax) {

        Section {
            lines = List.copyOf(lines);
        }
    }

    Money total() {
        return net.plus(salesTax);
    }

    /** The sales tax by each code and rate. */
    List<SalesTaxShare> salesTaxes() {
        LineTotals totals = proposal.lineTotals();
        return totals == null ? List.of() : totals.shares();
    }

    /** The title of the document (domain.md 3.4): a negative invoice is a credit note. */
    String title() {
        if (proposal.customerInvoice() == null) {
            return "Pro forma invoice";
        }
        return total().minor() < 0 ? "Credit note" : "Customer invoice";
    }
}

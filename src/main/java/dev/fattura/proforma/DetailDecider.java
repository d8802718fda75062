package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.CustomerSplit;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rounding;
import java.util.List;

/** The invoice line detail that a billable becomes on a draft (domain.md 1.8). */
final class DetailDecider {

    /** The unit of what is sold as a whole or by the piece. */
    private static final String EACH = "each";

    private DetailDecider() {}

    /** Of an unbilled sales actual: with its own class, billing type, values, dates and origins (2.2). */
    static InvoiceLineDetail ofUnbilledSales(Invoice.Id invoice, Actual actual) {
        Billable billable =
                Billable.unbilledSales(actual.id(), actual.dimensions().line());
        return new InvoiceLineDetail(
                InvoiceLineDetail.Id.of(invoice, billable),
                invoice,
                billable,
                actual.transactionClass(),
                actual.billingType(),
                actual.quantity(),
                actual.price(),
                actual.amount(),
                actual.transactionDate(),
                actual.dimensions(),
                actual.origins(),
                InvoiceLineDetail.Backing.of(actual));
    }

    /**
     * Of a customer's part of a milestone: always chargeable, sold as a whole (2.6).
     *
     * @param part what he bears of it
     */
    static InvoiceLineDetail ofMilestone(
            Invoice.Id invoice,
            Contract contract,
            ContractLine line,
            ContractLine.Milestone milestone,
            CustomerSplit.Part part) {
        Billable billable = part.billable();
        return new InvoiceLineDetail(
                InvoiceLineDetail.Id.of(invoice, billable),
                invoice,
                billable,
                TransactionClass.MILESTONE,
                BillingType.CHARGEABLE,
                Quantity.ONE,
                Price.of(part.amount()),
                part.amount(),
                milestone.date(),
                dimensions(contract, line, part.customer(), milestone.name()),
                List.of(origin(OriginType.MILESTONE, contract, line, milestone.id())),
                null);
    }

    /** Of a product-based line: always chargeable, by the piece (2.7). */
    static InvoiceLineDetail ofProduct(
            Invoice.Id invoice, Contract contract, ContractLine line, ContractLine.Product product) {
        Billable billable = Billable.product(contract.id(), line.id(), product.id());
        return new InvoiceLineDetail(
                InvoiceLineDetail.Id.of(invoice, billable),
                invoice,
                billable,
                TransactionClass.PRODUCT,
                BillingType.CHARGEABLE,
                product.quantity(),
                product.price(),
                Rounding.amount(product.quantity(), product.price()),
                product.date(),
                dimensions(contract, line, contract.customer(), line.name()),
                List.of(origin(OriginType.PRODUCT_LINE, contract, line, product.id())),
                null);
    }

    private static Dimensions dimensions(Contract contract, ContractLine line, String customer, String description) {
        return new Dimensions(
                contract.company(), contract.id(), line.id(), line.project(), customer, EACH, null, description);
    }

    /** The number of a milestone or product says nothing without its contract and line. */
    private static Origin origin(OriginType type, Contract contract, ContractLine line, String id) {
        return new Origin(type, contract.id() + "/" + line.id() + "/" + id);
    }
}

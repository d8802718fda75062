package dev.fattura.maps;

import static dev.fattura.maps.ColumnType.DATE;
import static dev.fattura.maps.ColumnType.DECIMAL;
import static dev.fattura.maps.ColumnType.GUID;
import static dev.fattura.maps.ColumnType.TEXT;

import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns that finance writes back (domain.md 3.1, 3.10): where the value of each is read. */
final class FinanceEntities {

    /** The accounting columns of the staging row of what was posted. */
    static final SourceEntity<Posting> POSTINGS = SourceEntity.<Posting>named("ProjCDSActualsImportEntity")
            .column("ACTUALID", GUID, posting -> posting.actual().toString())
            .column("ACCOUNTINGAMOUNT", DECIMAL, posting -> posting.accountingAmount()
                    .decimalText())
            .column("ACCOUNTINGCURRENCY", TEXT, posting -> posting.accountingAmount()
                    .currency()
                    .code())
            .column("EXCHANGERATE", DECIMAL, posting -> posting.exchangeRate().toString())
            .column("VOUCHERNUMBER", TEXT, Posting::voucher)
            .column("SALESTAXAMOUNT", DECIMAL, posting -> posting.salesTax().decimalText())
            .column("TRANSACTIONCURRENCYID", TEXT, posting -> posting.salesTax()
                    .currency()
                    .code())
            .build();

    /** The customer invoice of a posted proposal. */
    static final SourceEntity<Proposal> CUSTOMER_INVOICES = SourceEntity.<Proposal>named(
                    "ProjInvoiceProposalExportEntity")
            .column("INVOICEPROPOSALID", TEXT, proposal -> proposal.id().value())
            .column("INVOICENUMBER", TEXT, of(CustomerInvoice::number))
            .column("INVOICEDATE", DATE, of(invoice -> invoice.date().toString()))
            .column("DUEDATE", DATE, of(invoice -> invoice.dueDate().toString()))
            .column("LEDGERVOUCHER", TEXT, of(CustomerInvoice::voucher))
            .column("CURRENCYCODE", TEXT, of(invoice -> invoice.amount()
                    .currency()
                    .code()))
            .column("TOTALINVOICEAMOUNT", DECIMAL, of(invoice -> invoice.amount()
                    .decimalText()))
            .column("TOTALTAXAMOUNT", DECIMAL, of(invoice -> invoice.salesTax().decimalText()))
            .build();

    private FinanceEntities() {}

    private static Function<Proposal, @Nullable String> of(Function<CustomerInvoice, String> column) {
        return proposal -> {
            CustomerInvoice invoice = proposal.customerInvoice();
            return invoice == null ? null : column.apply(invoice);
        };
    }
}

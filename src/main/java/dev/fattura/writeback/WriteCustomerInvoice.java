package dev.fattura.writeback;

import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.SyncErrorCode;
import dev.fattura.ledger.Work;
import dev.fattura.maps.SyncFailure;
import dev.fattura.maps.TableMaps;
import dev.fattura.maps.TargetRow;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.store.Condition;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes number, date, due date, voucher, amount and sales tax of the customer invoice to the proforma, which is then Posted (domain.md 3.10). */
final class WriteCustomerInvoice {

    private final Table office;
    private final TableMaps maps;

    WriteCustomerInvoice(Table office, TableMaps maps) {
        this.office = office;
        this.maps = maps;
    }

    /** @throws SyncFailure if the proforma is not there, is not confirmed, or has another customer invoice */
    void write(Proposal posted) {
        TargetRow row = maps.customerInvoices().row(posted);
        CustomerInvoice arriving = customerInvoice(row);
        Invoice.Id id = row.read("invoicenumber", Invoice.Id::new);
        Invoice invoice = office.get(InvoiceItem.key(id))
                .map(item -> SyncFailure.reading(
                        Crossing.CUSTOMER_INVOICES, "invoice " + id, () -> InvoiceItem.decode(item)))
                .orElseThrow(() ->
                        failure(SyncErrorCode.TARGET_MISSING, "Proposal " + posted.id() + " has no proforma invoice."));
        if (invoice.status() == InvoiceStatus.POSTED && arriving.equals(invoice.customerInvoice())) {
            return;
        }
        if (invoice.status() != InvoiceStatus.CONFIRMED) {
            throw failure(
                    SyncErrorCode.TARGET_CONTRADICTS,
                    "Invoice " + id + " is " + invoice.status().code() + ", and customer invoice " + arriving.number()
                            + " cannot be written to it.");
        }
        commit(invoice, arriving);
    }

    private void commit(Invoice invoice, CustomerInvoice arriving) {
        List<Write> writes = new ArrayList<>();
        writes.add(InvoiceItem.replace(invoice.posted(arriving)));
        // The billed sales of a posted invoice have crossed, else it would have no proposal lines; what it changed of
        // the
        // unbilled sales may not have: the sweep looks before it ends the entry.
        if (invoice.controlTotals() != null
                && invoice.controlTotals().unbilledSales().count() == 0) {
            Work crossing = Work.of(
                    Work.Queue.CROSSING_INVOICE, Work.OFFICE, invoice.id().value());
            writes.add(Write.delete(WorkItem.key(crossing), Condition.NONE));
        }
        if (!office.commit(writes).done()) {
            // Somebody else wrote it back meanwhile: the repeat of this record finds it Posted.
            throw new IllegalStateException("Invoice " + invoice.id() + " changed while it was written back");
        }
    }

    private static CustomerInvoice customerInvoice(TargetRow row) {
        CurrencyCode currency = row.read("transactioncurrencyid.isocurrencycode", CurrencyCode::new);
        return new CustomerInvoice(
                row.text("msdyn_invoicenumber"),
                row.read("msdyn_customerinvoicedate", LocalDate::parse),
                row.read("msdyn_customerinvoiceduedate", LocalDate::parse),
                row.text("msdyn_ledgervoucher"),
                row.read("totalamount", amount -> Money.of(new BigDecimal(amount), currency)),
                row.read("totaltax", amount -> Money.of(new BigDecimal(amount), currency)));
    }

    private static SyncFailure failure(SyncErrorCode code, String cause) {
        return new SyncFailure(Crossing.CUSTOMER_INVOICES, code, cause);
    }
}

package dev.fattura.inquiry;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.Retainer;
import dev.fattura.money.Money;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.ContractItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Office;
import dev.fattura.store.RetainerItem;
import dev.fattura.store.Table;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads the retainers of a contract, and from the facts and claims what has become of each. */
final class RetainerInquiry {

    private static final Set<InvoiceStatus> CONFIRMED = EnumSet.of(InvoiceStatus.CONFIRMED, InvoiceStatus.POSTED);

    private final Table office;

    RetainerInquiry(Office office) {
        this.office = office.table();
    }

    static boolean confirmed(Invoice invoice) {
        return CONFIRMED.contains(invoice.status());
    }

    /** @throws dev.fattura.ledger.Refused if there is no such contract */
    Listing<RetainerAccount> read(Contract.Id contract, PageRequest page) {
        if (ContractItem.find(office, contract).isEmpty()) {
            throw Missing.of("contract", contract);
        }
        Listing<Retainer> retainers = Listing.across(1, page, (part, after, limit) -> {
            RetainerItem.Retainers found = RetainerItem.page(office, contract, after, limit);
            return new Listing.Slice<>(found.retainers(), found.next());
        });
        return new Listing<>(retainers.entries().stream().map(this::account).toList(), retainers.next());
    }

    private RetainerAccount account(Retainer retainer) {
        Optional<Invoice> invoice =
                ClaimItem.holder(office, retainer.billable()).flatMap(holder -> InvoiceItem.find(office, holder));
        Invoice.Id number = invoice.map(Invoice::id).orElse(null);
        if (invoice.filter(RetainerInquiry::confirmed).isEmpty()) {
            RetainerAccount.Status status = number != null
                    ? RetainerAccount.Status.CUSTOMER_INVOICE_CREATED
                    : retainer.readyToInvoice()
                            ? RetainerAccount.Status.READY_TO_INVOICE
                            : RetainerAccount.Status.NOT_READY;
            Money zero = Money.zero(retainer.amount().currency());
            return new RetainerAccount(retainer, status, number, zero, zero, zero, zero, null);
        }
        RetainerCourse course = new RetainerCourse(office, retainer.amount().currency());
        course.follow(InvoiceLineDetail.Id.of(invoice.get().id(), retainer.billable()));
        return new RetainerAccount(
                retainer,
                RetainerAccount.Status.CUSTOMER_INVOICE_POSTED,
                number,
                retainer.amount(),
                course.used(),
                course.refunded(),
                course.balance(),
                course.refundStatus());
    }
}

package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The course of an invoiced retainer from open balance to open balance: whoever has the claim of one says where it went, and the ids
 * of what that wrote follow from it.
 */
final class RetainerCourse {

    private final Table office;
    private final Deque<Actual.Id> open = new ArrayDeque<>();
    private Money used;
    private Money refunded;
    private Money balance;
    private boolean refundDrafted;

    RetainerCourse(Table office, CurrencyCode currency) {
        this.office = office;
        this.used = Money.zero(currency);
        this.refunded = Money.zero(currency);
        this.balance = Money.zero(currency);
    }

    /** @param invoiced the line detail that invoiced it */
    void follow(InvoiceLineDetail.Id invoiced) {
        open.add(Actual.Id.of(ActualPart.OPEN_BALANCE, invoiced));
        while (!open.isEmpty()) {
            ActualItem.find(office, open.remove()).ifPresent(this::step);
        }
    }

    Money used() {
        return used;
    }

    Money refunded() {
        return refunded;
    }

    Money balance() {
        return balance;
    }

    RetainerAccount.@Nullable RefundStatus refundStatus() {
        if (refundDrafted) {
            return RetainerAccount.RefundStatus.READY_TO_REFUND;
        }
        return refunded.isZero() ? null : RetainerAccount.RefundStatus.REFUNDED;
    }

    private void step(Actual balanceActual) {
        Billable deduction = Billable.deduction(
                balanceActual.id(), balanceActual.dimensions().line());
        Optional<Invoice> holder = holder(deduction);
        Optional<InvoiceLineDetail> line = holder.flatMap(invoice ->
                InvoiceLineDetailItem.find(office, invoice, InvoiceLineDetail.Id.of(invoice.id(), deduction)));
        if (holder.filter(RetainerInquiry::confirmed).isEmpty()) {
            balance = balance.minus(balanceActual.amount());
            refundDrafted |= line.filter(RetainerCourse::isRefund).isPresent();
        } else {
            line.ifPresent(this::settled);
        }
    }

    /** Applied or refunded: unless that was credited since, in which case it is open again; the rest is open anyway. */
    private void settled(InvoiceLineDetail line) {
        open.add(Actual.Id.of(ActualPart.OPEN_BALANCE, line.id()));
        Billable billed = Billable.billedSales(
                Actual.Id.billedSalesOf(line.id()), line.dimensions().line());
        Optional<Invoice> credited = holder(billed).filter(RetainerInquiry::confirmed);
        if (credited.isPresent()) {
            InvoiceLineDetail.Id credit = InvoiceLineDetail.Id.of(credited.get().id(), billed);
            open.add(Actual.Id.of(ActualPart.OPEN_BALANCE, credit));
        } else if (isRefund(line)) {
            refunded = refunded.minus(line.amount());
        } else {
            used = used.minus(line.amount());
        }
    }

    private Optional<Invoice> holder(Billable billable) {
        return ClaimItem.holder(office, billable).flatMap(invoice -> InvoiceItem.find(office, invoice));
    }

    private static boolean isRefund(InvoiceLineDetail line) {
        return line.billable().kind() == Billable.Kind.REFUND;
    }
}

package dev.fattura.proforma;

import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Money;
import dev.fattura.store.Table;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the lines of a draft that corrects or applies retainers must be before it is confirmed. Every other draft is confirmed
 * without its lines being read twice.
 */
final class AdjustmentCheck {

    private AdjustmentCheck() {}

    /** @throws Refused if a correction changes nothing, or more is applied than the chargeable lines come to */
    static void check(Table office, Invoice draft) {
        check(draft, page -> DetailPages.each(office, draft, page));
    }

    /**
     * As {@link #check(Table, Invoice)}, where they have been read.
     *
     * @param lines all line details of the draft
     */
    static void check(Invoice draft, List<InvoiceLineDetail> lines) {
        check(draft, page -> page.accept(lines));
    }

    /** @param walk hands over all pages of lines; not taken where there is nothing to check */
    private static void check(Invoice draft, Consumer<Consumer<List<InvoiceLineDetail>>> walk) {
        if (draft.adjustments().any()) {
            Room room = new Room(draft);
            walk.accept(page -> page.forEach(detail -> {
                if (detail.billable().kind() == Billable.Kind.BILLED_SALES) {
                    CorrectionLineDecider.requireChanged(detail, null);
                }
                room.add(detail);
            }));
            room.requireNotExceeded();
        }
    }

    /** What the lines of a draft leave for open balances to be applied to. */
    static final class Room {

        private Money work;
        private Money applied;

        Room(Invoice invoice) {
            work = Money.zero(invoice.currency());
            applied = Money.zero(invoice.currency());
        }

        void addAll(List<InvoiceLineDetail> details) {
            details.forEach(this::add);
        }

        /** A retainer that is invoiced is no work, so none is applied to it. */
        void add(InvoiceLineDetail detail) {
            if (detail.billable().kind() == Billable.Kind.DEDUCTION) {
                applied = applied.minus(detail.amount());
            } else if (detail.transactionClass() != TransactionClass.RETAINER) {
                work = work.plus(detail.charged());
            }
        }

        /** What can still be applied; below zero where too much is. */
        Money left() {
            return work.minus(applied);
        }

        private void requireNotExceeded() {
            if (!applied.isZero() && left().minor() < 0) {
                throw new Refused(
                        RefusalCode.RETAINER_EXCEEDED,
                        "Retainers of " + applied + " are applied to chargeable lines of " + work + ".");
            }
        }
    }
}

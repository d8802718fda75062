package dev.fattura.proforma;

import dev.fattura.ledger.Billable;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.money.Money;
import dev.fattura.store.Condition;
import dev.fattura.store.IntakeItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.util.List;
import java.util.function.Supplier;

/** Ends a drafting: closes it for lines, counts what it holds, which is final then, and makes it a draft. */
final class SettleDraft {

    private final Table office;
    private final ReleaseDraft releaseDraft;
    private final ApplyRetainers applyRetainers;

    SettleDraft(Table office) {
        this.office = office;
        this.releaseDraft = new ReleaseDraft(office);
        this.applyRetainers = new ApplyRetainers(office);
    }

    Invoice settle(Invoice drafting, Command command) {
        return settle(drafting, command, SettleDraft::nothingToInvoice);
    }

    /** @param nothing the refusal of a draft that got no line */
    Invoice settle(Invoice drafting, Command command, Supplier<Refused> nothing) {
        applyRetainers.apply(drafting);
        office.commit(List.of(IntakeItem.close(drafting.id())));
        Sum sum = new Sum(drafting);
        DetailPages.each(office, drafting, page -> page.forEach(sum::add));
        if (sum.lines == 0 && releaseDraft.abandon(drafting)) {
            throw nothing.get().ending();
        }
        Invoice counted = drafting.drafted(sum.lines, sum.charged);
        Invoice draft = sum.appliesRetainers ? counted.applyingRetainers() : counted;
        boolean done = office.commit(List.of(
                        InvoiceItem.replace(draft),
                        Write.delete(WorkItem.key(ReleaseDraft.unfinished(draft.id())), Condition.NONE)))
                .done();
        return done ? draft : settledByAnother(drafting.id(), command);
    }

    /** Refuses an invoice that another command drafted, or that this one drafted and that is no draft any more. */
    static void requireOwn(Invoice invoice, Command command) {
        if (!invoice.draftedBy().equals(command.id())) {
            throw new Refused(RefusalCode.ALREADY_RECORDED, "There is an invoice " + invoice.id() + ".", "/invoice");
        }
        if (invoice.status() != InvoiceStatus.DRAFTING && invoice.status() != InvoiceStatus.DRAFT) {
            throw new Refused(
                    RefusalCode.ALREADY_RECORDED,
                    "Invoice " + invoice.id() + " was drafted by this request before and is "
                            + invoice.status().code() + " now.",
                    "/invoice");
        }
    }

    static Refused nothingToInvoice() {
        return new Refused(
                RefusalCode.NOTHING_TO_INVOICE,
                "The billing backlog of the contract has nothing up to that date.",
                "/fromBacklog/upTo");
    }

    private Invoice settledByAnother(Invoice.Id id, Command command) {
        Invoice invoice = InvoiceItem.find(office, id).orElseThrow();
        requireOwn(invoice, command);
        return invoice;
    }

    /** Lines and what they charge, added up page by page. */
    private static final class Sum {
        private long lines;
        private Money charged;
        private boolean appliesRetainers;

        private Sum(Invoice invoice) {
            charged = Money.zero(invoice.currency());
        }

        private void add(InvoiceLineDetail detail) {
            lines++;
            appliesRetainers |= detail.billable().kind() == Billable.Kind.DEDUCTION;
            charged = charged.plus(detail.charged());
        }
    }
}

package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Amounts;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Retainer;
import dev.fattura.money.Money;
import dev.fattura.store.Attempts;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.ContractItem;
import dev.fattura.store.IntakeItem;
import dev.fattura.store.RetainerItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Drafts an invoice that pays a retainer back: one line for each open balance of it, and no work (domain.md 1.10, 2.11). The
 * course is that of {@link DraftInvoice}.
 */
public final class RefundRetainer {

    private final Table office;
    private final DraftNumbers numbers;
    private final OpenBalances balances;
    private final TakeBalances takeBalances;
    private final ReleaseDraft releaseDraft;
    private final SettleDraft settleDraft;

    public RefundRetainer(Table office) {
        this.office = office;
        this.numbers = new DraftNumbers(office);
        this.balances = new OpenBalances(office);
        this.takeBalances = new TakeBalances(office);
        this.releaseDraft = new ReleaseDraft(office);
        this.settleDraft = new SettleDraft(office);
    }

    /** The draft. @throws Refused if there is no such retainer, or less of it is open */
    public Invoice refund(RefundRequest request, Command command) {
        Invoice drafting = Attempts.untilDone(() -> begin(request, command));
        if (drafting.status() == InvoiceStatus.DRAFT) {
            return drafting;
        }
        boolean more = IntakeItem.isOpen(office, drafting.id());
        while (more) {
            more = Attempts.untilDone(() -> takeSome(drafting, request));
        }
        return settleDraft.settle(drafting, command, () -> exceeded(request, Money.zero(drafting.currency())));
    }

    private Optional<Invoice> begin(RefundRequest request, Command command) {
        Contract contract = ContractItem.find(office, request.contract())
                .orElseThrow(() -> notFound("contract " + request.contract()));
        Retainer retainer = RetainerItem.find(office, contract.id(), request.retainer())
                .orElseThrow(() -> notFound("retainer " + request.retainer()));
        Optional<Invoice> existing = numbers.existing(request.draft(), command);
        if (existing.isPresent()) {
            SettleDraft.requireOwn(existing.get(), command);
            return existing;
        }
        requireOpen(request, contract, retainer);
        DraftNumbers.Numbered numbered = numbers.number(request.draft(), command);
        Invoice invoice = DraftHeaders.header(
                numbered.invoice(), contract, retainer.customer(), request.invoiceDate(), 1, command);
        List<Write> writes = new ArrayList<>(DraftHeaders.begin(invoice));
        writes.addAll(numbered.writes());
        return office.commit(CommandWrites.of(command, writes)).done() ? Optional.of(invoice) : Optional.empty();
    }

    private void requireOpen(RefundRequest request, Contract contract, Retainer retainer) {
        Money open = balances.free(contract.id(), retainer.customer(), Integer.MAX_VALUE, of(retainer)).stream()
                .map(actual -> actual.amount().negated())
                .reduce(Money.zero(contract.currency()), Money::plus);
        Money amount = request.amount();
        if (amount != null) {
            Amounts.requireCurrency(amount.currency(), contract.currency(), "/amount/currency");
        }
        if (open.isZero() || (amount != null && amount.minor() > open.minor())) {
            throw exceeded(request, open);
        }
    }

    /** Returns whether there is more to take; nothing where somebody else was faster. */
    private Optional<Boolean> takeSome(Invoice drafting, RefundRequest request) {
        Retainer retainer = RetainerItem.find(office, request.contract(), request.retainer())
                .orElseThrow();
        // What is free comes first: if the same request, sent twice, has taken it meanwhile, what it took is counted.
        List<Actual> free = balances.free(drafting.contract(), drafting.customer(), TakeBalances.MOST, of(retainer));
        Money refunded = refunded(drafting);
        if (refunded.equals(request.amount())) {
            return Optional.of(false);
        }
        Money left = request.amount() == null ? null : request.amount().minus(refunded);
        if (free.isEmpty()) {
            if (request.amount() != null && releaseDraft.abandon(drafting)) {
                throw exceeded(request, refunded).ending();
            }
            return Optional.of(false);
        }
        return switch (takeBalances.take(drafting, RetainerLineDecider.refunds(drafting.id(), free, left))) {
            case TAKEN -> Optional.of(true);
            case CLOSED -> Optional.of(false);
            case OVERTAKEN -> Optional.empty();
        };
    }

    private Money refunded(Invoice drafting) {
        Money[] sum = {Money.zero(drafting.currency())};
        DetailPages.each(office, drafting, page -> page.forEach(detail -> sum[0] = sum[0].minus(detail.amount())));
        return sum[0];
    }

    private static Predicate<Actual> of(Retainer retainer) {
        return actual -> actual.origins().contains(retainer.origin());
    }

    private static Refused exceeded(RefundRequest request, Money open) {
        return new Refused(
                RefusalCode.RETAINER_EXCEEDED,
                "Of retainer " + request.retainer() + " " + open + " is open and on no draft.",
                "/amount");
    }

    private static Refused notFound(String what) {
        return new Refused(RefusalCode.NOT_FOUND, "There is no " + what + ".");
    }
}

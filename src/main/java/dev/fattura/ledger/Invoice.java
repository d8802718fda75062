package dev.fattura.ledger;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The header of a proforma invoice (domain.md 1.6).
 *
 * @param version rises by one with every change; the ETag of the invoice
 * @param description for the customer, editable while it is a draft
 * @param shards over how many partitions its line details, actuals and staging rows are spread
 * @param lines how many line details it has
 * @param total the sum of its chargeable line details, without tax
 * @param draftedBy the command that made it, so that a repeat of it is known
 * @param confirmation set from the claim (confirming) on
 * @param controlTotals set when it is sealed (confirmed)
 * @param customerInvoice set when finance has posted it
 * @param adjustments what it corrects and applies besides what it bills
 */
public record Invoice(
        Id id,
        Contract.Id contract,
        Company.Id company,
        String customer,
        CurrencyCode currency,
        InvoiceStatus status,
        long version,
        LocalDate invoiceDate,
        @Nullable String description,
        int shards,
        long lines,
        Money total,
        String draftedBy,
        @Nullable Confirmation confirmation,
        @Nullable ControlTotals controlTotals,
        @Nullable CustomerInvoice customerInvoice,
        Adjustments adjustments) {

    /** An invoice that only bills. */
    public Invoice(
            Id id,
            Contract.Id contract,
            Company.Id company,
            String customer,
            CurrencyCode currency,
            InvoiceStatus status,
            long version,
            LocalDate invoiceDate,
            @Nullable String description,
            int shards,
            long lines,
            Money total,
            String draftedBy,
            @Nullable Confirmation confirmation,
            @Nullable ControlTotals controlTotals,
            @Nullable CustomerInvoice customerInvoice) {
        this(
                id,
                contract,
                company,
                customer,
                currency,
                status,
                version,
                invoiceDate,
                description,
                shards,
                lines,
                total,
                draftedBy,
                confirmation,
                controlTotals,
                customerInvoice,
                Adjustments.NONE);
    }

    private static final Set<InvoiceStatus> EDITABLE =
            Collections.unmodifiableSet(EnumSet.of(InvoiceStatus.DRAFT, InvoiceStatus.IN_REVIEW));
    private static final Set<InvoiceStatus> UNCONFIRMED = Collections.unmodifiableSet(
            EnumSet.of(InvoiceStatus.DRAFTING, InvoiceStatus.DRAFT, InvoiceStatus.IN_REVIEW));

    /** The number of the proforma invoice; the invoice proposal in finance bears the same. */
    public record Id(String value) {
        public Id {
            Identifiers.requireGiven(value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * Who claimed the confirmation, and its date.
     *
     * @param command the id of the confirming command
     * @param accountingDate of everything that confirming writes (2.1)
     */
    public record Confirmation(String command, LocalDate accountingDate) {}

    /**
     * What an invoice takes back, sets off or asks for besides what it bills; kept through all its changes.
     *
     * @param corrects the confirmed invoices that it revises (2.15); their revision locks are its own until it is sealed or deleted,
     *     or has no correction of it any more
     * @param appliesRetainers whether open balances of retainers were applied to it (1.10)
     * @param accountingDate that its header asks for, where it does (2.1)
     */
    public record Adjustments(List<Id> corrects, boolean appliesRetainers, @Nullable LocalDate accountingDate) {

        /** Corrected invoices of one draft at most: their locks end in the transaction that seals it. */
        public static final int MOST_CORRECTED = 40;

        public static final Adjustments NONE = new Adjustments(List.of(), false, null);

        public Adjustments {
            corrects = List.copyOf(corrects);
        }

        /** Whether there is anything that the lines have to be looked at for before they are confirmed. */
        public boolean any() {
            return appliesRetainers || !corrects.isEmpty();
        }

        private Adjustments planning(@Nullable LocalDate date) {
            return new Adjustments(corrects, appliesRetainers, date);
        }

        private Adjustments correcting(Id original) {
            return corrects.contains(original)
                    ? this
                    : new Adjustments(
                            Stream.concat(corrects.stream(), Stream.of(original))
                                    .toList(),
                            appliesRetainers,
                            accountingDate);
        }

        private Adjustments correctingNoMore(Id original) {
            return new Adjustments(
                    corrects.stream().filter(other -> !other.equals(original)).toList(),
                    appliesRetainers,
                    accountingDate);
        }
    }

    /** The same version of it, which corrects that invoice as well. */
    public Invoice correcting(Id original) {
        return with(adjustments.correcting(original));
    }

    /** The same version of it, which corrects that invoice no more. */
    public Invoice correctingNoMore(Id original) {
        return with(adjustments.correctingNoMore(original));
    }

    /** The same version of it, to which open balances of retainers are applied. */
    public Invoice applyingRetainers() {
        return with(new Adjustments(adjustments.corrects(), true, adjustments.accountingDate()));
    }

    /** The draft with more line details, which add that sum. */
    public Invoice added(long moreLines, Money more) {
        return next(EDITABLE, status, invoiceDate, description, lines + moreLines, total.plus(more), null, null, null);
    }

    /** The draft with its line details counted: what was being drafted is now a draft. */
    public Invoice drafted(long lineCount, Money sum) {
        return next(
                EnumSet.of(InvoiceStatus.DRAFTING),
                InvoiceStatus.DRAFT,
                invoiceDate,
                description,
                lineCount,
                sum,
                null,
                null,
                null);
    }

    /**
     * The draft with another header (1.6).
     *
     * @param accountingDate the one that confirming will take where it is asked for none; null for none
     * @param to draft or in review: both can be edited, confirmed and deleted
     */
    public Invoice edited(
            LocalDate newInvoiceDate,
            @Nullable String newDescription,
            @Nullable LocalDate accountingDate,
            InvoiceStatus to) {
        if (!EDITABLE.contains(to)) {
            throw new IllegalArgumentException("Editing makes no invoice " + to);
        }
        return next(EDITABLE, to, newInvoiceDate, newDescription, lines, total, null, null, null)
                .with(adjustments.planning(accountingDate));
    }

    /**
     * Its line details are gone and what they billed is back in the backlog; the number stays taken.
     *
     * @throws IllegalStateException if its confirmation is claimed already: from there it only goes forward
     */
    public Invoice deleted() {
        return next(
                UNCONFIRMED,
                InvoiceStatus.DELETED,
                invoiceDate,
                description,
                0,
                Money.zero(currency),
                null,
                null,
                null);
    }

    public Invoice confirming(Confirmation claim) {
        return next(EDITABLE, InvoiceStatus.CONFIRMING, invoiceDate, description, lines, total, claim, null, null);
    }

    public Invoice confirmed(ControlTotals sealed) {
        return next(
                EnumSet.of(InvoiceStatus.CONFIRMING),
                InvoiceStatus.CONFIRMED,
                invoiceDate,
                description,
                lines,
                total,
                confirmation,
                sealed,
                null);
    }

    public Invoice posted(CustomerInvoice customer) {
        return next(
                EnumSet.of(InvoiceStatus.CONFIRMED),
                InvoiceStatus.POSTED,
                invoiceDate,
                description,
                lines,
                total,
                confirmation,
                controlTotals,
                customer);
    }

    private Invoice next(
            Set<InvoiceStatus> from,
            InvoiceStatus to,
            LocalDate date,
            @Nullable String text,
            long lineCount,
            Money sum,
            @Nullable Confirmation claim,
            @Nullable ControlTotals sealed,
            @Nullable CustomerInvoice customer) {
        if (!from.contains(status)) {
            throw new IllegalStateException("Invoice " + id + " is " + status + " and cannot become " + to);
        }
        return new Invoice(
                id,
                contract,
                company,
                this.customer,
                currency,
                to,
                version + 1,
                date,
                text,
                shards,
                lineCount,
                sum,
                draftedBy,
                claim,
                sealed,
                customer,
                adjustments);
    }

    private Invoice with(Adjustments others) {
        return new Invoice(
                id,
                contract,
                company,
                customer,
                currency,
                status,
                version,
                invoiceDate,
                description,
                shards,
                lines,
                total,
                draftedBy,
                confirmation,
                controlTotals,
                customerInvoice,
                others);
    }
}

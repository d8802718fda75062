package dev.fattura.inquiry;

import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceStatus;
import dev.fattura.ledger.PeriodEntry;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.store.Finance;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.Office;
import dev.fattura.store.PeriodLogItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.Table;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Sums up a whole period from the headers of its invoices and their vouchers, by currency. */
final class PeriodTotals {

    private static final int PAGE = 100;
    private static final Set<PostingType> BALANCE = EnumSet.of(PostingType.CUSTOMER_BALANCE);

    private final Table office;
    private final Table finance;

    PeriodTotals(Office office, Finance finance) {
        this.office = office.table();
        this.finance = finance.table();
    }

    /**
     * The sums of one currency.
     *
     * @param confirmed how many invoices the office sealed
     * @param charged over what, without sales tax
     * @param posted how many of them finance has posted
     * @param customerBalance what is receivable of the posted ones
     */
    record Totals(
            long confirmed,
            Money charged,
            long posted,
            Money postedCharged,
            Money salesTax,
            Money total,
            DualAmount customerBalance,
            long writtenBack) {

        static Totals none(CurrencyCode currency, CurrencyCode accounting) {
            Money zero = Money.zero(currency);
            return new Totals(0, zero, 0, zero, zero, zero, DualAmount.zero(currency, accounting), 0);
        }

        Totals plus(Invoice invoice) {
            Money more = Objects.requireNonNull(invoice.controlTotals()).charged();
            long back = invoice.status() == InvoiceStatus.POSTED ? 1 : 0;
            return new Totals(
                    confirmed + 1,
                    charged.plus(more),
                    posted,
                    postedCharged,
                    salesTax,
                    total,
                    customerBalance,
                    writtenBack + back);
        }

        Totals plus(CustomerInvoice invoice, DualAmount balance) {
            return new Totals(
                    confirmed,
                    charged,
                    posted + 1,
                    postedCharged.plus(invoice.amount()).minus(invoice.salesTax()),
                    salesTax.plus(invoice.salesTax()),
                    total.plus(invoice.amount()),
                    customerBalance.plus(balance),
                    writtenBack);
        }
    }

    Collection<Totals> of(Period period) {
        Map<String, Totals> totals = new TreeMap<>();
        for (int month = 0; month < period.months(); month++) {
            String after = null;
            do {
                PeriodLogItem.Entries page = PeriodLogItem.page(
                        office, period.company().id(), period.month(month), PeriodEntry.Kind.INVOICE, after, PAGE);
                add(
                        totals,
                        period,
                        page.entries().stream()
                                .map(entry -> new Invoice.Id(entry.id()))
                                .toList());
                after = page.next();
            } while (after != null);
        }
        return totals.values();
    }

    private void add(Map<String, Totals> totals, Period period, List<Invoice.Id> ids) {
        CurrencyCode accounting = period.company().accountingCurrency();
        List<Invoice> invoices = InvoiceItem.findAll(office, ids).stream()
                .filter(invoice -> ReconcilePeriod.isOf(period, invoice))
                .toList();
        for (Invoice invoice : invoices) {
            CurrencyCode currency = invoice.currency();
            Totals before = totals.getOrDefault(currency.code(), Totals.none(currency, accounting));
            totals.put(currency.code(), before.plus(invoice));
        }
        List<Invoice.Id> sealed = invoices.stream().map(Invoice::id).toList();
        for (Proposal proposal : ProposalItem.findAll(finance, sealed)) {
            if (proposal.status() == ProposalStatus.POSTED && proposal.customerInvoice() != null) {
                DualAmount balance = DualAmount.sum(
                        PostingItem.voucherEntries(finance, proposal.id()),
                        BALANCE,
                        DualAmount.zero(proposal.currency(), accounting));
                CustomerInvoice posted = proposal.customerInvoice();
                totals.computeIfPresent(proposal.currency().code(), (code, sums) -> sums.plus(posted, balance));
            }
        }
    }
}

package dev.fattura.posting;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ExchangeRate;
import dev.fattura.ledger.InvoiceTax;
import dev.fattura.ledger.LineTotals;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.SalesTax;
import dev.fattura.money.Rate;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.ContractItem;
import dev.fattura.store.ExchangeRateItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.SalesTaxItem;
import dev.fattura.store.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Computes the lines of an open proposal anew: by another invoice date, or since a line has other groups and sales tax is rounded for
 * the whole invoice (domain.md 3.4, 3.5, 3.9). The claim says by which terms; from there it only goes forward, and doing it again
 * writes the same lines. Every line is written on condition that the header is still that of the claim.
 */
final class RecalculateProposal {

    private final Table finance;

    RecalculateProposal(Table finance) {
        this.finance = finance;
    }

    /**
     * The terms that hold for an open proposal at another invoice date: the exchange rate of that date, and the sales tax set-up as it
     * is now.
     *
     * @throws Refused if there is no exchange rate, or no rate of a sales tax code that one of the lines bears
     */
    Proposal.Terms terms(Proposal proposal, LocalDate invoiceDate) {
        Company company = CompanyItem.find(finance, proposal.company()).orElseThrow();
        Contract contract = ContractItem.find(finance, proposal.contract()).orElseThrow();
        Rate rate = ExchangeRate.holding(
                        company,
                        contract,
                        ExchangeRateItem.of(finance, company.id(), proposal.currency()),
                        proposal.currency(),
                        invoiceDate)
                .orElseThrow(() -> new Refused(
                        RefusalCode.EXCHANGE_RATE_MISSING,
                        ExchangeRate.missing(company, proposal.currency(), invoiceDate),
                        "/invoiceDate"));
        SalesTax setUp = SalesTaxItem.of(finance, company);
        requireTaxable(proposal, setUp, invoiceDate);
        return new Proposal.Terms(rate, company.version(), setUp.version());
    }

    /** Brings a proposal that is being recalculated to its end; any other is returned as it is. */
    Proposal finish(Proposal claimed) {
        if (claimed.status() != ProposalStatus.RECALCULATING) {
            return claimed;
        }
        Optional<LineTotals> totals = writeLines(claimed);
        if (totals.isPresent()) {
            Proposal open = claimed.open(totals.get());
            if (finance.commit(List.of(ProposalItem.replace(open))).done()) {
                return open;
            }
        }
        // Somebody else has finished it.
        return ProposalItem.find(finance, claimed.id()).orElseThrow();
    }

    private Optional<LineTotals> writeLines(Proposal proposal) {
        Proposal.Terms terms = Objects.requireNonNull(proposal.terms());
        InvoiceTax tax = new InvoiceTax(SalesTaxItem.of(finance, proposal.company(), terms), proposal.currency());
        LineTotals before = Objects.requireNonNull(proposal.lineTotals());
        LineTotals totals = LineTotals.none(proposal.currency());
        for (int shard = 0; shard < proposal.shards(); shard++) {
            String after = null;
            do {
                ProposalLineItem.Lines page =
                        ProposalLineItem.page(finance, proposal, shard, after, ProposalLineItem.PAGE);
                List<ProposalLine> changed = new ArrayList<>();
                for (ProposalLine line : page.lines()) {
                    ProposalLine next = tax.next(line.at(terms.exchangeRate()), proposal.invoiceDate());
                    totals = totals.plus(next, before.dimensions());
                    if (!next.equals(line)) {
                        changed.add(next);
                    }
                }
                if (!ProposalLineItem.putAll(finance, proposal, changed)) {
                    return Optional.empty();
                }
                after = page.next();
            } while (after != null);
        }
        if (totals.count() != before.count()) {
            throw new IllegalStateException("Proposal " + proposal.id() + " has lines that are not there");
        }
        return Optional.of(totals);
    }

    private void requireTaxable(Proposal proposal, SalesTax setUp, LocalDate invoiceDate) {
        for (int shard = 0; shard < proposal.shards(); shard++) {
            String after = null;
            do {
                ProposalLineItem.Lines page =
                        ProposalLineItem.page(finance, proposal, shard, after, ProposalLineItem.PAGE);
                page.lines().forEach(line -> requireTaxable(line, setUp, invoiceDate, "/invoiceDate"));
                after = page.next();
            } while (after != null);
        }
    }

    /** @throws Refused if the line is charged, and its sales tax cannot be computed */
    static void requireTaxable(ProposalLine line, SalesTax setUp, LocalDate invoiceDate, String pointer) {
        ProposalLine.Taxation taxation = line.taxation();
        if (line.billingType() != BillingType.CHARGEABLE) {
            return;
        }
        setUp.gap(
                        taxation.salesTaxGroup(),
                        taxation.itemSalesTaxGroup(),
                        setUp.taxDate(invoiceDate, taxation.projectDate()))
                .ifPresent(gap -> {
                    RefusalCode code =
                            Coded.find(RefusalCode.class, gap.reason().code()).orElseThrow();
                    throw new Refused(code, gap.cause(), pointer);
                });
    }
}

package dev.fattura.staging;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.SalesTax;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.money.Rate;
import dev.fattura.staging.ProposalDecider.Wait;
import dev.fattura.store.PostingItem;
import dev.fattura.store.SalesTaxItem;
import dev.fattura.store.StagedActualItem;
import dev.fattura.store.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether everything is there that the lines of a proposal need, looked up page by page. What only a person can mend is looked at
 * first, since it is cheap; the rows come last.
 */
final class ProposalReadiness {

    private static final int PAGE = 500;

    private final Table finance;
    private final Company company;
    private final ExchangeRates rates;

    ProposalReadiness(Table finance, Company company, ExchangeRates rates) {
        this.finance = finance;
        this.company = company;
        this.rates = rates;
    }

    /** Either the terms under which its lines are made, or why they cannot be made yet. */
    record Readiness(Proposal.@Nullable Terms terms, @Nullable Wait waiting) {

        private static Readiness missing(WaitingReason reason, String cause) {
            return new Readiness(null, new Wait(reason, cause));
        }
    }

    Readiness of(Proposal proposal) {
        Optional<Contract> contract = rates.contract(proposal.contract());
        if (contract.isEmpty()) {
            return Readiness.missing(
                    WaitingReason.CONTRACT_MISSING, "Contract " + proposal.contract() + " has not crossed to finance.");
        }
        Optional<Rate> rate = rates.rate(contract.get(), proposal.currency(), proposal.invoiceDate());
        if (rate.isEmpty()) {
            return Readiness.missing(
                    WaitingReason.EXCHANGE_RATE_MISSING, rates.cause(proposal.currency(), proposal.invoiceDate()));
        }
        SalesTax setUp = SalesTaxItem.of(finance, company);
        return rows(proposal, contract.get(), setUp)
                .or(() -> unposted(proposal))
                .map(wait -> new Readiness(null, wait))
                .orElseGet(
                        () -> new Readiness(new Proposal.Terms(rate.get(), company.version(), setUp.version()), null));
    }

    private Optional<Wait> rows(Proposal proposal, Contract contract, SalesTax setUp) {
        ControlTotals staged = ControlTotals.none(proposal.currency());
        for (int shard = 0; shard < proposal.shards(); shard++) {
            String after = null;
            do {
                StagedActualItem.Rows page = StagedActualItem.page(finance, proposal, shard, after, PAGE);
                for (StagedActual row : page.rows()) {
                    Optional<Wait> untaxable = ProposalDecider.untaxable(
                            row, setUp, company.journals(), contract, proposal.customer(), proposal.invoiceDate());
                    if (untaxable.isPresent()) {
                        return untaxable;
                    }
                    staged = staged.withBilledSales(row.actual(), row.billingType(), row.amount());
                }
                after = page.next();
            } while (after != null);
        }
        return ProposalDecider.incomplete(proposal.controlTotals(), staged);
    }

    /**
     * Ends with the first page of which something is not posted: a long proposal that waits for its journals is looked at by every
     * import, and must not be read to its end each time.
     */
    private Optional<Wait> unposted(Proposal proposal) {
        long looked = 0;
        for (int shard = 0; shard < proposal.shards(); shard++) {
            String after = null;
            do {
                StagedActualItem.Rows page = StagedActualItem.page(finance, proposal, shard, after, PAGE);
                looked += page.rows().size();
                long unposted = unposted(page.rows());
                if (unposted > 0) {
                    return Optional.of(ProposalDecider.unposted(proposal.controlTotals(), unposted, looked));
                }
                after = page.next();
            } while (after != null);
        }
        return Optional.empty();
    }

    private long unposted(List<StagedActual> rows) {
        List<Actual.Id> unbilledSales = rows.stream()
                .map(StagedActual::unbilledSales)
                .filter(Objects::nonNull)
                .toList();
        return unbilledSales.size()
                - (long) PostingItem.findAll(finance, unbilledSales).size();
    }
}

package dev.fattura.staging;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.money.Percent;
import dev.fattura.money.Rate;
import dev.fattura.staging.ProposalDecider.Wait;
import dev.fattura.store.PostingItem;
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

    private static final int PAGE = 100;
    private static final Percent NO_TAX = Percent.of("0");

    private final Table finance;
    private final Company company;
    private final ExchangeRates rates;

    ProposalReadiness(Table finance, Company company) {
        this.finance = finance;
        this.company = company;
        this.rates = new ExchangeRates(finance, company);
    }

    /** Either the terms under which its lines are made, or why they cannot be made yet. */
    record Readiness(Proposal.@Nullable Terms terms, @Nullable Wait waiting) {

        private static Readiness missing(WaitingReason reason, String cause) {
            return new Readiness(null, new Wait(reason, cause));
        }
    }

    Readiness of(Proposal proposal) {
        Readiness priced = terms(proposal);
        if (priced.terms() == null) {
            return priced;
        }
        return rows(proposal).map(wait -> new Readiness(null, wait)).orElse(priced);
    }

    private Readiness terms(Proposal proposal) {
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
        String group = contract.get().salesTaxGroup();
        Percent percent = group == null ? NO_TAX : company.salesTaxGroups().get(group);
        if (percent == null) {
            return Readiness.missing(
                    WaitingReason.SALES_TAX_GROUP_UNKNOWN,
                    "Company " + company.id() + " has no sales tax group " + group + ", which contract "
                            + proposal.contract() + " names.");
        }
        return new Readiness(new Proposal.Terms(rate.get(), percent), null);
    }

    private Optional<Wait> rows(Proposal proposal) {
        ControlTotals staged = ControlTotals.none(proposal.currency());
        long unposted = 0;
        for (int shard = 0; shard < proposal.shards(); shard++) {
            String after = null;
            do {
                StagedActualItem.Rows page = StagedActualItem.page(finance, proposal, shard, after, PAGE);
                for (StagedActual row : page.rows()) {
                    staged = staged.withBilledSales(row.actual(), row.billingType(), row.amount());
                }
                unposted += unposted(page.rows());
                after = page.next();
            } while (after != null);
        }
        return ProposalDecider.incomplete(proposal.controlTotals(), staged, unposted);
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

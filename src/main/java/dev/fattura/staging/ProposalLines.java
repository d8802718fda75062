package dev.fattura.staging;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.InvoiceTax;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.SalesTax;
import dev.fattura.ledger.StagedActual;
import dev.fattura.money.UnroundedTax;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.SalesTaxItem;
import dev.fattura.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the lines of one proposal of its rows, page after page in an order that never changes, by the terms that are pinned. */
final class ProposalLines {

    private final Table finance;
    private final Proposal proposal;
    private final Proposal.Terms terms;
    private final Contract contract;
    private final JournalParameters parameters;
    private final SalesTax setUp;
    private final InvoiceTax tax;

    /**
     * @param contract of the proposal, which crossed before its lines could be claimed
     * @param before the sales tax of the lines that were made before, not rounded
     */
    ProposalLines(Table finance, Proposal proposal, Optional<Contract> contract, Map<String, UnroundedTax> before) {
        this.finance = finance;
        this.proposal = proposal;
        this.terms = Objects.requireNonNull(proposal.terms());
        this.contract = contract.orElseThrow();
        this.parameters = CompanyItem.find(finance, proposal.company(), terms.companyVersion())
                .orElseThrow()
                .journals();
        this.setUp = SalesTaxItem.of(finance, proposal.company(), terms);
        this.tax = new InvoiceTax(setUp, proposal.currency(), before);
    }

    /** The sales tax of all lines made so far, not rounded. */
    Map<String, UnroundedTax> tax() {
        return tax.sums();
    }

    /** The lines of the next rows, in the order of the rows. */
    List<ProposalLine> of(List<StagedActual> rows) {
        List<Actual.Id> unbilledSales = rows.stream()
                .map(StagedActual::unbilledSales)
                .filter(Objects::nonNull)
                .toList();
        Map<Actual.Id, Posting> postings = PostingItem.findAll(finance, unbilledSales).stream()
                .collect(Collectors.toMap(Posting::actual, Function.identity()));
        List<ProposalLine> lines = new ArrayList<>(rows.size());
        for (StagedActual row : rows) {
            Posting posting = row.unbilledSales() == null ? null : postings.get(row.unbilledSales());
            if (row.unbilledSales() != null && posting == null) {
                throw new IllegalStateException("The posting of " + row.unbilledSales() + " is gone");
            }
            ProposalLine.Taxation taxation =
                    ProposalDecider.taxation(row, setUp, parameters, contract, proposal.customer());
            lines.add(tax.next(ProposalDecider.line(proposal, row, terms, taxation, posting), proposal.invoiceDate()));
        }
        return lines;
    }
}

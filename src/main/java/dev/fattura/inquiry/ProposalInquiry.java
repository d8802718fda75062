package dev.fattura.inquiry;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Finance;
import dev.fattura.store.PostingItem;
import dev.fattura.store.ProposalItem;
import dev.fattura.store.ProposalLineItem;
import dev.fattura.store.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an invoice proposal, one page of its lines, and once it is posted their ledger entries. */
final class ProposalInquiry {

    private static final int BALANCE_PAGE = 100;

    private final Table finance;

    ProposalInquiry(Finance finance) {
        this.finance = finance.table();
    }

    /**
     * A page of a proposal.
     *
     * @param postings of the page's lines; empty before it is posted
     * @param voucher what only the first page of a posted proposal shows, else null
     */
    record Page(
            Proposal proposal,
            Listing<ProposalLine> lines,
            Map<Actual.Id, Posting> postings,
            @Nullable Voucher voucher) {}

    /**
     * The customer invoice's voucher as a whole.
     *
     * @param entries those that belong to no single line
     * @param balance over all its entries, whatever page they are on
     */
    record Voucher(List<LedgerEntry> entries, VoucherBalance balance) {}

    /** @throws dev.fattura.ledger.Refused if there is no such proposal */
    Page read(Invoice.Id id, PageRequest page) {
        Proposal proposal = ProposalItem.find(finance, id).orElseThrow(() -> Missing.of("proposal", id));
        Listing<ProposalLine> lines = lines(proposal, page);
        if (proposal.status() != ProposalStatus.POSTED) {
            return new Page(proposal, lines, Map.of(), null);
        }
        List<Actual.Id> actuals =
                lines.entries().stream().map(ProposalLine::actual).toList();
        Map<Actual.Id, Posting> postings = PostingItem.findAll(finance, proposal, actuals).stream()
                .collect(Collectors.toMap(Posting::actual, Function.identity()));
        return new Page(proposal, lines, postings, page.first() ? voucher(proposal) : null);
    }

    private Listing<ProposalLine> lines(Proposal proposal, PageRequest page) {
        return Listing.across(proposal.shards(), page, (shard, after, limit) -> {
            ProposalLineItem.Lines found = ProposalLineItem.page(finance, proposal, shard, after, limit);
            return new Listing.Slice<>(found.lines(), found.next());
        });
    }

    private Voucher voucher(Proposal proposal) {
        List<LedgerEntry> entries = PostingItem.voucherEntries(finance, proposal.id());
        Company company = CompanyItem.find(finance, proposal.company())
                .orElseThrow(() -> new IllegalStateException("No company " + proposal.company()));
        VoucherBalance balance = VoucherBalance.empty(proposal.currency(), company.accountingCurrency())
                .plus(entries);
        for (int shard = 0; shard < proposal.shards(); shard++) {
            String after = null;
            do {
                PostingItem.Postings found = PostingItem.page(finance, proposal, shard, after, BALANCE_PAGE);
                for (Posting posting : found.postings()) {
                    balance = balance.plus(posting.entries());
                }
                after = found.next();
            } while (after != null);
        }
        return new Voucher(entries, balance);
    }
}

package dev.fattura.inquiry;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Work;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Finance;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.util.List;

/** Reads what of a company waits in finance, and why (domain.md 6, theme 1). */
final class WaitingInquiry {

    /** The queues in the order in which an invoice walks through them. */
    private static final List<Work.Queue> QUEUES = List.of(
            Work.Queue.ARRIVED,
            Work.Queue.IMPORT,
            Work.Queue.JOURNAL,
            Work.Queue.PROPOSAL,
            Work.Queue.WRITE_BACK_JOURNAL,
            Work.Queue.WRITE_BACK_PROPOSAL);

    private final Table finance;

    WaitingInquiry(Finance finance) {
        this.finance = finance.table();
    }

    /** @throws dev.fattura.ledger.Refused if there is no such company */
    Listing<Work> read(Company.Id company, PageRequest page) {
        if (CompanyItem.find(finance, company).isEmpty()) {
            throw Missing.of("company", company);
        }
        return Listing.across(QUEUES.size(), page, (queue, after, limit) -> {
            WorkItem.Entries found = WorkItem.page(finance, QUEUES.get(queue), company.value(), after, limit);
            return new Listing.Slice<>(found.work(), found.next());
        });
    }
}

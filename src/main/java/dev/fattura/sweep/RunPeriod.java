package dev.fattura.sweep;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Approval;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.PeriodEntry;
import dev.fattura.ledger.Progress;
import dev.fattura.ledger.Work;
import dev.fattura.store.ActualItem;
import dev.fattura.store.ApprovalItem;
import dev.fattura.store.InvoiceItem;
import dev.fattura.store.LongStep;
import dev.fattura.store.PeriodLogItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Puts the documents of past months back into the queues of a crossing, whence they are carried again. What has crossed is found
 * there and left as it is, so a period can be run as often as one likes.
 */
final class RunPeriod {

    private static final int PAGE = 100;

    private final Table office;
    private final Table finance;

    RunPeriod(Table office, Table finance) {
        this.office = office;
        this.finance = finance;
    }

    /** Returns how many documents there are to look at. */
    long enqueue(Crossing crossing, List<Company.Id> companies, YearMonth from, YearMonth to) {
        long documents = 0;
        for (Company.Id company : companies) {
            for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
                documents += enqueue(crossing, company, month);
            }
        }
        return documents;
    }

    private long enqueue(Crossing crossing, Company.Id company, YearMonth month) {
        return switch (crossing) {
            case CONTRACTS -> contracts(company, month);
            case PROPOSALS -> office(company, month, PeriodEntry.Kind.INVOICE, Work.Queue.CROSSING_INVOICE);
            case ACTUALS, RELATIONSHIPS ->
                office(company, month, PeriodEntry.Kind.APPROVAL, Work.Queue.CROSSING_APPROVAL)
                        + office(company, month, PeriodEntry.Kind.INVOICE, Work.Queue.CROSSING_INVOICE);
            case ACCOUNTING ->
                finance(company, month, PeriodEntry.Kind.JOURNAL, Work.Queue.WRITE_BACK_JOURNAL)
                        + finance(company, month, PeriodEntry.Kind.PROPOSAL, Work.Queue.WRITE_BACK_PROPOSAL);
            case CUSTOMER_INVOICES ->
                finance(company, month, PeriodEntry.Kind.PROPOSAL, Work.Queue.WRITE_BACK_PROPOSAL);
        };
    }

    private long office(Company.Id company, YearMonth month, PeriodEntry.Kind kind, Work.Queue queue) {
        long[] documents = {0};
        PeriodLogItem.each(office, company, month, kind, entry -> {
            office.putAll(List.of(WorkItem.encode(again(queue, Work.OFFICE, entry.id()))));
            documents[0]++;
        });
        return documents[0];
    }

    private long finance(Company.Id company, YearMonth month, PeriodEntry.Kind kind, Work.Queue queue) {
        long[] documents = {0};
        PeriodLogItem.each(finance, company, month, kind, entry -> {
            if (kind == PeriodEntry.Kind.PROPOSAL) {
                LongStep.forget(finance, new Invoice.Id(entry.id()), Progress.Step.WRITE_BACK);
            }
            finance.putAll(List.of(WorkItem.encode(again(queue, company.value(), entry.id()))));
            documents[0]++;
        });
        return documents[0];
    }

    /** A contract has no month of its own: those that the approvals and invoices of the month belong to. */
    private long contracts(Company.Id company, YearMonth month) {
        Set<Contract.Id> contracts = new LinkedHashSet<>();
        PeriodLogItem.each(office, company, month, PeriodEntry.Kind.INVOICE, entry -> InvoiceItem.find(
                        office, new Invoice.Id(entry.id()))
                .ifPresent(invoice -> contracts.add(invoice.contract())));
        PeriodLogItem.each(office, company, month, PeriodEntry.Kind.APPROVAL, entry -> ApprovalItem.find(
                        office, new Approval.Id(UUID.fromString(entry.id())))
                .ifPresent(approval -> contracts.addAll(contractsOf(approval))));
        office.putAll(contracts.stream()
                .map(contract -> again(Work.Queue.CROSSING_CONTRACT, Work.OFFICE, contract.value()))
                .map(WorkItem::encode)
                .toList());
        return contracts.size();
    }

    private Set<Contract.Id> contractsOf(Approval approval) {
        Set<Contract.Id> contracts = new LinkedHashSet<>();
        List<Actual.Id> actuals =
                approval.entries().stream().map(entry -> entry.actuals().get(0)).toList();
        for (int first = 0; first < actuals.size(); first += PAGE) {
            ActualItem.findAll(office, actuals.subList(first, Math.min(first + PAGE, actuals.size())))
                    .forEach(actual -> contracts.add(actual.dimensions().contract()));
        }
        return contracts;
    }

    private static Work again(Work.Queue queue, String owner, String id) {
        return Work.of(queue, owner, id).waiting(Crossings.RUN, "Its period is run again.");
    }
}

package dev.fattura.inquiry;

import dev.fattura.inquiry.ContractAccrual.Sum;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.PeriodEntry;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.TransactionType;
import dev.fattura.store.JournalItem;
import dev.fattura.store.JournalLineItem;
import dev.fattura.store.PeriodLogItem;
import dev.fattura.store.PostingItem;
import dev.fattura.store.Table;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the posted journals of a month accrued and took back, and what of it an invoice is still to reverse. */
final class JournalAccruals {

    private static final int PAGE = 100;

    private final Table finance;
    private final AccrualOwners owners;

    JournalAccruals(Table office, Table finance) {
        this.finance = finance;
        this.owners = new AccrualOwners(office, finance);
    }

    /** What the posting of a journal line accrues. */
    static DualAmount accrued(AccruedRevenue found, JournalLine line, Posting posting) {
        return DualAmount.accrued(posting.entries(), found.zero(line.amount().currency()));
    }

    /** A journal is logged in every month that it has lines in, and in each only those of that month are looked at. */
    void add(AccruedRevenue found, YearMonth month) {
        PeriodLogItem.each(
                finance, found.period().company().id(), month, PeriodEntry.Kind.JOURNAL, entry -> JournalItem.find(
                                finance, new Journal.Id(entry.id()))
                        .filter(journal -> journal.status() == JournalStatus.POSTED)
                        .ifPresent(journal -> add(found, month, journal.lines())));
    }

    private void add(AccruedRevenue found, YearMonth month, List<Actual.Id> lines) {
        for (int first = 0; first < lines.size(); first += PAGE) {
            List<Actual.Id> page = lines.subList(first, Math.min(lines.size(), first + PAGE));
            addPage(
                    found,
                    JournalLineItem.findAll(finance, page).stream()
                            .filter(line -> line.type() == TransactionType.UNBILLED_SALES)
                            .filter(line ->
                                    YearMonth.from(line.accountingDate()).equals(month))
                            .filter(line -> found.period().has(line.accountingDate()))
                            .toList());
        }
    }

    private void addPage(AccruedRevenue found, List<JournalLine> lines) {
        Map<Actual.Id, Posting> postings = FactsBehind.byId(
                PostingItem.findAll(
                        finance, lines.stream().map(JournalLine::actual).toList()),
                Posting::actual);
        Map<Actual.Id, AccrualOwners.Course> courses = owners.of(lines);
        Map<Actual.Id, JournalLine> originals = FactsBehind.byId(
                JournalLineItem.findAll(
                        finance,
                        lines.stream()
                                .map(JournalLine::reverses)
                                .filter(Objects::nonNull)
                                .toList()),
                JournalLine::actual);
        for (JournalLine line : lines) {
            Posting posting = postings.get(line.actual());
            if (posting == null) {
                continue;
            }
            DualAmount accrued = accrued(found, line, posting);
            if (line.reverses() == null) {
                addAccrual(found, line, accrued, courses.get(line.actual()));
            } else {
                addTakenBack(found, line, accrued.negated(), originals.get(line.reverses()));
            }
        }
    }

    private static void addAccrual(
            AccruedRevenue found, JournalLine line, DualAmount accrued, AccrualOwners.@Nullable Course course) {
        Contract.Id contract = line.dimensions().contract();
        found.add(contract, Sum.ACCRUED, accrued);
        if (course == null) {
            return;
        }
        LocalDate reversedOn = course.reversedOn();
        if (reversedOn == null) {
            found.add(contract, course.byJournal() ? Sum.TO_TAKE_BACK : Sum.ON_INVOICES, accrued);
        } else if (!found.period().has(reversedOn)) {
            found.add(contract, Sum.REVERSED_OUTSIDE, accrued);
        }
    }

    private static void addTakenBack(
            AccruedRevenue found, JournalLine line, DualAmount takenBack, @Nullable JournalLine original) {
        Contract.Id contract = line.dimensions().contract();
        found.add(contract, Sum.TAKEN_BACK, takenBack);
        if (original != null && !found.period().has(original.accountingDate())) {
            found.add(contract, Sum.ACCRUED_OUTSIDE, takenBack);
        }
    }
}

package dev.fattura.posting;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.FiscalPeriods;
import dev.fattura.ledger.Journal;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.JournalStatus;
import dev.fattura.ledger.NumberRange;
import dev.fattura.ledger.NumberSequence;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.ledger.Work;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Condition;
import dev.fattura.store.FiscalPeriodsItem;
import dev.fattura.store.JournalItem;
import dev.fattura.store.NumberSequenceItem;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Validates all lines of a journal and decides what posting it begins with: a voucher for each line that can be posted, and a
 * journal of their own for those that cannot (domain.md 3.3). All of it is one commit, so no line is lost or on two journals.
 */
final class JournalClaim {

    private final Table finance;

    JournalClaim(Table finance) {
        this.finance = finance;
    }

    /** What the journal becomes, and the writes that make it so. */
    record Claim(Journal journal, List<Write> writes) {}

    /** @throws Refused if something that its lines reverse is not posted yet and still may be */
    Claim of(Journal draft) {
        Company company = CompanyItem.find(finance, draft.company()).orElseThrow();
        FiscalPeriods periods = FiscalPeriodsItem.read(finance, draft.company());
        List<Journal.Line> plan = validated(draft, company, periods);
        List<Journal.Line> good =
                plan.stream().filter(line -> line.failure() == null).toList();
        List<Journal.Line> bad =
                plan.stream().filter(line -> line.failure() != null).toList();
        List<Write> writes = new ArrayList<>();
        writes.add(FiscalPeriodsItem.unchanged(periods));
        if (good.isEmpty()) {
            Journal failed = draft.failed(bad);
            writes.addAll(JournalItem.replaceWithPlan(failed));
            writes.add(Write.put(WorkItem.encode(inError(failed)), Condition.NONE));
            return new Claim(failed, writes);
        }
        NumberSequence sequence = sequence(NumberSequence.Kind.VOUCHER, draft);
        NumberRange vouchers = sequence.range(good.size());
        writes.add(NumberSequenceItem.take(sequence, vouchers));
        if (bad.isEmpty()) {
            Journal posting = draft.posting(vouchers, company.version());
            writes.add(JournalItem.replace(posting));
            return new Claim(posting, writes);
        }
        NumberSequence journals = sequence(NumberSequence.Kind.JOURNAL, draft);
        NumberRange number = journals.range(1);
        Journal failures = draft.failures(new Journal.Id(number.last()), bad);
        Journal posting = draft.posting(vouchers, company.version(), good, failures.number());
        writes.add(NumberSequenceItem.take(journals, number));
        writes.addAll(JournalItem.replaceWithPlan(posting));
        writes.addAll(JournalItem.create(failures));
        writes.add(Write.put(WorkItem.encode(inError(failures)), Condition.NONE));
        return new Claim(posting, writes);
    }

    private List<Journal.Line> validated(Journal draft, Company company, FiscalPeriods periods) {
        List<Journal.Line> plan = new ArrayList<>();
        JournalLines lines = JournalLines.of(finance, draft.lines());
        for (Journal.Line planned : draft.plan()) {
            JournalLine line = lines.line(planned.actual());
            Posting original = lines.original(line);
            if (line.reverses() != null && original == null) {
                requireHopeless(line.reverses());
            }
            Optional<Journal.Failure> failure = JournalRules.failure(line, company, periods, original);
            plan.add(failure.map(planned::failed).orElse(planned));
        }
        return plan;
    }

    /** A reversal fails only where its original cannot be posted; else its journal waits, and the next run tries again. */
    private void requireHopeless(Actual.Id original) {
        boolean stillToCome = JournalLines.of(finance, List.of(original))
                .find(original)
                .flatMap(line -> JournalItem.holding(finance, line))
                .filter(journal -> journal.status() != JournalStatus.ERROR)
                .isPresent();
        if (stillToCome) {
            throw new Refused(
                    RefusalCode.ORIGINAL_UNPOSTED,
                    "The unbilled sales " + original + " that one of its lines reverses are not posted yet.");
        }
    }

    private NumberSequence sequence(NumberSequence.Kind kind, Journal draft) {
        return NumberSequenceItem.read(
                finance, new NumberSequence.Id(kind, draft.company().value()));
    }

    /** How the queue shows a journal of lines that could not be posted. */
    static Work inError(Journal journal) {
        List<Journal.Failure> causes = journal.plan().stream()
                .map(Journal.Line::failure)
                .filter(Objects::nonNull)
                .toList();
        String first = causes.get(0).cause();
        return Work.of(
                        Work.Queue.JOURNAL,
                        journal.company().value(),
                        journal.number().value())
                .waiting(
                        WaitingReason.JOURNAL_ERROR.code(),
                        causes.size() + (causes.size() == 1 ? " line" : " lines") + " could not be posted. The first: "
                                + first);
    }
}

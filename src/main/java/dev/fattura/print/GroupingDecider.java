package dev.fattura.print;

import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups the lines of an invoice for print (domain.md 3.4): by contract line or by class, in detail or summed up. */
final class GroupingDecider {

    /** Lines of one day stand together in the order of what they are about, so that a print looks the same every time. */
    private static final Comparator<PrintedLine> ORDER = Comparator.comparing(PrintedLine::date)
            .thenComparing(PrintedLine::transactionClass)
            .thenComparing(line -> line.description() == null ? "" : line.description())
            .thenComparing(line -> line.amount().minor());

    private static final List<TransactionClass> CATEGORIES = List.of(TransactionClass.values());

    private final Proposal proposal;
    private final Layout layout;
    private final Map<String, Group> groups = new TreeMap<>();

    GroupingDecider(Proposal proposal, Layout layout) {
        this.proposal = proposal;
        this.layout = layout;
    }

    /** Takes a line; in a summary only its amounts are kept, so no invoice is too long to be summed up. */
    void add(PrintedLine line) {
        groups.computeIfAbsent(key(line), key -> new Group(heading(line))).add(line);
    }

    /** The invoice with all lines that were added. */
    PrintedInvoice invoice() {
        Money net = Money.zero(proposal.currency());
        Money salesTax = net;
        List<PrintedInvoice.Section> sections = new ArrayList<>();
        for (Group group : groups.values()) {
            sections.add(group.section());
            net = net.plus(group.charged);
            salesTax = salesTax.plus(group.salesTax);
        }
        return new PrintedInvoice(proposal, layout, sections, net, salesTax);
    }

    private String key(PrintedLine line) {
        if (layout == Layout.SUMMARY_BY_CATEGORY) {
            return Integer.toString(CATEGORIES.indexOf(line.transactionClass()));
        }
        String number = line.contractLine().value();
        // Numbers in the order of their value: line 10 comes after line 2.
        return "0".repeat(Math.max(0, 60 - number.length())) + number;
    }

    private String heading(PrintedLine line) {
        return layout == Layout.SUMMARY_BY_CATEGORY
                ? word(line.transactionClass())
                : "Contract line " + line.contractLine();
    }

    private static String word(TransactionClass transactionClass) {
        return switch (transactionClass) {
            case TIME -> "Time";
            case EXPENSE -> "Expense";
            case MATERIAL -> "Material";
            case FEE -> "Fee";
            case MILESTONE -> "Milestone";
            case PRODUCT -> "Product";
            case RETAINER -> "Retainer";
        };
    }

    /** What was added to one section so far. */
    private final class Group {
        private final String heading;
        private final List<PrintedLine> lines = new ArrayList<>();
        private long count;
        private Money charged = Money.zero(proposal.currency());
        private Money salesTax = Money.zero(proposal.currency());

        private Group(String heading) {
            this.heading = heading;
        }

        private void add(PrintedLine line) {
            count++;
            charged = charged.plus(line.charged());
            salesTax = salesTax.plus(line.salesTax());
            if (layout == Layout.DETAIL) {
                lines.add(line);
            }
        }

        private PrintedInvoice.Section section() {
            lines.sort(ORDER);
            return new PrintedInvoice.Section(heading, lines, count, charged, salesTax);
        }
    }
}

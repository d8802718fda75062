package dev.fattura.store;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.LineTotals;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.ledger.TermsOfPayment;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Headers of invoice proposals of finance. */
public final class ProposalItem {

    public static final String KIND = "proposal";

    private ProposalItem() {}

    static String partition(Invoice.Id proposal) {
        return "PROPOSAL#" + proposal;
    }

    static String shardPartition(Invoice.Id proposal, int shard) {
        return partition(proposal) + "#" + shard;
    }

    public static Key key(Invoice.Id proposal) {
        return new Key(partition(proposal), "HEADER");
    }

    public static Optional<Proposal> find(Table table, Invoice.Id proposal) {
        return table.get(key(proposal)).map(ProposalItem::decode);
    }

    /** Those that are there, in no order. */
    public static List<Proposal> findAll(Table table, List<Invoice.Id> proposals) {
        return table.getAll(proposals.stream().map(ProposalItem::key).toList()).stream()
                .map(ProposalItem::decode)
                .toList();
    }

    /** The first write of a proposal. */
    public static Write create(Proposal proposal) {
        return Write.put(encode(proposal), Condition.ABSENT);
    }

    /** The write of its next version, on condition that the table has the one before. */
    public static Write replace(Proposal proposal) {
        return Write.put(encode(proposal), Condition.version(proposal.version() - 1));
    }

    /** Changes nothing, and fails when the proposal was changed since: what is committed with it belongs to that version. */
    public static Write unchanged(Proposal proposal) {
        return Write.put(encode(proposal), Condition.version(proposal.version()));
    }

    public static Item encode(Proposal proposal) {
        Item.Builder item = Item.of(key(proposal.id()), KIND)
                .text("proposal", proposal.id())
                .text("contract", proposal.contract())
                .text("company", proposal.company())
                .text("customer", proposal.customer())
                .text("currency", proposal.currency())
                .text("status", proposal.status().code())
                .number(Item.VERSION, proposal.version())
                .text("invoiceDate", proposal.invoiceDate())
                .text("accountingDate", proposal.accountingDate())
                .number("shards", proposal.shards())
                .map("controlTotals", Nested.of(proposal.controlTotals()));
        encode(item, proposal.heading());
        Proposal.Terms terms = proposal.terms();
        if (terms != null) {
            item.text("exchangeRate", terms.exchangeRate())
                    .number("termsCompanyVersion", terms.companyVersion())
                    .number("salesTaxVersion", terms.salesTaxVersion());
        }
        LineTotals totals = proposal.lineTotals();
        if (totals != null) {
            item.all(Nested.of(totals));
        }
        if (proposal.customerInvoice() != null) {
            item.map("customerInvoice", Nested.of(proposal.customerInvoice()))
                    .number("companyVersion", proposal.companyVersion());
        }
        return item.build();
    }

    private static void encode(Item.Builder item, Proposal.Heading heading) {
        TermsOfPayment terms = heading.termsOfPayment();
        item.text("termsOfPayment", terms == null ? null : terms.code())
                .text("dueDate", heading.dueDate())
                .texts("dimensions", heading.dimensions())
                .text("text", heading.text());
    }

    public static Proposal decode(Item item) {
        Attributes values = item.read();
        return new Proposal(
                new Invoice.Id(values.text("proposal")),
                new Contract.Id(values.text("contract")),
                new Company.Id(values.text("company")),
                values.text("customer"),
                new CurrencyCode(values.text("currency")),
                Coded.stored(ProposalStatus.class, values.text("status")),
                values.number(Item.VERSION),
                LocalDate.parse(values.text("invoiceDate")),
                LocalDate.parse(values.text("accountingDate")),
                Math.toIntExact(values.number("shards")),
                Nested.controlTotals(values.map("controlTotals").orElseThrow()),
                terms(values),
                values.has("lines") ? Nested.lineTotals(values) : null,
                values.map("customerInvoice").map(Nested::customerInvoice).orElse(null),
                values.has("companyVersion") ? values.number("companyVersion") : 0,
                heading(values));
    }

    private static Proposal.@Nullable Terms terms(Attributes values) {
        return values.has("exchangeRate")
                ? new Proposal.Terms(
                        Rate.of(values.text("exchangeRate")),
                        values.number("termsCompanyVersion"),
                        values.number("salesTaxVersion"))
                : null;
    }

    private static Proposal.Heading heading(Attributes values) {
        String terms = values.optionalText("termsOfPayment");
        String dueDate = values.optionalText("dueDate");
        return new Proposal.Heading(
                terms == null ? null : TermsOfPayment.parse(terms).orElseThrow(),
                dueDate == null ? null : LocalDate.parse(dueDate),
                values.texts("dimensions"),
                values.optionalText("text"));
    }
}

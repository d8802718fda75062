package dev.fattura.store;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.ProposalStatus;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Percent;
import dev.fattura.money.Rate;
import java.time.LocalDate;
import java.util.Optional;

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

    /** The first write of a proposal. */
    public static Write create(Proposal proposal) {
        return Write.put(encode(proposal), Condition.ABSENT);
    }

    /** The write of its next version, on condition that the table has the one before. */
    public static Write replace(Proposal proposal) {
        return Write.put(encode(proposal), Condition.version(proposal.version() - 1));
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
        Proposal.Terms terms = proposal.terms();
        if (terms != null) {
            item.text("exchangeRate", terms.exchangeRate()).text("salesTaxPercent", terms.salesTax());
        }
        Proposal.LineTotals totals = proposal.lineTotals();
        if (totals != null) {
            item.number("lines", totals.count())
                    .text("charged", Texts.of(totals.charged()))
                    .text("salesTax", Texts.of(totals.salesTax()));
        }
        if (proposal.customerInvoice() != null) {
            item.map("customerInvoice", Nested.of(proposal.customerInvoice()))
                    .number("companyVersion", proposal.companyVersion());
        }
        return item.build();
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
                values.has("exchangeRate")
                        ? new Proposal.Terms(
                                Rate.of(values.text("exchangeRate")), Percent.of(values.text("salesTaxPercent")))
                        : null,
                values.has("lines")
                        ? new Proposal.LineTotals(
                                values.number("lines"),
                                Texts.money(values.text("charged")),
                                Texts.money(values.text("salesTax")))
                        : null,
                values.map("customerInvoice").map(Nested::customerInvoice).orElse(null),
                values.has("companyVersion") ? values.number("companyVersion") : 0);
    }
}

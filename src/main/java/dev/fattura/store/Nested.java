package dev.fattura.store;

import dev.fattura.ledger.Balance;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Connection;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.ControlTotals;
import dev.fattura.ledger.CustomerInvoice;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.LedgerEntry;
import dev.fattura.ledger.LineTotals;
import dev.fattura.ledger.Origin;
import dev.fattura.ledger.OriginType;
import dev.fattura.ledger.PostingType;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.ProposalSums;
import dev.fattura.ledger.SalesTaxShare;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Percent;
import dev.fattura.money.Rate;
import dev.fattura.money.UnroundedTax;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The codecs of values that live inside more than one entity. */
final class Nested {

    private Nested() {}

    static Map<String, Object> of(Dimensions dimensions) {
        Map<String, Object> map = new TreeMap<>();
        map.put("company", dimensions.company().value());
        map.put("contract", dimensions.contract().value());
        map.put("line", dimensions.line().value());
        putIfThere(map, "project", dimensions.project());
        map.put("customer", dimensions.customer());
        map.put("unit", dimensions.unit());
        putIfThere(map, "resource", dimensions.resource());
        putIfThere(map, "description", dimensions.description());
        putIfThere(map, "category", dimensions.category());
        putIfAny(map, "financialDimensions", new TreeMap<>(dimensions.financialDimensions()));
        return map;
    }

    static Dimensions dimensions(Attributes map) {
        String project = map.optionalText("project");
        return new Dimensions(
                new Company.Id(map.text("company")),
                new Contract.Id(map.text("contract")),
                new ContractLine.Id(map.text("line")),
                project == null ? null : new Project.Id(project),
                map.text("customer"),
                map.text("unit"),
                map.optionalText("resource"),
                map.optionalText("description"),
                map.optionalText("category"),
                map.texts("financialDimensions"));
    }

    static List<Map<String, Object>> connections(List<Connection> connections) {
        return connections.stream()
                .map(connection -> Map.<String, Object>of(
                        "role", connection.role().code(),
                        "other", connection.other().toString(),
                        "otherRole", connection.otherRole().code()))
                .toList();
    }

    static Connection connection(Attributes map) {
        return new Connection(
                Coded.stored(ConnectionRole.class, map.text("role")),
                UUID.fromString(map.text("other")),
                Coded.stored(ConnectionRole.class, map.text("otherRole")));
    }

    static List<Map<String, Object>> origins(List<Origin> origins) {
        return origins.stream()
                .map(origin -> Map.<String, Object>of("type", origin.type().code(), "id", origin.id()))
                .toList();
    }

    static Origin origin(Attributes map) {
        return new Origin(Coded.stored(OriginType.class, map.text("type")), map.text("id"));
    }

    static List<Map<String, Object>> entries(List<LedgerEntry> entries) {
        return entries.stream()
                .map(entry -> Map.<String, Object>of(
                        "account", entry.account(),
                        "postingType", entry.postingType().code(),
                        "amount", Texts.of(entry.amount()),
                        "accountingAmount", Texts.of(entry.accountingAmount()),
                        "exchangeRate", entry.exchangeRate().toString()))
                .toList();
    }

    static LedgerEntry entry(Attributes map) {
        return new LedgerEntry(
                map.text("account"),
                Coded.stored(PostingType.class, map.text("postingType")),
                Texts.money(map.text("amount")),
                Texts.money(map.text("accountingAmount")),
                Rate.of(map.text("exchangeRate")));
    }

    static Map<String, Object> of(ControlTotals totals) {
        Map<String, Object> map = new TreeMap<>();
        map.put("billedSalesCount", totals.billedSales().count());
        map.put("billedSalesAmount", Texts.of(totals.billedSales().amount()));
        map.put("reversalCount", totals.unbilledSalesReversals().count());
        map.put("reversalAmount", Texts.of(totals.unbilledSalesReversals().amount()));
        map.put("unbilledSalesCount", totals.unbilledSales().count());
        map.put("unbilledSalesAmount", Texts.of(totals.unbilledSales().amount()));
        map.put("charged", Texts.of(totals.charged()));
        map.put("billedSalesIds", totals.billedSalesIds().toString());
        return map;
    }

    static ControlTotals controlTotals(Attributes map) {
        return new ControlTotals(
                new ControlTotals.Total(map.number("billedSalesCount"), Texts.money(map.text("billedSalesAmount"))),
                new ControlTotals.Total(map.number("reversalCount"), Texts.money(map.text("reversalAmount"))),
                new ControlTotals.Total(map.number("unbilledSalesCount"), Texts.money(map.text("unbilledSalesAmount"))),
                Texts.money(map.text("charged")),
                UUID.fromString(map.text("billedSalesIds")));
    }

    static Map<String, Object> of(LineTotals totals) {
        Map<String, Object> map = new TreeMap<>();
        map.put("lines", totals.count());
        map.put("charged", Texts.of(totals.charged()));
        map.put("salesTax", Texts.of(totals.salesTax()));
        if (!totals.shares().isEmpty()) {
            map.put("shares", shares(totals.shares()));
        }
        putIfAny(map, "lineDimensions", new TreeMap<>(totals.dimensions()));
        return map;
    }

    static LineTotals lineTotals(Attributes map) {
        return new LineTotals(
                map.number("lines"),
                Texts.money(map.text("charged")),
                Texts.money(map.text("salesTax")),
                map.list("shares").stream().map(Nested::share).toList(),
                map.texts("lineDimensions"));
    }

    static Map<String, Object> of(ProposalSums sums) {
        Map<String, Object> tax = new TreeMap<>();
        sums.tax().forEach((code, unrounded) -> tax.put(code, unrounded.value().toPlainString()));
        Map<String, Object> map = new TreeMap<>();
        map.put("totals", of(sums.totals()));
        putIfAny(map, "tax", tax);
        return map;
    }

    static ProposalSums proposalSums(Attributes map, CurrencyCode currency) {
        Map<String, UnroundedTax> tax = new TreeMap<>();
        map.texts("tax").forEach((code, value) -> tax.put(code, new UnroundedTax(new BigDecimal(value), currency)));
        return new ProposalSums(lineTotals(map.map("totals").orElseThrow()), tax);
    }

    static Map<String, Object> of(Balance balance) {
        return Map.of("amount", Texts.of(balance.amount()), "accountingAmount", Texts.of(balance.accountingAmount()));
    }

    static Balance balance(Attributes map) {
        return new Balance(Texts.money(map.text("amount")), Texts.money(map.text("accountingAmount")));
    }

    static Map<String, Object> of(CustomerInvoice invoice) {
        Map<String, Object> map = new TreeMap<>();
        map.put("number", invoice.number());
        map.put("date", invoice.date().toString());
        map.put("dueDate", invoice.dueDate().toString());
        map.put("voucher", invoice.voucher());
        map.put("amount", Texts.of(invoice.amount()));
        map.put("salesTax", Texts.of(invoice.salesTax()));
        return map;
    }

    static CustomerInvoice customerInvoice(Attributes map) {
        return new CustomerInvoice(
                map.text("number"),
                LocalDate.parse(map.text("date")),
                LocalDate.parse(map.text("dueDate")),
                map.text("voucher"),
                Texts.money(map.text("amount")),
                Texts.money(map.text("salesTax")));
    }

    static List<Map<String, Object>> shares(List<SalesTaxShare> shares) {
        return shares.stream()
                .map(share -> Map.<String, Object>of(
                        "code", share.code(),
                        "percent", share.percent().toString(),
                        "salesTax", Texts.of(share.salesTax())))
                .toList();
    }

    static SalesTaxShare share(Attributes map) {
        return new SalesTaxShare(map.text("code"), Percent.of(map.text("percent")), Texts.money(map.text("salesTax")));
    }

    /** An empty map comes out of a stream as an attribute without a type. */
    private static void putIfAny(Map<String, Object> map, String name, Map<String, ?> values) {
        if (!values.isEmpty()) {
            map.put(name, values);
        }
    }

    static void putIfThere(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value.toString());
        }
    }
}

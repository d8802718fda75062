package dev.fattura.store;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Proposal;
import dev.fattura.ledger.SalesTax;
import dev.fattura.ledger.SalesTaxGroupMethod;
import dev.fattura.ledger.TaxDate;
import dev.fattura.ledger.TaxRounding;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Percent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The sales tax set-ups of companies, every version that there was of each. */
public final class SalesTaxItem {

    public static final String KIND = "salesTax";
    private static final String VERSION_KIND = "salesTaxVersion";

    private SalesTaxItem() {}

    public static Key key(Company.Id company) {
        return new Key(CompanyItem.partition(company), "SALESTAX");
    }

    private static Key key(Company.Id company, long version) {
        return new Key(CompanyItem.partition(company), "SALESTAX#VERSION#" + version);
    }

    /** The set-up as it stands, if one was ever recorded. */
    public static Optional<SalesTax> find(Table table, Company.Id company) {
        return table.get(key(company)).map(SalesTaxItem::decode);
    }

    /** The set-up as it stands; what the company itself names where none was ever recorded. */
    public static SalesTax of(Table table, Company company) {
        return find(table, company.id()).orElseGet(() -> SalesTax.of(company));
    }

    /** The set-up that the terms of a proposal name. */
    public static SalesTax of(Table table, Company.Id company, Proposal.Terms terms) {
        return terms.salesTaxVersion() == 0
                ? SalesTax.of(
                        CompanyItem.find(table, company, terms.companyVersion()).orElseThrow())
                : find(table, company)
                        .filter(current -> current.version() == terms.salesTaxVersion())
                        .or(() ->
                                table.get(key(company, terms.salesTaxVersion())).map(SalesTaxItem::decode))
                        .orElseThrow();
    }

    /** The writes of a version, on condition that the table has the one before. */
    public static List<Write> record(SalesTax salesTax) {
        long version = salesTax.version();
        return List.of(
                Write.put(
                        encode(key(salesTax.company()), KIND, salesTax),
                        version == 1 ? Condition.ABSENT : Condition.version(version - 1)),
                Write.put(encode(key(salesTax.company(), version), VERSION_KIND, salesTax), Condition.NONE));
    }

    private static Item encode(Key key, String kind, SalesTax salesTax) {
        Map<String, String> codes = new TreeMap<>();
        salesTax.codes().forEach((code, rates) -> codes.put(code, rates(rates)));
        Map<String, String> defaults = new TreeMap<>();
        salesTax.itemGroupDefaults().forEach((transactionClass, group) -> defaults.put(transactionClass.code(), group));
        return Item.of(key, kind)
                .text("company", salesTax.company())
                .number(Item.VERSION, salesTax.version())
                .texts("codes", codes)
                .texts("groups", lists(salesTax.groups()))
                .texts("itemGroups", lists(salesTax.itemGroups()))
                .text("method", salesTax.method().code())
                .texts("itemGroupDefaults", defaults)
                .texts("categoryItemGroups", salesTax.categoryItemGroups())
                .texts("projectGroups", salesTax.projectGroups())
                .text("taxDate", salesTax.taxDate().code())
                .text("rounding", salesTax.rounding().code())
                .build();
    }

    private static SalesTax decode(Item item) {
        Attributes values = item.read();
        Map<String, List<SalesTax.DatedRate>> codes = new HashMap<>();
        values.texts("codes").forEach((code, rates) -> codes.put(code, rates(rates)));
        Map<TransactionClass, String> defaults = new EnumMap<>(TransactionClass.class);
        values.texts("itemGroupDefaults")
                .forEach((code, group) -> defaults.put(Coded.stored(TransactionClass.class, code), group));
        return new SalesTax(
                new Company.Id(values.text("company")),
                values.number(Item.VERSION),
                codes,
                sets(values.texts("groups")),
                sets(values.texts("itemGroups")),
                Coded.stored(SalesTaxGroupMethod.class, values.text("method")),
                defaults,
                values.texts("categoryItemGroups"),
                values.texts("projectGroups"),
                Coded.stored(TaxDate.class, values.text("taxDate")),
                Coded.stored(TaxRounding.class, values.text("rounding")));
    }

    /** {@code 1900-01-01 20,2026-02-01 21}. */
    private static String rates(List<SalesTax.DatedRate> rates) {
        return rates.stream().map(rate -> rate.from() + " " + rate.percent()).collect(Collectors.joining(","));
    }

    private static List<SalesTax.DatedRate> rates(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(rate -> rate.split(" ", -1))
                .map(rate -> new SalesTax.DatedRate(LocalDate.parse(rate[0]), Percent.of(rate[1])))
                .toList();
    }

    /** Names, which never have a comma, one after the other. */
    private static Map<String, String> lists(Map<String, Set<String>> sets) {
        Map<String, String> lists = new TreeMap<>();
        sets.forEach((group, codes) -> lists.put(group, String.join(",", new TreeSet<>(codes))));
        return lists;
    }

    private static Map<String, Set<String>> sets(Map<String, String> lists) {
        Map<String, Set<String>> sets = new HashMap<>();
        lists.forEach((group, codes) -> sets.put(group, codes.isEmpty() ? Set.of() : Set.of(codes.split(",", -1))));
        return sets;
    }
}

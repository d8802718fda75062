package dev.fattura.store;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.OnAccountInvoicing;
import dev.fattura.ledger.PostingType;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Percent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Companies of finance, every version that there was of each, and the list of them that schedules walk. */
public final class CompanyItem {

    public static final String KIND = "company";
    private static final String VERSION_KIND = "companyVersion";
    private static final String LIST = "COMPANIES";
    private static final int PAGE = 100;

    private CompanyItem() {}

    static String partition(Company.Id company) {
        return "COMPANY#" + company;
    }

    public static Key key(Company.Id company) {
        return new Key(partition(company), "HEADER");
    }

    private static Key key(Company.Id company, long version) {
        return new Key(partition(company), "VERSION#" + version);
    }

    /** The company as it stands. */
    public static Optional<Company> find(Table table, Company.Id company) {
        return table.get(key(company)).map(CompanyItem::decode);
    }

    /** The company as it stood in that version. */
    public static Optional<Company> find(Table table, Company.Id company, long version) {
        Optional<Company> current = find(table, company).filter(found -> found.version() == version);
        return current.isPresent() ? current : table.get(key(company, version)).map(CompanyItem::decode);
    }

    /** The ids of all companies. */
    public static List<Company.Id> all(Table table) {
        List<Company.Id> ids = new ArrayList<>();
        String after = null;
        do {
            Page page = table.query(LIST, "", after, PAGE);
            page.items().forEach(item -> ids.add(new Company.Id(item.key().sort())));
            after = page.next();
        } while (after != null);
        return ids;
    }

    /** The entry of the list; written with the company itself. */
    public static Item listed(Company.Id company) {
        return Item.of(new Key(LIST, company.value()), "companyListed").build();
    }

    /** The writes of a version, on condition that the table has the one before. */
    public static List<Write> record(Company company) {
        long version = company.version();
        return List.of(
                Write.put(encode(company), version == 1 ? Condition.ABSENT : Condition.version(version - 1)),
                Write.put(encode(key(company.id(), version), VERSION_KIND, company), Condition.NONE),
                Write.put(listed(company.id()), Condition.NONE));
    }

    /** The company as it stands; its versions are kept by {@link #record}. */
    public static Item encode(Company company) {
        return encode(key(company.id()), KIND, company);
    }

    private static Item encode(Key key, String kind, Company company) {
        Map<String, String> accounts = new TreeMap<>();
        company.accounts().forEach((postingType, account) -> accounts.put(postingType.code(), account));
        Map<String, String> groups = new TreeMap<>();
        company.salesTaxGroups().forEach((group, percent) -> groups.put(group, percent.toString()));
        return Item.of(key, kind)
                .text("company", company.id())
                .number(Item.VERSION, company.version())
                .text("accountingCurrency", company.accountingCurrency())
                .map("journals", JournalParametersMap.of(company.journals()))
                .text("onAccountInvoicing", company.onAccountInvoicing().code())
                .texts("accounts", accounts)
                .texts("salesTaxGroups", groups)
                .build();
    }

    public static Company decode(Item item) {
        Attributes values = item.read();
        Map<PostingType, String> accounts = new EnumMap<>(PostingType.class);
        values.texts("accounts")
                .forEach((code, account) -> accounts.put(Coded.stored(PostingType.class, code), account));
        Map<String, Percent> groups = new HashMap<>();
        values.texts("salesTaxGroups").forEach((group, percent) -> groups.put(group, Percent.of(percent)));
        return new Company(
                new Company.Id(values.text("company")),
                values.number(Item.VERSION),
                new CurrencyCode(values.text("accountingCurrency")),
                JournalParametersMap.read(values.map("journals").orElseThrow()),
                Coded.stored(OnAccountInvoicing.class, values.text("onAccountInvoicing")),
                accounts,
                groups);
    }
}

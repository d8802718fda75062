package dev.fattura.staging;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Identifiers;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.SalesTax;
import dev.fattura.ledger.SalesTaxGroupMethod;
import dev.fattura.ledger.TaxDate;
import dev.fattura.ledger.TaxRounding;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.runtime.Body;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A sales tax set-up as a request states it: the whole of it, each time. The limits keep it within one item of the table. */
final class SalesTaxBody {

    private static final int MOST_CODES = 100;
    private static final int MOST_RATES = 20;
    private static final int MOST_GROUPS = 100;
    private static final int MOST_CODES_OF_A_GROUP = 20;
    private static final int MOST_CATEGORIES = 200;
    private static final int MOST_PROJECTS = 500;

    private SalesTaxBody() {}

    /** As version 1; the version it becomes is decided where it is recorded. */
    static SalesTax read(Company.Id company, Body body) {
        Map<String, List<SalesTax.DatedRate>> codes = codes(body);
        Map<String, Set<String>> groups = groups(body, "salesTaxGroups", codes.keySet());
        Map<String, Set<String>> itemGroups = groups(body, "itemSalesTaxGroups", codes.keySet());
        SalesTax salesTax = new SalesTax(
                company,
                1,
                codes,
                groups,
                itemGroups,
                body.optional("salesTaxGroupMethod", name -> body.coded(name, SalesTaxGroupMethod.class))
                        .orElse(SalesTaxGroupMethod.CONTRACT),
                defaults(body.optionalObject("itemSalesTaxGroupDefaults"), itemGroups.keySet()),
                categories(body.optionalObject("categoryItemSalesTaxGroups"), itemGroups.keySet()),
                projects(body.optionalObject("projectSalesTaxGroups"), groups.keySet()),
                body.optional("taxDate", name -> body.coded(name, TaxDate.class))
                        .orElse(TaxDate.INVOICE_DATE),
                body.optional("rounding", name -> body.coded(name, TaxRounding.class))
                        .orElse(TaxRounding.LINE));
        body.end();
        return salesTax;
    }

    private static Map<String, List<SalesTax.DatedRate>> codes(Body body) {
        Map<String, List<SalesTax.DatedRate>> codes = new HashMap<>();
        for (Body code : body.objects("codes", MOST_CODES)) {
            String name = code.id("code");
            if (codes.put(name, rates(code)) != null) {
                throw code.invalid("code", "must be another one than those before");
            }
            code.end();
        }
        return codes;
    }

    private static List<SalesTax.DatedRate> rates(Body code) {
        List<SalesTax.DatedRate> rates = new ArrayList<>();
        for (Body rate : code.objects("rates", MOST_RATES)) {
            SalesTax.DatedRate dated = new SalesTax.DatedRate(rate.date("from"), rate.percent("percent"));
            if (rates.stream().anyMatch(other -> other.from().equals(dated.from()))) {
                throw rate.invalid("from", "must be another date than those before");
            }
            rates.add(dated);
            rate.end();
        }
        rates.sort(Comparator.comparing(SalesTax.DatedRate::from));
        return rates;
    }

    private static Map<String, Set<String>> groups(Body body, String member, Set<String> codes) {
        Body given = body.object(member);
        Map<String, Set<String>> groups = new HashMap<>();
        for (String group : given.names()) {
            requireId(given, group, groups.size() < MOST_GROUPS, MOST_GROUPS);
            List<String> named = given.ids(group, MOST_CODES_OF_A_GROUP);
            for (int index = 0; index < named.size(); index++) {
                if (!codes.contains(named.get(index))) {
                    throw unknown("sales tax code " + named.get(index), given.pointer(group) + "/" + index);
                }
            }
            groups.put(group, Set.copyOf(new HashSet<>(named)));
        }
        given.end();
        return groups;
    }

    private static Map<TransactionClass, String> defaults(Optional<Body> given, Set<String> itemGroups) {
        Map<TransactionClass, String> defaults = new EnumMap<>(TransactionClass.class);
        given.ifPresent(body -> {
            for (TransactionClass transactionClass : TransactionClass.values()) {
                String name = transactionClass.code();
                if (body.has(name)) {
                    defaults.put(transactionClass, known(body, name, itemGroups, "item sales tax group "));
                }
            }
            body.end();
        });
        return defaults;
    }

    private static Map<String, String> categories(Optional<Body> given, Set<String> itemGroups) {
        Map<String, String> categories = new HashMap<>();
        given.ifPresent(body -> {
            for (String category : body.names()) {
                if (categories.size() == MOST_CATEGORIES) {
                    throw body.invalid(category, "must be one of at most " + MOST_CATEGORIES + " categories");
                }
                categories.put(category, known(body, category, itemGroups, "item sales tax group "));
            }
            body.end();
        });
        return categories;
    }

    private static Map<String, String> projects(Optional<Body> given, Set<String> groups) {
        Map<String, String> projects = new HashMap<>();
        given.ifPresent(body -> {
            for (String project : body.names()) {
                requireId(body, project, projects.size() < MOST_PROJECTS, MOST_PROJECTS);
                projects.put(project, known(body, project, groups, "sales tax group "));
            }
            body.end();
        });
        return projects;
    }

    private static String known(Body body, String name, Set<String> groups, String what) {
        String group = body.id(name);
        if (!groups.contains(group)) {
            throw unknown(what + group, body.pointer(name));
        }
        return group;
    }

    private static void requireId(Body body, String name, boolean fits, int most) {
        if (!Identifiers.isGiven(name) || !fits) {
            throw body.invalid(
                    name,
                    "must be one of at most " + most
                            + ", its name 1 to 60 letters, digits, dots, underscores or hyphens");
        }
    }

    private static Refused unknown(String what, String pointer) {
        return new Refused(RefusalCode.UNKNOWN_REFERENCE, "The set-up has no " + what + ".", pointer);
    }
}

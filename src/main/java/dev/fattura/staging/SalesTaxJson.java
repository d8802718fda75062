package dev.fattura.staging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.SalesTax;
import dev.fattura.runtime.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A sales tax set-up as the answers show it. */
final class SalesTaxJson {

    private SalesTaxJson() {}

    static ObjectNode of(SalesTax setUp) {
        ObjectNode json = Json.object().put("company", setUp.company().value()).put("version", setUp.version());
        json.set(
                "codes",
                Json.array(new TreeSet<>(setUp.codes().keySet()).stream().toList(), code -> code(setUp, code)));
        json.set("salesTaxGroups", groups(setUp.groups()));
        json.set("itemSalesTaxGroups", groups(setUp.itemGroups()));
        json.put("salesTaxGroupMethod", setUp.method().code());
        Map<String, String> defaults = new TreeMap<>();
        setUp.itemGroupDefaults().forEach((transactionClass, group) -> defaults.put(transactionClass.code(), group));
        json.set("itemSalesTaxGroupDefaults", Json.texts(defaults));
        json.set("categoryItemSalesTaxGroups", Json.texts(setUp.categoryItemGroups()));
        json.set("projectSalesTaxGroups", Json.texts(setUp.projectGroups()));
        return json.put("taxDate", setUp.taxDate().code())
                .put("rounding", setUp.rounding().code());
    }

    private static ObjectNode code(SalesTax setUp, String code) {
        ObjectNode json = Json.object().put("code", code);
        json.set("rates", Json.array(setUp.codes().getOrDefault(code, List.of()), rate -> Json.object()
                .put("from", rate.from().toString())
                .put("percent", rate.percent().toString())));
        return json;
    }

    private static ObjectNode groups(Map<String, Set<String>> groups) {
        ObjectNode json = Json.object();
        new TreeMap<>(groups).forEach((group, codes) -> {
            var list = json.putArray(group);
            new TreeSet<>(codes).forEach(list::add);
        });
        return json;
    }
}

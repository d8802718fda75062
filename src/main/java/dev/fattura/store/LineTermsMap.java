package dev.fattura.store;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.InvoiceSchedule;
import dev.fattura.ledger.InvoiceScheduleType;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The terms of a contract line as a map within its item. */
final class LineTermsMap {

    private LineTermsMap() {}

    static Map<String, Object> of(ContractLine.Terms terms) {
        Map<String, Object> map = new TreeMap<>();
        if (!terms.customers().isEmpty()) {
            map.put(
                    "customers",
                    terms.customers().stream().map(LineTermsMap::of).toList());
        }
        map.put(
                "includes",
                terms.includes().stream().map(TransactionClass::code).collect(Collectors.joining(" ")));
        map.put("invoiceScheduleType", terms.invoiceScheduleType().code());
        putMoney(map, "notToExceed", terms.notToExceed());
        putMoney(map, "contractedAmount", terms.contractedAmount());
        if (terms.invoiceSchedule() != null) {
            map.put("invoiceSchedule", of(terms.invoiceSchedule()));
        }
        return map;
    }

    static ContractLine.Terms decode(Attributes map) {
        String includes = map.text("includes");
        return new ContractLine.Terms(
                map.list("customers").stream().map(LineTermsMap::customer).toList(),
                includes.isEmpty()
                        ? List.of()
                        : Arrays.stream(includes.split(" ", -1))
                                .map(code -> Coded.stored(TransactionClass.class, code))
                                .toList(),
                money(map, "notToExceed"),
                Coded.stored(InvoiceScheduleType.class, map.text("invoiceScheduleType")),
                money(map, "contractedAmount"),
                map.map("invoiceSchedule").map(LineTermsMap::schedule).orElse(null));
    }

    static void putMoney(Map<String, Object> map, String name, @Nullable Money money) {
        Nested.putIfThere(map, name, money == null ? null : Texts.of(money));
    }

    static @Nullable Money money(Attributes map, String name) {
        String text = map.optionalText(name);
        return text == null ? null : Texts.money(text);
    }

    private static Map<String, Object> of(ContractLine.LineCustomer customer) {
        Map<String, Object> map = new TreeMap<>();
        map.put("customer", customer.customer());
        map.put("split", customer.split().toString());
        map.put("rounding", customer.rounding());
        putMoney(map, "notToExceed", customer.notToExceed());
        return map;
    }

    private static ContractLine.LineCustomer customer(Attributes map) {
        return new ContractLine.LineCustomer(
                map.text("customer"), Percent.of(map.text("split")), map.flag("rounding"), money(map, "notToExceed"));
    }

    private static Map<String, Object> of(InvoiceSchedule schedule) {
        Map<String, Object> map = new TreeMap<>();
        map.put("start", schedule.start().toString());
        map.put("frequency", schedule.frequency().code());
        Nested.putIfThere(map, "end", schedule.end());
        if (schedule.count() != null) {
            map.put("count", schedule.count().longValue());
        }
        return map;
    }

    private static InvoiceSchedule schedule(Attributes map) {
        String end = map.optionalText("end");
        return new InvoiceSchedule(
                LocalDate.parse(map.text("start")),
                Coded.stored(InvoiceSchedule.Frequency.class, map.text("frequency")),
                end == null ? null : LocalDate.parse(end),
                map.has("count") ? Math.toIntExact(map.number("count")) : null);
    }
}

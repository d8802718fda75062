package dev.fattura.store;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.PeriodUnit;
import dev.fattura.ledger.TransactionClass;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The codec of the journal parameters within a company. */
final class JournalParametersMap {

    private JournalParametersMap() {}

    static Map<String, Object> of(JournalParameters parameters) {
        Map<String, Object> map = new TreeMap<>();
        map.put("periodUnit", parameters.periodUnit().code());
        map.put("lineLimit", (long) parameters.lineLimit());
        map.put("moveToOpenPeriod", parameters.moveToOpenPeriod());
        putIfAny(map, "categoryDefaults", coded(parameters.categoryDefaults()));
        putIfAny(map, "categories", new TreeMap<>(parameters.categories()));
        putIfAny(map, "lineProperties", coded(parameters.lineProperties()));
        return map;
    }

    static JournalParameters read(Attributes map) {
        return new JournalParameters(
                Coded.stored(PeriodUnit.class, map.text("periodUnit")),
                Math.toIntExact(map.number("lineLimit")),
                map.flag("moveToOpenPeriod"),
                texts(TransactionClass.class, map.texts("categoryDefaults")),
                map.texts("categories"),
                texts(BillingType.class, map.texts("lineProperties")));
    }

    /** An empty map is left out, as {@link Item.Builder#texts} does. */
    private static void putIfAny(Map<String, Object> map, String name, Map<String, Object> values) {
        if (!values.isEmpty()) {
            map.put(name, values);
        }
    }

    private static <E extends Enum<E> & Coded> Map<String, Object> coded(Map<E, String> texts) {
        Map<String, Object> map = new TreeMap<>();
        texts.forEach((constant, text) -> map.put(constant.code(), text));
        return map;
    }

    private static <E extends Enum<E> & Coded> Map<E, String> texts(Class<E> type, Map<String, String> stored) {
        Map<E, String> texts = new EnumMap<>(type);
        stored.forEach((code, text) -> texts.put(Coded.stored(type, code), text));
        return texts;
    }
}

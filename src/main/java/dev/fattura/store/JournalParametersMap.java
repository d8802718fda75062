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
        map.put("categoryDefaults", coded(parameters.categoryDefaults()));
        map.put("categories", new TreeMap<>(parameters.categories()));
        map.put("lineProperties", coded(parameters.lineProperties()));
        return map;
    }

    static JournalParameters read(Attributes map) {
        return new JournalParameters(
                Coded.stored(PeriodUnit.class, map.text("periodUnit")),
                Math.toIntExact(map.number("lineLimit")),
                map.flag("moveToOpenPeriod"),
                texts(TransactionClass.class, map.map("categoryDefaults").orElseThrow()),
                Nested.texts(map.map("categories").orElseThrow()),
                texts(BillingType.class, map.map("lineProperties").orElseThrow()));
    }

    private static <E extends Enum<E> & Coded> Map<String, Object> coded(Map<E, String> texts) {
        Map<String, Object> map = new TreeMap<>();
        texts.forEach((constant, text) -> map.put(constant.code(), text));
        return map;
    }

    private static <E extends Enum<E> & Coded> Map<E, String> texts(Class<E> type, Attributes map) {
        Map<E, String> texts = new EnumMap<>(type);
        map.values().keySet().forEach(code -> texts.put(Coded.stored(type, code), map.text(code)));
        return texts;
    }
}

package dev.fattura.staging;

import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.JournalParameters;
import dev.fattura.ledger.PeriodUnit;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.TransactionClass;
import dev.fattura.runtime.Body;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The journal parameters of a company as a request states them. */
final class JournalParametersBody {

    /** A journal is planned in one item and finished in one run. */
    private static final int MOST_JOURNAL_LINES = 400;

    /** So that a company stays one small item. */
    private static final int MOST_CATEGORIES = 500;

    private JournalParametersBody() {}

    static JournalParameters read(Body body) {
        PeriodUnit periodUnit = body.coded("periodUnit", PeriodUnit.class);
        int lineLimit = body.has("journalLineLimit")
                ? body.number("journalLineLimit", 1, MOST_JOURNAL_LINES)
                : JournalParameters.DEFAULT_LINE_LIMIT;
        boolean moveToOpenPeriod = body.has("moveToOpenPeriod") && body.flag("moveToOpenPeriod");
        Map<TransactionClass, String> defaults = body.optionalObject("categoryDefaults")
                .map(stated -> texts(TransactionClass.class, stated))
                .orElse(Map.of());
        Map<String, String> categories = body.optionalObject("categories")
                .map(JournalParametersBody::categories)
                .orElse(Map.of());
        Map<BillingType, String> lineProperties = body.optionalObject("lineProperties")
                .map(stated -> texts(BillingType.class, stated))
                .orElse(JournalParameters.DEFAULT_LINE_PROPERTIES);
        return new JournalParameters(periodUnit, lineLimit, moveToOpenPeriod, defaults, categories, lineProperties);
    }

    private static <E extends Enum<E> & Coded> Map<E, String> texts(Class<E> type, Body body) {
        Map<E, String> texts = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            body.optionalText(constant.code()).ifPresent(text -> texts.put(constant, text));
        }
        body.end();
        return texts;
    }

    private static Map<String, String> categories(Body body) {
        if (body.names().size() > MOST_CATEGORIES) {
            throw new Refused(RefusalCode.BODY_TOO_LARGE, "At most " + MOST_CATEGORIES + " categories.", "/categories");
        }
        Map<String, String> categories = new TreeMap<>();
        body.names().forEach(name -> categories.put(name, body.text(name)));
        return categories;
    }
}

package dev.fattura.actuals;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Arrival;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.StagedActual;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of a row that arrives at the actuals staging table. */
final class StagingDecider {

    private StagingDecider() {}

    /** The arrivals in which cost and unbilled sales rows wait for their journal; billed ones wait with their proposal. */
    static List<Arrival> arrivals(List<StagedActual> rows) {
        Map<Company.Id, List<Actual.Id>> byCompany = new LinkedHashMap<>();
        rows.forEach(row -> byCompany
                .computeIfAbsent(row.dimensions().company(), company -> new ArrayList<>())
                .add(row.actual()));
        return byCompany.entrySet().stream()
                .flatMap(entry -> Arrival.of(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /** In which columns a row that arrives differs from the one that is there: in none, if it is the same fact once more. */
    static List<String> differences(StagedActual there, StagedActual arriving) {
        List<String> columns = new ArrayList<>();
        compare(columns, "TRANSTYPE", there.type(), arriving.type());
        compare(columns, "TRANSACTIONCLASSIFICATION", there.transactionClass(), arriving.transactionClass());
        compare(columns, "BILLINGTYPE", there.billingType(), arriving.billingType());
        compare(columns, "QUANTITY", there.quantity(), arriving.quantity());
        compare(columns, "UNITPRICE", there.price(), arriving.price());
        compare(columns, "AMOUNT", there.amount(), arriving.amount());
        compare(columns, "DOCUMENTDATE", there.transactionDate(), arriving.transactionDate());
        compare(columns, "ACCOUNTINGDATE", there.accountingDate(), arriving.accountingDate());
        compare(columns, "the dimensions", there.dimensions(), arriving.dimensions());
        if (columns.isEmpty()) {
            compare(columns, "the transaction relationships", there, arriving);
        }
        return columns;
    }

    private static void compare(List<String> columns, String column, Object there, Object arriving) {
        if (!there.equals(arriving)) {
            columns.add(column);
        }
    }
}

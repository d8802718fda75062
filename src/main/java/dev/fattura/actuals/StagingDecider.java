package dev.fattura.actuals;

import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.Work;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a row that arrives at the actuals staging table. */
final class StagingDecider {

    private StagingDecider() {}

    /** The entry of the queue in which a cost or unbilled sales row waits for its journal; a billed one waits with its proposal. */
    static Work waiting(StagedActual row) {
        return Work.of(
                Work.Queue.IMPORT,
                row.dimensions().company().value(),
                row.actual().toString());
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

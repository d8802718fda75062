package dev.fattura.store;

import dev.fattura.ledger.Invoice;
import java.util.List;

/** Which confirmed invoices correct an invoice: an entry beside its header, put when the corrective one is sealed. */
public final class CorrectionItem {

    public static final String KIND = "correction";
    private static final String PREFIX = "CORRECTION#";

    /** More than anybody looks at; an invoice is corrected a few times. */
    private static final int MOST = 100;

    private CorrectionItem() {}

    public static Key key(Invoice.Id original, Invoice.Id corrective) {
        return new Key("INVOICE#" + original, PREFIX + corrective);
    }

    public static Item encode(Invoice.Id original, Invoice.Id corrective) {
        return Item.of(key(original, corrective), KIND)
                .text("invoice", corrective)
                .build();
    }

    /** The first hundred corrective invoices of an invoice, in the order of their numbers. */
    public static List<Invoice.Id> of(Table table, Invoice.Id original) {
        return table.query("INVOICE#" + original, PREFIX, null, MOST).items().stream()
                .map(item -> new Invoice.Id(item.text("invoice")))
                .toList();
    }
}

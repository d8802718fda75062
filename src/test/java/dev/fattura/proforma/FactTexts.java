package dev.fattura.proforma;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.ActualPart;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.TransactionType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Actuals in one line each, so that a test can say literally what it expects; ids have the names that the test gives them. */
final class FactTexts {

    private final Map<UUID, String> names = new HashMap<>();

    FactTexts name(UUID id, String name) {
        names.put(id, name);
        return this;
    }

    /** What confirming that detail can write is called by its part. */
    FactTexts parts(InvoiceLineDetail detail) {
        for (ActualPart part : ActualPart.values()) {
            names.put(Actual.Id.of(part, detail.id()).value(), part.code());
        }
        return name(detail.id().value(), "detail");
    }

    List<String> rows(ConfirmDecider.Facts facts) {
        return facts.actuals().stream().map(this::row).toList();
    }

    /** {@code id: BS time chargeable unadjustable -8 x 200.00 = -1600.00 GBP crosses}. */
    String row(Actual actual) {
        return named(actual.id().value()) + ": " + (actual.type() == TransactionType.BILLED_SALES ? "BS " : "US ")
                + actual.transactionClass().code() + " " + actual.billingType().code() + " "
                + actual.adjustmentStatus().code() + " " + actual.quantity() + " x "
                + actual.price().decimalText() + " = " + actual.amount() + (actual.skipSync() ? " skip" : " crosses");
    }

    String connections(Actual actual) {
        return actual.connections().stream()
                .map(connection -> connection.role().code() + " " + named(connection.other()) + " "
                        + connection.otherRole().code())
                .collect(Collectors.joining(", "));
    }

    String origins(Actual actual) {
        return actual.origins().stream()
                .map(origin -> origin.type().code() + " "
                        + (isId(origin.id()) ? named(UUID.fromString(origin.id())) : origin.id()))
                .collect(Collectors.joining(", "));
    }

    private String named(UUID id) {
        return names.getOrDefault(id, id.toString());
    }

    private static boolean isId(String text) {
        return text.length() == 36;
    }
}

package dev.fattura.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.store.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * How every actual must stand, looked up in the whole table by what connects its facts: an actual is billed by what takes it back
 * and stays in the office, adjusted by what takes it back and crosses, and else in the backlog or on a draft.
 */
final class Standing {

    private static final List<String> SEALED = List.of("confirmed", "posted");

    private final Map<String, Item> actuals = new HashMap<>();
    private final Map<String, Item> reversals = new HashMap<>();
    private final Map<String, String> backlog = new HashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private final Map<String, String> invoices = new HashMap<>();

    private Standing(Play play) {
        for (Item item : play.world.office().contents().values()) {
            switch (item.kind()) {
                case "actual" -> {
                    actuals.put(item.text("actual"), item);
                    item.read().list("connections").stream()
                            .filter(connection -> connection.text("role").equals("reversing"))
                            .forEach(connection -> reversals.put(connection.text("other"), item));
                }
                case "backlog" -> backlog.put(item.text("id"), item.text("status"));
                case "claim" -> claims.put(item.text("billable"), item.text("invoice"));
                case "invoice" -> invoices.put(item.text("invoice"), item.text("status"));
                default -> {
                    // Nothing that a status follows from.
                }
            }
        }
    }

    /** The first of the actuals of a document, and some of what they take back, say how they stand. */
    static void ask(Play play, String document) {
        JsonNode written = play.ask("/actuals?limit=200&" + document).body().path("actuals");
        require(play, written);
        takenBack(written)
                .limit(3)
                .forEach(original ->
                        require(play, List.of(play.ask("/actuals/" + original).body())));
    }

    /** Each of the actuals that an answer shows says how it stands. */
    static void require(Play play, Iterable<JsonNode> shown) {
        Standing standing = new Standing(play);
        for (JsonNode actual : shown) {
            String stands = actual.path("billingStatus").asText() + " "
                    + actual.path("adjustmentStatus").asText();
            String must = standing.of(standing.actuals.get(actual.path("actual").asText()));
            Play.require(stands.equals(must), "It stands \"" + must + "\", not \"" + stands + "\": " + actual);
        }
    }

    private static Stream<String> takenBack(JsonNode actuals) {
        return StreamSupport.stream(actuals.spliterator(), false)
                .flatMap(actual ->
                        StreamSupport.stream(actual.path("connections").spliterator(), false))
                .filter(connection -> connection.path("role").asText().equals("reversing"))
                .map(connection -> connection.path("to").asText());
    }

    private String of(Item actual) {
        Item reversal = reversals.get(actual.text("actual"));
        return switch (actual.text("type")) {
            case "cost" -> reversal == null ? " " + adjustment(actual) : " adjusted";
            case "billedSales" -> step(invoice(actual)) + " " + (sealed(reversal) ? "adjusted" : adjustment(actual));
            default -> unbilled(actual, reversal);
        };
    }

    private String unbilled(Item actual, Item reversal) {
        if (!adjustment(actual).isEmpty()) {
            return (invoice(actual) == null || crosses(actual) ? "" : step(invoice(actual))) + " unadjustable";
        }
        if (reversal == null) {
            return open(actual.text("actual"), isRetainer(actual)) + " ";
        }
        boolean taken = invoice(reversal) == null || (sealed(reversal) && crosses(reversal));
        return taken ? " adjusted" : step(invoice(reversal)) + " ";
    }

    private String open(String id, boolean retainer) {
        String holder = claims.get(id);
        boolean ready = holder != null
                ? invoices.get(holder).equals("deleted")
                : backlog.getOrDefault(id, "nowhere").equals("readyToInvoice");
        if (holder != null && !ready) {
            return step(holder);
        }
        return ready && !retainer ? "readyToInvoice" : "unbilledSalesCreated";
    }

    private String step(String invoice) {
        return SEALED.contains(invoices.get(invoice)) ? "customerInvoicePosted" : "customerInvoiceCreated";
    }

    private boolean sealed(Item reversal) {
        return reversal != null && SEALED.contains(invoices.get(invoice(reversal)));
    }

    private static boolean isRetainer(Item actual) {
        return actual.text("class").equals("retainer");
    }

    private static boolean crosses(Item actual) {
        return !actual.read().flag("skipSync");
    }

    private static String invoice(Item actual) {
        return actual.read().optionalText("invoice");
    }

    private static String adjustment(Item actual) {
        return actual.text("adjustmentStatus").replace("normal", "");
    }
}

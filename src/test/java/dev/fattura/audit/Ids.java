package dev.fattura.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The few derived ids that no item spells out. */
final class Ids {

    private Ids() {}

    /** The lock that keeps a confirmed invoice from being revised twice at once: a claim without a line. */
    static String revisionLock(String invoice) {
        return derived("revision", invoice);
    }

    static String milestone(String contract, String line, String milestone) {
        return derived("milestone", contract, line, milestone);
    }

    /** Of several customers each one's part is billed on its own. */
    static String milestone(String contract, String line, String milestone, String customer) {
        return derived("milestone", contract, line, milestone, customer);
    }

    static String product(String contract, String line, String product) {
        return derived("product", contract, line, product);
    }

    static String retainer(String contract, String retainer) {
        return derived("retainer", contract, retainer);
    }

    /** The ids on those lines, written one after the other, of a sheet, which is named by the id on its line 0. */
    static List<String> onSheet(String sheet, String lines) {
        String shared = sheet.substring(0, sheet.length() - 4);
        return Stream.of(lines.split(" ", -1))
                .map(line -> shared + String.format("%04x", Integer.valueOf(line)))
                .toList();
    }

    private static String derived(String role, String... causes) {
        String name = role + "\n" + String.join("\n", causes);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

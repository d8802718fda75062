package dev.fattura.store;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Journal;
import org.jspecify.annotations.Nullable;

/**
 * Which journal of a company is being formed, if any: one at a time, so that no staging row gets onto two. Whoever finds one
 * finishes it first; its version shows whether somebody else has formed one meanwhile.
 */
public final class ImportStateItem {

    public static final String KIND = "importState";

    private ImportStateItem() {}

    /**
     * The state.
     *
     * @param version 0 where no journal was ever formed
     * @param forming the journal that is being formed, or null
     */
    public record ImportState(Company.Id company, long version, Journal.@Nullable Id forming) {

        public ImportState forming(Journal.Id journal) {
            return new ImportState(company, version + 1, journal);
        }

        /** Somebody took a row off a journal: what an import has read before does not hold any more. */
        public ImportState overtaken() {
            return new ImportState(company, version + 1, forming);
        }

        public ImportState done() {
            return new ImportState(company, version + 1, null);
        }
    }

    public static Key key(Company.Id company) {
        return new Key(CompanyItem.partition(company), "IMPORT");
    }

    public static ImportState read(Table table, Company.Id company) {
        return table.get(key(company))
                .map(item -> {
                    String forming = item.read().optionalText("forming");
                    return new ImportState(
                            company,
                            item.read().number(Item.VERSION),
                            forming == null ? null : new Journal.Id(forming));
                })
                .orElseGet(() -> new ImportState(company, 0, null));
    }

    /** The write of the next version, on condition that the table has the one before. */
    public static Write replace(ImportState state) {
        return Write.put(
                encode(state), state.version() == 1 ? Condition.ABSENT : Condition.version(state.version() - 1));
    }

    /**
     * Changes nothing, and fails when the state is another one: only who holds the state puts a row onto a journal or drops its
     * entry of the queue.
     */
    public static Write unchanged(ImportState state) {
        return state.version() == 0
                ? Write.delete(key(state.company()), Condition.ABSENT)
                : Write.put(encode(state), Condition.version(state.version()));
    }

    private static Item encode(ImportState state) {
        return Item.of(key(state.company()), KIND)
                .number(Item.VERSION, state.version())
                .text("forming", state.forming())
                .build();
    }
}

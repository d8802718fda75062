package dev.fattura.maps;

import dev.fattura.ledger.Crossing;
import java.util.List;
import java.util.stream.Collectors;

/** A table map that cannot be used; it stops the start. It says which file, which column, what is wrong, and the code of dual-write. */
public final class BadTableMap extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One thing that is wrong, of a column of the source or of the target, or of the map as a whole. */
    public record Problem(String where, MapProblem code, String what) {

        @Override
        public String toString() {
            return where + ": " + what + " (" + code.code() + ")";
        }
    }

    BadTableMap(Crossing crossing, List<Problem> problems) {
        super(TableMaps.file(crossing) + " cannot be used. "
                + problems.stream().map(Problem::toString).collect(Collectors.joining("; ")) + ".");
    }
}

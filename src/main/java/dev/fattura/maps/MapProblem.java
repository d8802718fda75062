package dev.fattura.maps;

import dev.fattura.ledger.Coded;

/** What can be wrong with a table map, by the validation codes of dual-write (domain.md 4.3); the last two are ours. */
public enum MapProblem implements Coded {
    KEY_UNMAPPED("DIPV1014"),
    MANDATORY_UNMAPPED("DIPV1010"),
    READ_ONLY_MAPPED("DIPV1011"),
    BAD_FILTER("DIPV1012"),
    SOURCE_UNKNOWN("DIPV1018"),
    TARGET_UNKNOWN("DIPV1020"),
    TARGET_TWICE("DIPV1023"),
    MAPPING_TWICE("DIPV1026"),
    TYPES_DIFFER("DIPV1030"),
    DEFAULT_MISSING("DIPV1031"),
    FILE_MISSING("FATTURA-MAP-MISSING"),
    FILE_MALFORMED("FATTURA-MAP-MALFORMED");

    private final String code;

    MapProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

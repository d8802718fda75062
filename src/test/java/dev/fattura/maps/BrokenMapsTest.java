package dev.fattura.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A table map that cannot be used stops the start, with a sentence that names file, column and code (domain.md 4.3). */
class BrokenMapsTest {

    private static final String ACTUALS = "maps/msdyn_actuals.json";
    private static final String AMOUNT =
            "{ \"source\": \"msdyn_amount\", \"target\": \"AMOUNT\", \"transform\": \"none\" }";

    static Stream<Arguments> brokenMaps() {
        return Stream.of(
                broken(
                        "mandatory column unmapped",
                        AMOUNT + ",",
                        "",
                        "AMOUNT: this mandatory column is not mapped (DIPV1010)"),
                broken(
                        "integration key unmapped",
                        "{ \"source\": \"msdyn_actualid\", \"target\": \"ACTUALID\", \"transform\": \"none\" },",
                        "",
                        "ACTUALID: this column of the integration key is not mapped (DIPV1014)"),
                broken(
                        "read-only column mapped",
                        AMOUNT,
                        AMOUNT + ",{\"source\":\"msdyn_amount\",\"target\":\"VOUCHERNUMBER\"}",
                        "VOUCHERNUMBER: this column is read-only (DIPV1011)"),
                broken(
                        "column mapped twice",
                        AMOUNT,
                        AMOUNT + ",{\"source\":\"msdyn_quantity\",\"target\":\"AMOUNT\"}",
                        "AMOUNT: this column is mapped twice (DIPV1023)"),
                broken(
                        "mapping twice",
                        AMOUNT,
                        AMOUNT + "," + AMOUNT,
                        "AMOUNT: this mapping is there twice (DIPV1026)"),
                broken(
                        "unknown source column",
                        "\"msdyn_amount\"",
                        "\"msdyn_amout\"",
                        "msdyn_amout: there is no such column in msdyn_actuals (DIPV1018)"),
                broken(
                        "unknown target column",
                        "\"AMOUNT\"",
                        "\"AMOUNTMST2\"",
                        "AMOUNTMST2: there is no such column in ProjCDSActualsImportEntity (DIPV1020)"),
                broken(
                        "types that differ",
                        "\"msdyn_amount\"",
                        "\"msdyn_description\"",
                        "AMOUNT: it is DECIMAL and msdyn_description is TEXT (DIPV1030)"),
                broken(
                        "value that the enum does not have",
                        "\"Complimentary\"",
                        "\"Free\"",
                        "BILLINGTYPE: it cannot hold \"Free\" (DIPV1030)"),
                broken(
                        "default without a value",
                        AMOUNT,
                        "{\"source\":\"msdyn_amount\",\"target\":\"AMOUNT\",\"transform\":\"default\"}",
                        "AMOUNT: its default has no value (DIPV1031)"),
                broken(
                        "default that the column cannot hold",
                        AMOUNT,
                        "{\"source\":\"msdyn_amount\",\"target\":\"AMOUNT\",\"transform\":\"default\",\"default\":\"none\"}",
                        "AMOUNT: it cannot hold \"none\" (DIPV1030)"),
                broken(
                        "filter over an unknown column",
                        "msdyn_skipsync eq false",
                        "msdyn_skip eq false",
                        "filter: there is no column msdyn_skip in msdyn_actuals (DIPV1012)"),
                broken(
                        "filter with a wrong value",
                        "msdyn_skipsync eq false",
                        "msdyn_skipsync eq 'no'",
                        "filter: 'no' is no value of the column msdyn_skipsync (DIPV1012)"),
                broken(
                        "filter that is none",
                        "msdyn_skipsync eq false",
                        "msdyn_skipsync = false",
                        "filter: \"msdyn_skipsync = false\" is not \"column eq value\" or \"column ne value\" (DIPV1012)"),
                broken(
                        "wrong target entity",
                        "\"target\": \"ProjCDSActualsImportEntity\"",
                        "\"target\": \"ProjActualsImports\"",
                        "ProjActualsImports: the target must be ProjCDSActualsImportEntity (DIPV1020)"),
                broken("misspelt member", "\"filter\"", "\"filters\"", "(FATTURA-MAP-MALFORMED)"),
                broken("no version", "1.0.0.20", "1.0", "version: it must be four numbers like 1.0.0.20"),
                broken("unknown transform", "\"valueMap\",", "\"lookup\",", "(FATTURA-MAP-MALFORMED)"),
                broken(
                        "another map",
                        "\"map\": \"msdyn_actuals\"",
                        "\"map\": \"invoices\"",
                        "map of another crossing"));
    }

    private static Arguments broken(String name, String text, String by, String problem) {
        return Arguments.of(name, text, by, problem);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenMaps")
    void brokenMap_stopsTheStart_andSaysWhere(String name, String text, String by, String problem) {
        String whole = TableMaps.resource(ACTUALS);
        assertThat(whole).contains(text);

        assertThatThrownBy(() -> TableMaps.read(file -> file.equals(ACTUALS)
                        ? whole.replaceFirst(
                                java.util.regex.Pattern.quote(text), java.util.regex.Matcher.quoteReplacement(by))
                        : TableMaps.resource(file)))
                .isInstanceOf(BadTableMap.class)
                .hasMessageStartingWith("maps/msdyn_actuals.json cannot be used. ")
                .hasMessageContaining(problem);
    }

    @Test
    void allProblems_areSaidAtOnce() {
        String whole = TableMaps.resource(ACTUALS).replace(AMOUNT + ",", "").replace("eq false", "eq 7");

        assertThatThrownBy(() -> TableMaps.read(file -> file.equals(ACTUALS) ? whole : TableMaps.resource(file)))
                .hasMessageContaining("DIPV1010")
                .hasMessageContaining("DIPV1012");
    }

    @Test
    void missingFile_stopsTheStart() {
        assertThatThrownBy(() -> TableMaps.read(file -> null))
                .hasMessage("maps/salesorders.json cannot be used. the file: it is not there (FATTURA-MAP-MISSING).");
    }
}

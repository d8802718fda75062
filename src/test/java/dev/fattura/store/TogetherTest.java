package dev.fattura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.support.InMemoryTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final Actual.Id COST = Actual.Id.costOf("TE-1");
    private static final Actual.Id UNBILLED = Actual.Id.unbilledSalesOf("TE-1");
    private static final Actual.Id ANOTHER = Actual.Id.costOf("TE-2");
    private static final Actual.Id WITHOUT = Actual.Id.unbilledSalesOf("TE-1", "US-027", BillingType.CHARGEABLE);

    private final Together places = new Together("TEST");
    private final InMemoryTable table = new InMemoryTable();

    private Item fact(Actual.Id actual, String amount) {
        return Item.of(places.key(actual), "test")
                .text("actual", actual)
                .text("amount", amount)
                .text("date", "2026-01-31")
                .build();
    }

    @Test
    void companions_areOneItem_whichSaysWhatTheyHaveInCommonOnce() {
        List<Item> items = places.items(List.of(fact(COST, "1"), fact(ANOTHER, "3"), fact(UNBILLED, "2")));

        assertThat(items).hasSize(2);
        assertThat(items.get(0).kind()).isEqualTo("tests");
        assertThat(items.get(0).key()).isEqualTo(new Key("ACTUAL#" + COST, "TESTs"));
        assertThat(items.get(0).attributes())
                .isEqualTo(Map.of(
                        "kind",
                        "tests",
                        "date",
                        "2026-01-31",
                        "facts",
                        List.of(
                                Map.of("actual", COST.toString(), "amount", "1"),
                                Map.of("actual", UNBILLED.toString(), "amount", "2"))));
        assertThat(items.get(1)).isEqualTo(fact(ANOTHER, "3"));
    }

    @Test
    void whoeverReads_seesEachFact_asIfItWereAlone() {
        table.putAll(places.items(List.of(fact(COST, "1"), fact(UNBILLED, "2"))));

        assertThat(places.find(table, List.of(UNBILLED))).containsExactly(fact(UNBILLED, "2"));
        assertThat(places.find(table, List.of(UNBILLED, COST, UNBILLED)))
                .containsExactlyInAnyOrder(fact(COST, "1"), fact(UNBILLED, "2"));
        assertThat(places.find(table, List.of(ANOTHER, WITHOUT))).isEmpty();
        assertThat(Together.get(table, places.key(COST))).contains(fact(COST, "1"));
    }

    @Test
    void factsThatWereWrittenApart_areFoundToo() {
        table.putAll(places.items(List.of(fact(UNBILLED, "2"), fact(WITHOUT, "4"))));
        table.putAll(places.items(List.of(fact(COST, "1"))));

        assertThat(places.find(table, List.of(COST, UNBILLED, WITHOUT)))
                .containsExactlyInAnyOrder(fact(COST, "1"), fact(UNBILLED, "2"), fact(WITHOUT, "4"));
        assertThat(Together.get(table, places.key(WITHOUT))).contains(fact(WITHOUT, "4"));
    }

    @Test
    void aFactThatIsThereTwice_isSeenOnce() {
        table.putAll(places.items(List.of(fact(UNBILLED, "2"))));
        table.putAll(places.items(List.of(fact(COST, "1"), fact(UNBILLED, "2"))));

        assertThat(places.find(table, List.of(COST, UNBILLED)))
                .containsExactlyInAnyOrder(fact(COST, "1"), fact(UNBILLED, "2"));
        assertThat(table.contents()).containsOnlyKeys(places.key(COST), places.key(UNBILLED));
    }

    @Test
    void keyThatIsNoActuals_isLookedUpAsItIs() {
        Item other = Item.of(new Key("ACTUAL#half", "TEST"), "test").build();

        assertThat(Together.get(table, other.key())).isEmpty();
        table.putAll(List.of(other));
        assertThat(Together.get(table, other.key())).contains(other);
        assertThat(Together.get(table, new Key("CONTRACT#1", "HEADER"))).isEmpty();
    }

    @Test
    void itemWhoseFactsSayNotWhoseTheyAre_cannotBeTakenApart() {
        Item forged = Item.of(new Key("ACTUAL#" + COST, "TESTs"), "tests")
                .list("facts", List.of(Map.of("actual", "x".repeat(3_000))))
                .build();

        assertThatThrownBy(() -> Together.apart(forged).toList()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takingOneAway_leavesItsCompanion() {
        table.putAll(places.items(List.of(fact(COST, "1"), fact(UNBILLED, "2"))));

        table.commit(places.removal(table, COST));

        assertThat(places.find(table, List.of(COST, UNBILLED))).containsExactly(fact(UNBILLED, "2"));

        table.commit(places.removal(table, UNBILLED));

        assertThat(table.contents()).isEmpty();
    }

    @Test
    void anItemOfItsOwn_isTakenAway() {
        table.putAll(places.items(List.of(fact(WITHOUT, "4"), fact(COST, "1"))));

        table.commit(places.removal(table, WITHOUT));
        table.commit(places.removal(table, COST));

        assertThat(table.contents()).isEmpty();
    }
}

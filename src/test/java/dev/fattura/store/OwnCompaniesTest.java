package dev.fattura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.support.InMemoryTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnCompaniesTest {

    private static final Item OWN = header("INV-1", "USMF");
    private static final Item FOREIGN = header("INV-2", "DEMF");
    private static final Item FOREIGN_FACT = Item.of(key("FACT-1"), "actual")
            .map("dimensions", Map.of("company", "DEMF"))
            .build();
    private static final Item OF_NOBODY = Item.of(key("LINE-1"), "line").build();

    private final InMemoryTable inside = new InMemoryTable();
    private final Table table = new Office(inside).table();

    @BeforeEach
    void fill() {
        inside.putAll(List.of(OWN, FOREIGN, FOREIGN_FACT, OF_NOBODY));
    }

    @Test
    void reads_leaveOutWhatIsOfAnotherCompany() {
        assertThat(limited(() -> table.get(OWN.key()))).contains(OWN);
        assertThat(limited(() -> table.get(FOREIGN.key()))).isEmpty();
        assertThat(limited(() -> table.get(FOREIGN_FACT.key()))).isEmpty();
        assertThat(limited(() -> table.getAll(List.of(OWN.key(), FOREIGN.key(), FOREIGN_FACT.key(), OF_NOBODY.key()))))
                .containsExactlyInAnyOrder(OWN, OF_NOBODY);
        assertThat(limited(() -> table.query("P", "", null, 10)).items()).containsExactlyInAnyOrder(OWN, OF_NOBODY);
    }

    @Test
    void pages_goOn_whereTheTableGoesOn() {
        Page page = limited(() -> table.query("P", "INV-", null, 1));
        Page next = limited(() -> table.query("P", "INV-", page.next(), 1));

        assertThat(page.items()).containsExactly(OWN);
        assertThat(next.items()).isEmpty();
        assertThat(page.next()).isEqualTo("INV-1");
    }

    @Test
    void writes_ofAnotherCompany_areRefused_withAllThatComesWithThem() {
        Item moved = header("INV-1", "DEMF");
        Item taken = header("INV-2", "USMF");

        refused(() -> table.commit(List.of(Write.put(OF_NOBODY, Condition.NONE), Write.put(moved, Condition.NONE))));
        refused(() -> table.commit(List.of(Write.put(taken, Condition.NONE))));
        refused(() -> table.commit(List.of(Write.put(taken, Condition.ABSENT))));
        refused(() -> {
            table.putAll(List.of(OF_NOBODY, moved));
            return Commit.DONE;
        });
        refused(() -> {
            table.putAll(List.of(taken));
            return Commit.DONE;
        });
    }

    @Test
    void conditionThatFailsOnAnotherCompanys_isNotThere_andOneOnTheOwnIsAFailedCommit() {
        Item fact = Item.of(FOREIGN_FACT.key(), "actual")
                .map("dimensions", Map.of("company", "USMF"))
                .build();

        Item again = Item.of(OWN.key(), "invoice")
                .text("company", "USMF")
                .text("status", "draft")
                .build();

        refused(() -> table.commit(List.of(Write.put(fact, Condition.ABSENT))));
        assertThat(limited(() -> table.commit(List.of(Write.put(again, Condition.ABSENT)))))
                .isEqualTo(new Commit(0, OWN));
    }

    @Test
    void ownWrites_happen() {
        Item other = header("INV-3", "USMF");

        assertThat(limited(() -> table.commit(List.of(Write.put(other, Condition.ABSENT)))))
                .isEqualTo(Commit.DONE);
        assertThat(inside.contents()).containsEntry(other.key(), other);
    }

    @Test
    void withoutACallerOfSome_everythingIsThere() {
        assertThat(table.get(FOREIGN.key())).contains(FOREIGN);
        assertThat(OwnCompanies.<Optional<Item>>during(Optional.empty(), () -> table.get(FOREIGN.key())))
                .contains(FOREIGN);
        assertThat(limited(() -> OwnCompanies.ofEverybody(() -> table.get(FOREIGN.key()))))
                .contains(FOREIGN);
        table.putAll(List.of(FOREIGN));
    }

    @Test
    void limit_endsWithTheRequest_howeverThatEnds() {
        assertThatThrownBy(() -> limited(() -> {
                    throw new IllegalStateException("in the middle");
                }))
                .hasMessage("in the middle");

        assertThat(OwnCompanies.limited()).isFalse();
        assertThat(limited(() -> {
                    OwnCompanies.ofEverybody(() -> 1);
                    return OwnCompanies.limited();
                }))
                .isTrue();
    }

    @Test
    void bothSides_areSeenThroughIt_andOnlyOnce() {
        assertThat(new Finance(inside).table()).isInstanceOf(OwnCompanies.class);
        assertThat(new Office(table).table()).isSameAs(table);
    }

    private void refused(Supplier<Commit> write) {
        Map<Key, Item> before = inside.contents();
        assertThatThrownBy(() -> limited(write))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.NOT_FOUND));
        assertThat(inside.contents()).isEqualTo(before);
    }

    private static <T> T limited(Supplier<T> work) {
        return OwnCompanies.during(Optional.of(Set.of("USMF")), work);
    }

    private static Key key(String sort) {
        return new Key("P", sort);
    }

    private static Item header(String id, String company) {
        return Item.of(key(id), "invoice").text("company", company).build();
    }
}

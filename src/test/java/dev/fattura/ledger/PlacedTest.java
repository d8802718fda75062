package dev.fattura.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacedTest {

    private static final UUID BASE = Placed.base("approved", "TE-1", "TE-2");

    @Test
    void id_endsWithItsPartAndItsLine_andBeginsWithItsCause() {
        UUID id = Placed.at(BASE, 0x21, 0x1A2B);

        assertThat(id.toString()).startsWith(BASE.toString().substring(0, 30)).endsWith("211a2b");
        assertThat(Placed.baseOf(id)).isEqualTo(BASE);
        assertThat(Placed.lineOf(id)).isEqualTo(0x1A2B);
        assertThat(Placed.sheetOf(id)).isEqualTo(Placed.at(BASE, 0x21, 0));
        assertThat(Placed.onSheet(Placed.sheetOf(id), 0x1A2B)).isEqualTo(id);
    }

    @Test
    void otherCauses_giveAnotherBase_andTheSameTheSame() {
        assertThat(Placed.base("approved", "TE-1", "TE-2")).isEqualTo(BASE);
        assertThat(Placed.base("approved", "TE-2", "TE-1")).isNotEqualTo(BASE);
        assertThat(Placed.base("drafted", "TE-1", "TE-2")).isNotEqualTo(BASE);
    }

    @Test
    void is_trueOfItsOwnIds_asIdsAndAsTheyAreWritten() {
        for (int part = 0; part < 256; part += 51) {
            UUID id = Placed.at(BASE, part, 99);
            assertThat(Placed.is(id)).isTrue();
            assertThat(Placed.is(id.toString())).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1a252c46-a14b-3f68-9207-7f5cc4210007", // of version 3
                "1a252c46-a14b-8f68-9207-7f5cc421000", // a digit less
                "1a252c46-a14b-8f68-9207-7f5cc42100071", // a digit more
                "1a252c46-a14b-8f68-9207-7f5cc421000G",
                "1A252C46-a14b-8f68-9207-7f5cc4210007", // as no id of ours is written
                "1a252c46aa14b-8f68-9207-7f5cc4210007",
                "1a252c46-a14b-8f68-92077-f5cc4210007"
            })
    void is_falseOfAnythingElse(String text) {
        assertThat(Placed.is(text)).isFalse();
    }

    @Test
    void thereAreSoManyPartsAndLines_andNoMore() {
        assertThatThrownBy(() -> Placed.at(BASE, 256, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Placed.at(BASE, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Placed.at(BASE, 0, 65_536)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Placed.at(BASE, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Placed.lineOf(Placed.at(BASE, 255, 65_535))).isEqualTo(65_535);
    }
}

package dev.fattura.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Crossing;
import dev.fattura.maps.TableMaps;
import dev.fattura.store.Finance;
import dev.fattura.store.MapStatusItem;
import dev.fattura.store.Office;
import dev.fattura.support.InMemoryTable;
import dev.fattura.watch.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ControlMapsTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Command PAUSE = new Command("pause", "pause", true);
    private static final Command RESUME = new Command("resume", "resume", true);

    private final InMemoryTable office = new InMemoryTable();
    private final InMemoryTable finance = new InMemoryTable();
    private final ControlMaps control = control();

    /** Its answer was lost, and somebody has resumed the map before it was sent again. */
    @Test
    void pauseThatWasReversed_isNotRepeatedByTheSameRequest() {
        control.pause(Crossing.ACTUALS, NOW, PAUSE);
        control.resume(Crossing.ACTUALS, RESUME);

        control.pause(Crossing.ACTUALS, NOW, PAUSE);

        assertThat(MapStatusItem.read(finance).carries(Crossing.ACTUALS)).isTrue();
    }

    @Test
    void resumeThatWasReversed_isNotRepeatedByTheSameRequest_andCarriesNothing() {
        control.pause(Crossing.ACTUALS, NOW, PAUSE);
        control.resume(Crossing.ACTUALS, RESUME);
        control.pause(Crossing.ACTUALS, NOW, new Command("again", "again", true));

        ControlMaps.CaughtUp caughtUp = control.resume(Crossing.ACTUALS, RESUME);

        assertThat(caughtUp.complete()).isFalse();
        assertThat(MapStatusItem.read(finance).carries(Crossing.ACTUALS)).isFalse();
    }

    private ControlMaps control() {
        CatchUp catchUp = Conductor.of(
                        new Office(office),
                        new Finance(finance),
                        TableMaps.load(),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        Metrics.NONE)
                .catchUp();
        return new ControlMaps(finance, catchUp, new RunPeriod(office, finance));
    }
}

package dev.fattura.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTotalsTest {

    private static final CurrencyCode GBP = new CurrencyCode("GBP");

    private record Billed(String id, BillingType billingType, long minor) {
        ControlTotals addedTo(ControlTotals totals) {
            return totals.withBilledSales(new Actual.Id(UUID.fromString(id)), billingType, new Money(minor, GBP));
        }
    }

    private static final List<Billed> BILLED = List.of(
            new Billed("00000000-0000-0000-0000-00000000000f", BillingType.CHARGEABLE, 100_000),
            new Billed("00000000-0000-0000-0000-0000000000f0", BillingType.NON_CHARGEABLE, 5_000),
            new Billed("10000000-0000-0000-0000-000000000000", BillingType.COMPLIMENTARY, 700),
            new Billed("10000000-0000-0000-0000-000000000001", BillingType.CHARGEABLE, -2_500));

    @Test
    void totals_countAndSum_andChargeOnlyWhatIsChargeable() {
        assertThat(totals(BILLED)
                        .withUnbilledSales(new Money(-100_000, GBP), true)
                        .withUnbilledSales(new Money(-5_000, GBP), true)
                        .withUnbilledSales(new Money(120_000, GBP), false))
                .isEqualTo(new ControlTotals(
                        new ControlTotals.Total(4, new Money(103_200, GBP)),
                        new ControlTotals.Total(2, new Money(-105_000, GBP)),
                        new ControlTotals.Total(1, new Money(120_000, GBP)),
                        new Money(97_500, GBP),
                        UUID.fromString("00000000-0000-0000-0000-0000000000fe")));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void totals_areTheSame_inAnyOrder(long seed) {
        List<Billed> shuffled = new ArrayList<>(BILLED);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(totals(shuffled)).isEqualTo(totals(BILLED));
    }

    @Test
    void totals_match_whateverWasReversed_sinceReversalsNeverCross() {
        assertThat(totals(BILLED).sameBilledSales(totals(BILLED).withUnbilledSales(new Money(-1, GBP), true)))
                .isTrue();
    }

    @Test
    void totals_doNotMatch_whenOneIsMissing() {
        for (Billed missing : BILLED) {
            List<Billed> rest = new ArrayList<>(BILLED);
            rest.remove(missing);
            assertThat(totals(rest).sameBilledSales(totals(BILLED))).isFalse();
        }
    }

    @Test
    void totals_doNotMatch_whenAnAmountIsOneUnitOff() {
        assertThat(swappedFirst(new Billed(BILLED.get(0).id(), BillingType.CHARGEABLE, 100_001))
                        .sameBilledSales(totals(BILLED)))
                .isFalse();
    }

    @Test
    void totals_doNotMatch_whenOnlyTheBillingTypeDiffers() {
        assertThat(swappedFirst(new Billed(BILLED.get(0).id(), BillingType.COMPLIMENTARY, 100_000))
                        .sameBilledSales(totals(BILLED)))
                .isFalse();
    }

    @Test
    void totals_doNotMatch_whenAnotherActualHasTheSameAmount() {
        assertThat(swappedFirst(new Billed("00000000-0000-0000-0000-00000000000e", BillingType.CHARGEABLE, 100_000))
                        .sameBilledSales(totals(BILLED)))
                .isFalse();
    }

    private static ControlTotals swappedFirst(Billed other) {
        List<Billed> swapped = new ArrayList<>(BILLED);
        swapped.set(0, other);
        return totals(swapped);
    }

    private static ControlTotals totals(List<Billed> billed) {
        ControlTotals totals = ControlTotals.none(GBP);
        for (Billed one : billed) {
            totals = one.addedTo(totals);
        }
        return totals;
    }
}

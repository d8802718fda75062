package dev.fattura.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {

    private static final CurrencyCode USD = new CurrencyCode("USD");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # shares;                rounding; whole;     parts
            60 40,                   0,        1600.00,   960.00 640.00
            60 40,                   0,        -1600.00,  -960.00 -640.00
            60 40,                   0,        0.01,      0.01 0.00
            60 40,                   1,        0.01,      0.00 0.01
            50 50,                   1,        0.01,      0.00 0.01
            33.3333 33.3333 33.3334, 2,        100.00,    33.33 33.33 33.34
            33.3333 33.3333 33.3334, 0,        100.00,    33.34 33.33 33.33
            33.3333 33.3333 33.3334, 0,        -100.00,   -33.34 -33.33 -33.33
            100,                     0,        7.77,      7.77
            """)
    void money_isSplit_andWhatIsLeftOverGoesToTheRoundingPart(String shares, int rounding, String whole, String parts) {
        Allocation allocation = new Allocation(percents(shares), rounding);

        assertThat(allocation.of(Money.of(new BigDecimal(whole), USD)))
                .extracting(Money::decimalText)
                .containsExactly(parts.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"8, 4.8 3.2", "-8, -4.8 -3.2", "0.01, 0.01 0", "0.05, 0.03 0.02", "7.77, 4.67 3.1"})
    void quantity_isSplit_toTwoDecimals(String whole, String parts) {
        assertThat(new Allocation(percents("60 40"), 0).of(Quantity.of(whole)))
                .extracting(Quantity::toString)
                .containsExactly(parts.split(" "));
    }

    @Test
    void parts_sumToTheWhole_andNoneHasTheOppositeSign_whateverTheShares() {
        for (long seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            List<Percent> shares = shares(random);
            Allocation allocation = new Allocation(shares, random.nextInt(shares.size()));
            Money whole = new Money(random.nextInt(2_000_001) - 1_000_000, USD);
            Quantity quantity = new Quantity(BigDecimal.valueOf(random.nextInt(200_001) - 100_000, 2));

            List<Money> parts = allocation.of(whole);
            List<Quantity> quantities = allocation.of(quantity);

            assertThat(parts.stream().mapToLong(Money::minor).sum())
                    .as("seed %s", seed)
                    .isEqualTo(whole.minor());
            assertThat(parts).as("seed %s", seed).allMatch(part -> part.minor() * whole.minor() >= 0);
            assertThat(quantities.stream().map(Quantity::value).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("seed %s", seed)
                    .isEqualByComparingTo(quantity.value());
            assertThat(quantities)
                    .as("seed %s", seed)
                    .allMatch(part -> part.value().signum() * quantity.value().signum() >= 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"60 39.9999", "60 40.0001", "101", ""})
    void shares_thatAreNotTheWhole_areNoAllocation(String shares) {
        assertThatThrownBy(() -> new Allocation(percents(shares), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roundingPart_thatIsNotThere_isNoAllocation() {
        assertThatThrownBy(() -> new Allocation(percents("60 40"), 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Allocation(percents("60 40"), -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Percent> percents(String shares) {
        return shares.isEmpty()
                ? List.of()
                : Arrays.stream(shares.split(" ")).map(Percent::of).toList();
    }

    /** One to fifteen shares in ten-thousandths of a per cent. */
    private static List<Percent> shares(Random random) {
        int left = 1_000_000;
        List<Percent> shares = new ArrayList<>();
        int count = 1 + random.nextInt(15);
        for (int index = 1; index < count; index++) {
            int share = random.nextInt(left + 1);
            shares.add(new Percent(BigDecimal.valueOf(share, 4)));
            left -= share;
        }
        shares.add(new Percent(BigDecimal.valueOf(left, 4)));
        return shares;
    }
}

package dev.fattura.store;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.FiscalPeriodStatus;
import dev.fattura.ledger.FiscalPeriods;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/** The fiscal periods of a company that are not open, in one item, so that a claim of posting can depend on all of them. */
public final class FiscalPeriodsItem {

    public static final String KIND = "fiscalPeriods";

    private FiscalPeriodsItem() {}

    public static Key key(Company.Id company) {
        return new Key(CompanyItem.partition(company), "FISCALPERIODS");
    }

    /** The periods as they stand; all are open where nothing was stated. */
    public static FiscalPeriods read(Table table, Company.Id company) {
        return table.get(key(company))
                .map(item -> decode(company, item))
                .orElseGet(() -> FiscalPeriods.allOpen(company));
    }

    /** The write of the next version, on condition that the table has the one before. */
    public static Write replace(FiscalPeriods periods) {
        return Write.put(
                encode(periods), periods.version() == 1 ? Condition.ABSENT : Condition.version(periods.version() - 1));
    }

    /** Changes nothing, and fails when a period was changed since: what is committed with it happens in the periods that were read. */
    public static Write unchanged(FiscalPeriods periods) {
        return periods.version() == 0
                ? Write.delete(key(periods.company()), Condition.ABSENT)
                : Write.put(encode(periods), Condition.version(periods.version()));
    }

    private static Item encode(FiscalPeriods periods) {
        Map<String, String> shut = new TreeMap<>();
        periods.shut().forEach((period, status) -> shut.put(period.toString(), status.code()));
        return Item.of(key(periods.company()), KIND)
                .number(Item.VERSION, periods.version())
                .texts("shut", shut)
                .build();
    }

    private static FiscalPeriods decode(Company.Id company, Item item) {
        Attributes values = item.read();
        Map<YearMonth, FiscalPeriodStatus> shut = new TreeMap<>();
        values.texts("shut")
                .forEach((period, status) ->
                        shut.put(YearMonth.parse(period), Coded.stored(FiscalPeriodStatus.class, status)));
        return new FiscalPeriods(company, values.number(Item.VERSION), shut);
    }
}

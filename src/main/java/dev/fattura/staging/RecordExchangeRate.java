package dev.fattura.staging;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.ExchangeRate;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Condition;
import dev.fattura.store.ExchangeRateItem;
import dev.fattura.store.Key;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records an exchange rate of a company, once for each currency and date (domain.md 3.6). */
public final class RecordExchangeRate {

    private final Table finance;

    public RecordExchangeRate(Table finance) {
        this.finance = finance;
    }

    /**
     * Records it; the same rate again changes nothing.
     *
     * @throws Refused if there is no such company, if the currency is its own, or if another rate is recorded for the date
     */
    public void record(ExchangeRate rate, Command command) {
        requireForeign(rate);
        if (known(rate)) {
            return;
        }
        List<Write> writes = new ArrayList<>();
        writes.add(Write.put(ExchangeRateItem.encode(rate), Condition.ABSENT));
        if (command.remembered()) {
            writes.add(ReceiptItem.begin(command));
        }
        if (!finance.commit(writes).done() && !known(rate)) {
            throw new Refused(RefusalCode.COMMAND_IN_PROGRESS, "The same request is under way.");
        }
    }

    private void requireForeign(ExchangeRate rate) {
        Company company = CompanyItem.find(finance, rate.company())
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "There is no company " + rate.company() + "."));
        if (company.accountingCurrency().equals(rate.from())) {
            throw new Refused(
                    RefusalCode.WRONG_CURRENCY,
                    rate.from() + " is the accounting currency of company " + company.id() + " and needs no rate.");
        }
    }

    private boolean known(ExchangeRate rate) {
        Key key = ExchangeRateItem.key(rate.company(), rate.from(), rate.validFrom());
        Optional<ExchangeRate> recorded = finance.get(key).map(ExchangeRateItem::decode);
        if (recorded.isPresent() && !recorded.get().equals(rate)) {
            throw new Refused(
                    RefusalCode.ALREADY_RECORDED,
                    "The rate of " + rate.from() + " from " + rate.validFrom() + " on is recorded as "
                            + recorded.get().rate() + ".");
        }
        return recorded.isPresent();
    }
}

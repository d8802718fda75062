package dev.fattura.staging;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.BillingType;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.FiscalPeriods;
import dev.fattura.ledger.JournalLine;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.money.Rate;
import dev.fattura.money.Rounding;
import dev.fattura.store.Table;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a staged cost or unbilled sales row can be put onto a journal: at which exchange rate and on which date, or why not
 * (domain.md 3.3, 4.6). What only a person can mend is looked at in the order in which a person would.
 */
final class RowReadiness {

    private final Company company;
    private final FiscalPeriods periods;
    private final ExchangeRates rates;

    RowReadiness(Table finance, Company company, FiscalPeriods periods) {
        this.company = company;
        this.periods = periods;
        this.rates = new ExchangeRates(finance, company);
    }

    /** Either what is needed to plan its line, or why it waits. */
    record Readiness(JournalPlanDecider.@Nullable Ready ready, @Nullable WaitingReason reason, @Nullable String cause) {

        private static Readiness waiting(WaitingReason reason, String cause) {
            return new Readiness(null, reason, cause);
        }

        static Readiness rowMissing() {
            return waiting(WaitingReason.ROW_MISSING, "Its staging row is not there.");
        }
    }

    /** @param originals the journal lines of what the rows of the page reverse, as far as there are any */
    Readiness of(StagedActual row, Map<Actual.Id, JournalLine> originals) {
        Optional<Contract> contract = rates.contract(row.dimensions().contract());
        if (contract.isEmpty()) {
            return Readiness.waiting(
                    WaitingReason.CONTRACT_MISSING,
                    "Contract " + row.dimensions().contract() + " has not crossed to finance.");
        }
        if (company.journals().lineProperty(row.billingType()).isEmpty()) {
            return Readiness.waiting(WaitingReason.LINE_PROPERTY_MISSING, noLineProperty(row.billingType()));
        }
        Optional<LocalDate> date =
                periods.postingDate(row.accountingDate(), company.journals().moveToOpenPeriod());
        if (date.isEmpty()) {
            return Readiness.waiting(WaitingReason.PERIOD_CLOSED, periods.cause(row.accountingDate()));
        }
        return priced(row, contract.get(), date.get(), originals);
    }

    /** What takes something back does so at the rate of that, so that nothing is left of it in accounting currency. */
    private Readiness priced(
            StagedActual row, Contract contract, LocalDate date, Map<Actual.Id, JournalLine> originals) {
        Actual.Id reversed = row.reverses();
        if (reversed != null) {
            JournalLine original = originals.get(reversed);
            return original == null
                    ? Readiness.waiting(
                            WaitingReason.ORIGINAL_NOT_IMPORTED,
                            "The unbilled sales " + reversed + " that it reverses are on no journal yet.")
                    : converted(row, original.exchangeRate(), date);
        }
        return rates.rate(contract, row.amount().currency(), date)
                .map(rate -> converted(row, rate, date))
                .orElseGet(() -> Readiness.waiting(
                        WaitingReason.EXCHANGE_RATE_MISSING,
                        rates.cause(row.amount().currency(), date)));
    }

    /** What cannot be converted must not get onto a plan, which would then never be carried out. */
    private Readiness converted(StagedActual row, Rate rate, LocalDate date) {
        try {
            Rounding.convert(row.amount(), rate, company.accountingCurrency());
            return new Readiness(new JournalPlanDecider.Ready(row, rate, date), null, null);
        } catch (ArithmeticException tooLarge) {
            return Readiness.waiting(
                    WaitingReason.AMOUNT_TOO_LARGE,
                    "At the exchange rate " + rate + " its amount is more than the books can hold.");
        }
    }

    private String noLineProperty(BillingType billingType) {
        String name =
                switch (billingType) {
                    case CHARGEABLE -> "Chargeable";
                    case NON_CHARGEABLE -> "Non-chargeable";
                    case COMPLIMENTARY -> "Complimentary";
                    case NOT_AVAILABLE -> "Not available";
                };
        return "Line property " + name + " doesn't exist: company " + company.id()
                + " maps no line property to that billing type.";
    }
}

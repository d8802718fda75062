package dev.fattura.staging;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Deed;
import dev.fattura.ledger.FiscalPeriodStatus;
import dev.fattura.ledger.FiscalPeriods;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.Attempts;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.FiscalPeriodsItem;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Opens, holds or closes a fiscal period of a company. What is claimed for posting is posted, whatever happens to its period. */
public final class RecordFiscalPeriod {

    private final Table finance;

    public RecordFiscalPeriod(Table finance) {
        this.finance = finance;
    }

    /** The periods as they stand then; the same status again changes nothing. @throws Refused if there is no such company */
    public FiscalPeriods record(Company.Id company, YearMonth period, FiscalPeriodStatus status, Command command) {
        if (CompanyItem.find(finance, company).isEmpty()) {
            throw new Refused(RefusalCode.NOT_FOUND, "There is no company " + company + ".");
        }
        return Attempts.untilDone(() -> attempt(company, period, status, command));
    }

    private Optional<FiscalPeriods> attempt(
            Company.Id company, YearMonth period, FiscalPeriodStatus status, Command command) {
        FiscalPeriods before = FiscalPeriodsItem.read(finance, company);
        if (before.status(period) == status || ReceiptItem.begun(finance, command)) {
            return Optional.of(before);
        }
        FiscalPeriods next = before.with(period, status);
        List<Write> writes = CommandWrites.of(
                command,
                List.of(FiscalPeriodsItem.replace(next)),
                CompanyItem.key(company),
                by -> new Deed("fiscalPeriod", period.toString(), next.version(), status.code(), by));
        boolean done = finance.commit(writes).done();
        return done ? Optional.of(next) : Optional.empty();
    }
}

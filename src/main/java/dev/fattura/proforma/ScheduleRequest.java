package dev.fattura.proforma;

import dev.fattura.ledger.InvoiceSchedule;
import dev.fattura.ledger.Retainer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked for with {@code POST /contracts/{contract}/retainers}.
 *
 * @param first the retainer of the first run date; its id is that of the schedule
 * @param schedule says on which dates there is one like it
 */
public record ScheduleRequest(RetainerRequest first, InvoiceSchedule schedule) {

    /** Each retainer takes two writes of a transaction, which has at most a hundred. */
    static final int MOST = 48;

    /** A retainer for every run date: {@code RS1-1}, {@code RS1-2} and so on. */
    List<RetainerRequest> retainers() {
        List<RetainerRequest> retainers = new ArrayList<>();
        for (LocalDate date : schedule.runDates()) {
            Retainer.Id id = new Retainer.Id(first.retainer() + "-" + (retainers.size() + 1));
            retainers.add(first.on(id, date));
        }
        return retainers;
    }
}

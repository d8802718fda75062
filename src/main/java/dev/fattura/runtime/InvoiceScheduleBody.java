package dev.fattura.runtime;

import dev.fattura.ledger.InvoiceSchedule;
import java.time.LocalDate;

/** Reads an invoice schedule, of a contract line or of retainers. */
public final class InvoiceScheduleBody {

    private InvoiceScheduleBody() {}

    /** The schedule, of at most that many run dates. @throws dev.fattura.ledger.Refused if it is none, or longer */
    public static InvoiceSchedule read(Body body, int most) {
        LocalDate end = body.optional("end", body::date).orElse(null);
        Integer count =
                body.optional("count", name -> body.number(name, 1, most)).orElse(null);
        if ((end == null) == (count == null)) {
            throw body.invalid("end", "or \"count\" must be there, and not both");
        }
        InvoiceSchedule schedule = new InvoiceSchedule(
                body.date("start"), body.coded("frequency", InvoiceSchedule.Frequency.class), end, count);
        if (end != null && (end.isBefore(schedule.start()) || schedule.isLongerThan(most))) {
            throw body.invalid(
                    "end", "must not be before the start, nor so late that there are more than " + most + " run dates");
        }
        body.end();
        return schedule;
    }
}

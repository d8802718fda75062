package dev.fattura.proforma;

import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.InvoiceSchedule;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Retainer;
import dev.fattura.money.Money;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.InvoiceScheduleBody;
import java.time.LocalDate;

/** Reads the bodies of {@code PUT /contracts/{contract}/retainers/{retainer}} and {@code POST /contracts/{contract}/retainers}. */
final class RetainerBody {

    /** A retainer of it has its id, a hyphen and a number of two digits, and an id has at most 60 characters. */
    private static final int LONGEST_SCHEDULE = 57;

    private RetainerBody() {}

    /** What a person says of a retainer; what comes after, invoicing it says. */
    enum Status implements Coded {
        NOT_READY("notReady"),
        READY_TO_INVOICE("readyToInvoice");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    static RetainerRequest read(Contract.Id contract, Retainer.Id retainer, Body body) {
        RetainerRequest request = terms(contract, retainer, body.date("date"), body);
        body.end();
        return request;
    }

    static ScheduleRequest readSchedule(Contract.Id contract, Body body) {
        Retainer.Id id = new Retainer.Id(body.id("schedule"));
        if (id.value().length() > LONGEST_SCHEDULE) {
            throw body.invalid("schedule", "must not be longer than " + LONGEST_SCHEDULE + " characters");
        }
        InvoiceSchedule schedule = InvoiceScheduleBody.read(body.object("invoiceSchedule"), ScheduleRequest.MOST);
        RetainerRequest first = terms(contract, id, schedule.start(), body);
        body.end();
        return new ScheduleRequest(first, schedule);
    }

    private static RetainerRequest terms(Contract.Id contract, Retainer.Id retainer, LocalDate date, Body body) {
        return new RetainerRequest(
                contract,
                retainer,
                body.optional("line", body::id).map(ContractLine.Id::new).orElse(null),
                body.optionalText("customer").orElse(null),
                body.text("description"),
                above(body, "amount"),
                date,
                body.coded("status", Status.class) == Status.READY_TO_INVOICE);
    }

    /** Money above zero: a retainer of nothing would never be applied (2301569). */
    static Money above(Body body, String name) {
        Money amount = body.money(name);
        if (amount.minor() <= 0) {
            throw new Refused(RefusalCode.NEGATIVE_VALUE, "The amount is above zero.", body.pointer(name) + "/amount");
        }
        return amount;
    }
}

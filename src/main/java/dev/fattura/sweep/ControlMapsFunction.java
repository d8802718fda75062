package dev.fattura.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.maps.TableMaps;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.DeedItem;
import dev.fattura.store.Finance;
import dev.fattura.store.MapStatusItem;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import dev.fattura.watch.Metrics;
import io.quarkus.funqy.Funq;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table maps: {@code GET /maps}, {@code GET /maps/{map}}, {@code POST /maps/{map}/pause}, {@code POST /maps/{map}/resume} and
 * {@code POST /maps/{map}/run} for past months.
 */
public class ControlMapsFunction {

    private static final int MOST_MONTHS = 24;

    private final Table finance;
    private final TableMaps maps;
    private final Clock clock;
    private final ControlMaps control;
    private final WaitingDocuments waiting;

    public ControlMapsFunction(Office office, Finance finance, TableMaps maps, Clock clock, Metrics metrics) {
        CatchUp catchUp = Conductor.of(office, finance, maps, clock, metrics).catchUp();
        this.finance = finance.table();
        this.maps = maps;
        this.clock = clock;
        this.control = new ControlMaps(finance.table(), catchUp, new RunPeriod(office.table(), finance.table()));
        this.waiting = new WaitingDocuments(finance.table(), catchUp);
    }

    @Funq("control-maps")
    public HttpReply controlMaps(Invocation invocation) {
        return invocation.asks()
                ? Http.answer(invocation, this::show)
                : Http.command(invocation, finance, this::control);
    }

    private Reply show(Request request) {
        if (!request.hasPathId("map")) {
            var statuses = MapStatusItem.read(finance);
            ObjectNode json = Json.object();
            json.set("maps", Json.array(List.of(Crossing.values()), map -> TableMapJson.brief(maps.of(map), statuses)));
            return Reply.ok(json);
        }
        return Reply.ok(one(crossing(request)));
    }

    private ObjectNode one(Crossing crossing) {
        return TableMapJson.of(
                maps.of(crossing),
                MapStatusItem.read(finance),
                waiting.count(crossing),
                DeedItem.of(finance, MapStatusItem.key(crossing)));
    }

    private Reply control(Request request, Command command) {
        Crossing crossing = crossing(request);
        Body body = request.body();
        String verb = request.route().substring(request.route().lastIndexOf('/') + 1);
        switch (verb) {
            case "pause" -> {
                body.end();
                control.pause(crossing, clock.instant(), command);
                return Reply.ok(one(crossing));
            }
            case "resume" -> {
                body.end();
                return caughtUp(crossing, control.resume(crossing, command), false);
            }
            default -> {
                return caughtUp(crossing, control.run(crossing, period(body)), true);
            }
        }
    }

    private Reply caughtUp(Crossing crossing, ControlMaps.CaughtUp caughtUp, boolean ofPeriod) {
        ObjectNode json = TableMapJson.brief(maps.of(crossing), MapStatusItem.read(finance));
        if (ofPeriod) {
            json.put("documents", caughtUp.documents());
        }
        json.set("carried", SweepReportJson.brief(caughtUp.report()));
        return Reply.ok(json.put("complete", caughtUp.complete()));
    }

    private static ControlMaps.Period period(Body body) {
        LocalDate from = body.date("from");
        LocalDate to = body.date("to");
        Company.@Nullable Id company = body.has("company") ? new Company.Id(body.id("company")) : null;
        body.end();
        if (to.isBefore(from)) {
            throw body.invalid("to", "must not be before \"from\"");
        }
        YearMonth first = YearMonth.from(from);
        YearMonth last = YearMonth.from(to);
        if (first.until(last, ChronoUnit.MONTHS) >= MOST_MONTHS) {
            throw body.invalid("to", "must be within " + MOST_MONTHS + " months");
        }
        return new ControlMaps.Period(first, last, company);
    }

    private static Crossing crossing(Request request) {
        String map = request.pathId("map");
        return Coded.find(Crossing.class, map)
                .orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND, "There is no table map " + map + "."));
    }
}

package dev.fattura.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.SyncError;
import dev.fattura.maps.TableMaps;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Finance;
import dev.fattura.store.MapStatusItem;
import dev.fattura.store.Office;
import dev.fattura.store.SyncErrorItem;
import dev.fattura.store.Table;
import dev.fattura.watch.Metrics;
import io.quarkus.funqy.Funq;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What could not cross: {@code GET /sync-errors?status=&map=&limit=&cursor=}, {@code GET /sync-errors/{error}}, {@code POST
 * /sync-errors/{error}/retry} and {@code POST /sync-errors/retry} for all that are open.
 */
public class SyncErrorsFunction {

    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 200;
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,3}");

    private final Table finance;
    private final RetrySyncErrors retries;

    public SyncErrorsFunction(Office office, Finance finance, TableMaps maps, Clock clock, Metrics metrics) {
        this.finance = finance.table();
        this.retries = Conductor.of(office, finance, maps, clock, metrics).retries();
    }

    @Funq("sync-errors")
    public HttpReply syncErrors(Invocation invocation) {
        return invocation.asks()
                ? Http.answer(invocation, request -> request.hasPathId("error") ? one(request) : list(request))
                : Http.command(invocation, finance, this::retry);
    }

    private Reply one(Request request) {
        return Reply.ok(SyncErrorJson.of(find(request)));
    }

    private Reply list(Request request) {
        String status = request.query("status").orElse("open");
        if (!List.of("open", "resolved").contains(status)) {
            throw new Refused(RefusalCode.UNKNOWN_VALUE, "status must be open or resolved.");
        }
        Crossing crossing =
                request.query("map").map(SyncErrorsFunction::crossing).orElse(null);
        SyncErrorItem.Errors page = SyncErrorItem.page(
                finance,
                status.equals("open"),
                crossing,
                request.query("cursor").map(SyncErrorsFunction::after).orElse(null),
                request.query("limit").map(SyncErrorsFunction::limit).orElse(DEFAULT_LIMIT));
        ObjectNode json = Json.object();
        json.set("syncErrors", Json.array(page.errors(), SyncErrorJson::of));
        return Reply.ok(page.next() == null ? json : json.put("next", cursor(page.next())));
    }

    private Reply retry(Request request, Command command) {
        Body body = request.body();
        if (request.hasPathId("error")) {
            body.end();
            SyncError error = find(request);
            if (!MapStatusItem.read(finance).carries(error.crossing())) {
                throw new Refused(
                        RefusalCode.MAP_PAUSED,
                        "The table map " + error.crossing().code() + " is paused.");
            }
            return Reply.ok(SyncErrorJson.of(retries.retry(error)));
        }
        @Nullable Crossing crossing = body.has("map") ? body.coded("map", Crossing.class) : null;
        body.end();
        RetrySyncErrors.Outcome outcome = retries.retryAll(crossing);
        return Reply.ok(Json.object()
                .put("tried", outcome.tried())
                .put("resolved", outcome.resolved())
                .put("paused", outcome.paused())
                .put("more", outcome.more()));
    }

    private SyncError find(Request request) {
        String id = request.pathId("error");
        try {
            return SyncErrorItem.find(finance, new SyncError.Id(UUID.fromString(id)))
                    .orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException malformed) {
            throw unknown(id);
        }
    }

    private static Refused unknown(String id) {
        return new Refused(RefusalCode.NOT_FOUND, "There is no sync error " + id + ".");
    }

    private static Crossing crossing(String map) {
        return Coded.find(Crossing.class, map)
                .orElseThrow(() -> new Refused(RefusalCode.UNKNOWN_VALUE, "There is no table map of that name."));
    }

    private static int limit(String text) {
        int limit = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new Refused(
                    RefusalCode.MEMBER_INVALID, "limit must be a whole number from 1 to " + LARGEST_LIMIT + ".");
        }
        return limit;
    }

    private static String cursor(String after) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(after.getBytes(StandardCharsets.UTF_8));
    }

    private static String after(String cursor) {
        try {
            String after = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (!after.isEmpty() && after.length() < 200) {
                return after;
            }
        } catch (IllegalArgumentException malformed) {
            // Refused below.
        }
        throw Request.foreignCursor();
    }
}

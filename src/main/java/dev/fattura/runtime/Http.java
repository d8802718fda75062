package dev.fattura.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.OwnCompanies;
import dev.fattura.store.ReceiptItem;
import dev.fattura.store.StoreBusy;
import dev.fattura.store.Table;
import dev.fattura.watch.LogContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The one place where requests become answers: refusals become problem details, nothing else gets out to a caller. Funqy would turn an
 * exception into the gateway's own 500 (anchors.md C2). A schedule has no caller: what fails there fails the function.
 */
public final class Http {

    private static final Logger LOG = Logger.getLogger(Http.class);

    /** The refusals that a chosen key keeps: those about the state of things, not about how the request was written. */
    private static final Set<RefusalCode.Kind> REMEMBERED = EnumSet.of(
            RefusalCode.Kind.NOT_FOUND,
            RefusalCode.Kind.CONFLICT,
            RefusalCode.Kind.PRECONDITION_FAILED,
            RefusalCode.Kind.UNPROCESSABLE);

    /** Bytes; an item of the store has at most 400 KiB. */
    private static final int LONGEST_KEPT = 350_000;

    private Http() {}

    /** Answers a question. */
    public static HttpReply answer(Invocation invocation, Function<Request, Reply> question) {
        return guarded(invocation, () -> admitted(invocation, caller -> question.apply(new Request(invocation))));
    }

    /** A document that is no JSON, in Base64, under the name with which a browser keeps it. */
    public record Document(String contentType, String name, String base64) {

        public static Document of(String contentType, String name, byte[] bytes) {
            return new Document(contentType, name, Base64.getEncoder().encodeToString(bytes));
        }
    }

    /** Answers a question with a document; a refusal is a problem like everywhere. */
    public static HttpReply document(Invocation invocation, Function<Request, Document> question) {
        List<Document> made = new ArrayList<>();
        Reply reply = guardedReply(invocation, () -> {
            made.add(admitted(invocation, caller -> question.apply(new Request(invocation))));
            return Reply.ok(Json.object());
        });
        return made.isEmpty() ? shaped(reply) : shaped(made.get(0));
    }

    /**
     * Answers a command: with a chosen Idempotency-Key the first answer again, if there was one, also a refusal.
     *
     * @param table the table of the side that the command changes; it keeps the receipts
     */
    public static HttpReply command(Invocation invocation, Table table, BiFunction<Request, Command, Reply> use) {
        return commanded(invocation, (request, command) -> remembered(table, request, command, use));
    }

    /**
     * As {@link #command(Invocation, Table, BiFunction)}, for a command that mostly is one transaction of the table: that brings the receipt
     * with the answer, so that nobody needs to ask first whether the command has been given before. Where it has been, the transaction fails.
     *
     * @param atOnce does all of it and keeps what it answers ({@link #kept}); or does nothing, where that cannot be or a refusal is due
     */
    public static HttpReply command(
            Invocation invocation,
            Table table,
            BiFunction<Request, Command, Optional<Reply>> atOnce,
            BiFunction<Request, Command, Reply> use) {
        return commanded(invocation, (request, command) -> unlessRefused(() -> atOnce.apply(request, command))
                .orElseGet(() -> remembered(table, request, command, use)));
    }

    /** What has been answered before goes before what would be refused now, so a refusal is for {@link #remembered} to make. */
    private static Optional<Reply> unlessRefused(Supplier<Optional<Reply>> atOnce) {
        try {
            return atOnce.get();
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    private static HttpReply commanded(Invocation invocation, BiFunction<Request, Command, Reply> use) {
        return guarded(
                invocation,
                () -> admitted(invocation, caller -> {
                    Request request = new Request(invocation);
                    Command command =
                            Commands.of(request, caller.map(Caller::subject).orElse(null));
                    return use.apply(request, command);
                }));
    }

    /** Every request comes through here, before anything of it is read: a schedule has no caller, everything else must have one. */
    private static <T> T admitted(Invocation invocation, Function<Optional<Caller>, T> work) {
        if (invocation.scheduled()) {
            return work.apply(Optional.empty());
        }
        Caller caller = Access.admit(invocation);
        return OwnCompanies.during(caller.companies(), () -> work.apply(Optional.of(caller)));
    }

    private static Reply remembered(
            Table table, Request request, Command command, BiFunction<Request, Command, Reply> use) {
        if (!command.remembered()) {
            return use.apply(request, command);
        }
        ReceiptItem.Receipt receipt = ReceiptItem.find(table, command).orElse(null);
        if (receipt != null) {
            ReceiptItem.requireOf(receipt, command);
            if (receipt.answer() != null) {
                return read(receipt.answer());
            }
        }
        try {
            Reply reply = use.apply(request, command);
            return keeps(table, command, kept(reply)) ? reply : ofTheFirst(table, command, reply, underWay());
        } catch (Refused refused) {
            Reply reply = Problem.of(refused);
            if (REMEMBERED.contains(refused.code().kind()) && refused.code() != RefusalCode.COMMAND_IN_PROGRESS) {
                table.commit(List.of(
                        refused.ends()
                                ? ReceiptItem.firstAnswer(command, kept(reply))
                                : ReceiptItem.answer(command, kept(reply))));
            }
            return ofTheFirst(table, command, reply, receipt == null ? underWay() : reply);
        }
    }

    /**
     * Keeps the answer, as the first one, or says that it is not the first: an answer tells of the state of things, and that of a run
     * which comes late tells of a later one. An answer that is longer than an item may be is not kept: then the same request is done
     * again, as after a crash just before this, which every command bears.
     */
    private static boolean keeps(Table table, Command command, String answer) {
        return answer.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEPT
                || table.commit(List.of(ReceiptItem.firstAnswer(command, answer)))
                        .done()
                // A command that had nothing to change has not begun a receipt.
                || table.commit(List.of(ReceiptItem.answer(command, answer))).done();
    }

    /**
     * What the same request answers that came at the same time and was faster. Without this a run would be refused because of what the
     * other one had just done: nothing left to invoice, or another version than the one it names.
     *
     * @param own where there is no other
     * @param unanswered where there is one that has no answer
     * @throws Refused if the other is another request, which has the key then
     */
    private static Reply ofTheFirst(Table table, Command command, Reply own, Reply unanswered) {
        ReceiptItem.Receipt other = ReceiptItem.find(table, command).orElse(null);
        if (other == null) {
            return own;
        }
        ReceiptItem.requireOf(other, command);
        return other.answer() == null ? unanswered : read(other.answer());
    }

    private static Reply underWay() {
        return Problem.of(new Refused(RefusalCode.COMMAND_IN_PROGRESS, "The same request is under way."));
    }

    private static HttpReply guarded(Invocation invocation, Supplier<Reply> work) {
        return shaped(guardedReply(invocation, work));
    }

    private static Reply guardedReply(Invocation invocation, Supplier<Reply> work) {
        // An event that is null gets a problem like any other that is none of ours.
        return LogContext.within(
                invocation == null ? Map.of() : invocation.ids(),
                () -> invocation != null && invocation.scheduled() ? replyToSchedule(work) : replyToCaller(work));
    }

    /**
     * Nobody reads what a schedule is answered: only a function that fails is called again, parked in the failure queue after its last
     * attempt, and counted by the alarm (infra/template.yaml, EventInvokeConfig). An answer of 500 would be a success to all of them.
     */
    private static Reply replyToSchedule(Supplier<Reply> work) {
        try {
            return work.get();
        } catch (Refused refused) {
            return Problem.of(refused);
        } catch (RuntimeException failure) {
            LOG.error("A schedule failed", failure);
            throw failure;
        }
    }

    private static Reply replyToCaller(Supplier<Reply> work) {
        try {
            return work.get();
        } catch (Refused refused) {
            return Problem.of(refused);
        } catch (StoreBusy busy) {
            LOG.warn("The store is busy", busy);
            return Problem.busy();
        } catch (RuntimeException defect) {
            LOG.error("A request failed", defect);
            return Problem.defect();
        }
    }

    private static HttpReply shaped(Document document) {
        Map<String, String> headers = new TreeMap<>(Map.of(
                "content-type",
                document.contentType(),
                "content-disposition",
                "inline; filename=\"" + document.name() + "\""));
        return new HttpReply(200, headers, document.base64(), true);
    }

    private static HttpReply shaped(Reply reply) {
        Map<String, String> headers = new TreeMap<>(Map.of("content-type", "application/json"));
        headers.putAll(reply.headers());
        return new HttpReply(reply.status(), headers, Json.write(reply.body()), false);
    }

    /** An answer as a receipt keeps it; it must fit into an item. */
    public static String kept(Reply reply) {
        ObjectNode json = Json.object().put("status", reply.status());
        ObjectNode headers = json.putObject("headers");
        reply.headers().forEach(headers::put);
        json.set("body", reply.body());
        return Json.write(json);
    }

    private static Reply read(String answer) {
        try {
            JsonNode json = Json.read(answer.getBytes(StandardCharsets.UTF_8));
            Map<String, String> headers = new TreeMap<>();
            json.get("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            return new Reply(json.get("status").asInt(), (ObjectNode) json.get("body"), headers);
        } catch (IOException corrupt) {
            throw new IllegalStateException("A receipt that cannot be read", corrupt);
        }
    }
}

package dev.fattura.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.ledger.Work;
import java.util.Optional;

/** Something of finance that waits, as the answers of import and posting show it: what, why, and what to do about it. */
public final class WaitingJson {

    private WaitingJson() {}

    public static ObjectNode of(Work work) {
        ObjectNode json = Json.object().put(subject(work.queue()), work.id());
        if (work.code() != null) {
            json.put("code", work.code());
            json.put("cause", work.cause());
            remedy(work).ifPresent(remedy -> json.put("remedy", remedy));
        }
        return json;
    }

    /** What a person can do about it, if it was tried. */
    public static Optional<String> remedy(Work work) {
        return Optional.ofNullable(work.code())
                .flatMap(code -> Coded.find(WaitingReason.class, code))
                .map(WaitingReason::remedy);
    }

    private static String subject(Work.Queue queue) {
        return switch (queue) {
            case IMPORT -> "row";
            case JOURNAL, WRITE_BACK_JOURNAL -> "journal";
            case PROPOSAL, WRITE_BACK_PROPOSAL -> "proposal";
            default -> throw new IllegalArgumentException(queue + " is no queue of finance");
        };
    }
}

package dev.fattura.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Problem details (RFC 9457): what happened, where, and what to do, with a stable code. */
final class Problem {

    static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    static Reply of(Refused refused) {
        ObjectNode json = details(
                refused.code().kind().httpStatus(),
                refused.code().code(),
                refused.detail(),
                refused.code().remedy());
        if (refused.pointer() != null) {
            json.put("pointer", refused.pointer());
        }
        Map<String, String> headers = refused.code() == RefusalCode.UNAUTHENTICATED
                ? Map.of("content-type", MEDIA_TYPE, "www-authenticate", "Bearer")
                : Map.of("content-type", MEDIA_TYPE);
        return new Reply(refused.code().kind().httpStatus(), json, headers);
    }

    static Reply busy() {
        ObjectNode json = details(
                503,
                "store-busy",
                "The store is busy; what was begun is finished later.",
                "Send the same request again in a few seconds.");
        return new Reply(503, json, Map.of("content-type", MEDIA_TYPE, "retry-after", "5"));
    }

    static Reply defect() {
        ObjectNode json = details(
                500,
                "defect",
                "Fattura failed, and has written down why.",
                "Send the same request again; if it fails again, tell the operator the time of the request.");
        return new Reply(500, json, Map.of("content-type", MEDIA_TYPE));
    }

    private static ObjectNode details(int status, String code, String detail, String remedy) {
        return Json.object()
                .put("type", "urn:fattura:problem:" + code)
                .put("title", title(code))
                .put("status", status)
                .put("detail", whole(detail))
                .put("code", code)
                .put("remedy", remedy);
    }

    /** A detail may repeat what a request said; half a character of it cannot be sent back. */
    private static String whole(String detail) {
        return new String(detail.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** The code in words: {@code invoice-changed} is "Invoice changed". */
    private static String title(String code) {
        String words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

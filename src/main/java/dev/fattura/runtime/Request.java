package dev.fattura.runtime;

import dev.fattura.ledger.Identifiers;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request of the HTTP API, read strictly. */
public final class Request {

    /** No body is larger, so that none can exhaust a function's memory. */
    static final int LARGEST_BODY = 1_000_000;

    private static final int LARGEST_ITEM_BODY = 300_000;

    private static final Pattern ENTITY_TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private final Invocation invocation;

    Request(Invocation invocation) {
        this.invocation = invocation;
    }

    public String method() {
        Invocation.RequestContext context = invocation.requestContext();
        Invocation.Http http = context == null ? null : context.http();
        String method = http == null ? null : http.method();
        return method == null ? "" : method.toUpperCase(Locale.ROOT);
    }

    /** The route as the template names it: {@code POST /invoices/{invoice}/confirm}. */
    public String route() {
        String route = invocation.routeKey();
        return route == null ? "" : route;
    }

    String path() {
        String path = invocation.rawPath();
        return path == null ? "" : path;
    }

    /** An id of the path; one that cannot be an id names nothing that exists. */
    public String pathId(String name) {
        String id = orEmpty(invocation.pathParameters()).get(name);
        if (id == null || !Identifiers.isGiven(id)) {
            throw new Refused(RefusalCode.NOT_FOUND, "There is no such " + name + ".");
        }
        return id;
    }

    /** A date of the path. */
    public LocalDate pathDate(String name) {
        return Body.parseDate(pathId(name))
                .orElseThrow(() -> new Refused(
                        RefusalCode.MEMBER_INVALID, "The " + name + " in the path must be a date like 2026-01-31."));
    }

    public boolean hasPathId(String name) {
        return orEmpty(invocation.pathParameters()).containsKey(name);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(orEmpty(invocation.queryStringParameters()).get(name));
    }

    /** A parameter of the query that has to be there. */
    public String requireQuery(String name) {
        return query(name)
                .orElseThrow(
                        () -> new Refused(RefusalCode.MEMBER_MISSING, "The query parameter " + name + " is missing."));
    }

    /** A date of the query that has to be there. */
    public LocalDate queryDate(String name) {
        return Body.parseDate(requireQuery(name))
                .orElseThrow(() -> new Refused(
                        RefusalCode.MEMBER_INVALID,
                        "The query parameter " + name + " must be a date like 2026-01-31."));
    }

    /** A header by its lower-case name, as the HTTP API hands it over. */
    public Optional<String> header(String name) {
        return orEmpty(invocation.headers()).entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name) && header.getValue() != null)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The version that the caller has read, from If-Match: required on whatever changes a draft. */
    public long expectedVersion() {
        String tag = header("if-match")
                .orElseThrow(() -> new Refused(RefusalCode.IF_MATCH_REQUIRED, "The If-Match header is missing."));
        Matcher matcher = ENTITY_TAG.matcher(tag.trim());
        if (!matcher.matches()) {
            throw new Refused(RefusalCode.HEADER_INVALID, "If-Match must be an ETag of this API, like \"3\".");
        }
        return Long.parseLong(matcher.group(1));
    }

    /** The version that the caller has read, if it says one in If-Match. */
    public Optional<Long> statedVersion() {
        return header("if-match").isPresent() ? Optional.of(expectedVersion()) : Optional.empty();
    }

    /** A month of the path. */
    public YearMonth pathMonth(String name) {
        return Body.parseDate(pathId(name) + "-01")
                .map(YearMonth::from)
                .orElseThrow(() -> new Refused(
                        RefusalCode.MEMBER_INVALID, "The " + name + " in the path must be a month like 2026-01."));
    }

    public Body body() {
        return Body.parse(bodyBytes());
    }

    /** Of a cursor that no answer has given. */
    public static Refused foreignCursor() {
        return new Refused(RefusalCode.MEMBER_INVALID, "cursor must be the \"next\" of an earlier answer, unchanged.");
    }

    /** The body of something that is stored as one item, which cannot be larger than an item may be. */
    public Body bodyOfOneItem() {
        byte[] bytes = bodyBytes();
        if (bytes.length > LARGEST_ITEM_BODY) {
            throw tooLarge(LARGEST_ITEM_BODY);
        }
        return Body.parse(bytes);
    }

    byte[] bodyBytes() {
        String body = invocation.body();
        if (body == null) {
            return new byte[0];
        }
        if (body.length() > LARGEST_BODY) {
            throw tooLarge(LARGEST_BODY);
        }
        byte[] bytes = invocation.isBase64Encoded() ? decode(body) : body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST_BODY) {
            throw tooLarge(LARGEST_BODY);
        }
        return bytes;
    }

    private static byte[] decode(String body) {
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException malformed) {
            throw new Refused(RefusalCode.BODY_MALFORMED, "The body is not valid Base64.", "");
        }
    }

    private static Refused tooLarge(int largest) {
        return new Refused(RefusalCode.BODY_TOO_LARGE, "The body is larger than " + largest + " bytes.", "");
    }

    private static Map<String, String> orEmpty(@org.jspecify.annotations.Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}

package dev.fattura.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who calls the local cloud. There is no identity provider on a developer's machine, so a request may say itself whom it comes from, and
 * comes from a developer with every role and all companies if it does not. In the cloud the header says nothing: there the authorizer of
 * the template verifies a token.
 */
final class LocalCaller {

    /** {@code projectManager,auditor;company=USMF,GBSI;subject=ann}, or {@code nobody} for a request without a token. */
    static final String HEADER = "x-local-caller";

    private static final String NOBODY = "nobody";
    private static final String EVERY_ROLE = "projectManager,accountant,auditor,administrator";

    private LocalCaller() {}

    /**
     * What the authorizer of the route would hand over: every claim as a text, a list as {@code [first second]}.
     *
     * @param headers by their names in lower case
     * @return empty for a request that the authorizer would let in with nothing
     */
    static Optional<ObjectNode> authorizer(Map<String, String> headers) {
        String said = headers.getOrDefault(HEADER, "").strip();
        if (said.equals(NOBODY)) {
            return Optional.empty();
        }
        Map<String, String> parts = parts(said);
        ObjectNode authorizer = JsonNodeFactory.instance.objectNode();
        ObjectNode jwt = authorizer.putObject("jwt");
        jwt.putObject("claims")
                .put("iss", "https://localhost/local-cloud")
                .put("aud", "fattura-local")
                .put("sub", parts.getOrDefault("subject", "local-developer"))
                .put("roles", list(parts.getOrDefault("", EVERY_ROLE)))
                .put("companies", list(parts.getOrDefault("company", "*")));
        jwt.putNull("scopes");
        return Optional.of(authorizer);
    }

    /** The roles are the part without a name. */
    private static Map<String, String> parts(String said) {
        Map<String, String> parts = new TreeMap<>();
        for (String part : said.split(";", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip();
            String value = part.substring(equals + 1).strip();
            if (equals >= 0 || !value.isEmpty()) {
                parts.put(name, value);
            }
        }
        return parts;
    }

    private static String list(String words) {
        return '[' + words.replace(',', ' ') + ']';
    }
}

package dev.fattura.runtime;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The command that a request is: its id and the hash of what it asks. */
final class Commands {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /**
     * What the id of a command begins with that has a key. No other id has a space: so nobody can choose the id that a schedule, a bulk
     * confirmation or a request without a key has, which all follow from what anybody may know, and so stop it or put his own in its place.
     */
    private static final String CHOSEN = "key ";

    private Commands() {}

    static Command of(Request request, @Nullable String by) {
        String hash = hash(request);
        Optional<String> key = request.header("idempotency-key");
        if (key.isEmpty()) {
            return new Command(hash, hash, false, by);
        }
        if (!KEY.matcher(key.get()).matches()) {
            throw new Refused(
                    RefusalCode.HEADER_INVALID,
                    "Idempotency-Key must be 1 to 255 printable characters without spaces.");
        }
        return new Command(CHOSEN + key.get(), hash, true, by);
    }

    private static String hash(Request request) {
        MessageDigest digest = sha256();
        for (String part : new String[] {
            request.method(), request.path(), request.header("if-match").orElse("")
        }) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest(request.bodyBytes()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}

package dev.fattura.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * The checks of an HTTP API's JWT authorizer: RS256 signature by a key of the issuer, issuer, audience, expiry. Claims are handed over as
 * it does, each as a text, a list in brackets.
 */
public final class TokenAuthorizer implements Authorizer {

    private static final String SCHEME = "bearer ";

    private final JwtConsumer tokens;

    TokenAuthorizer(String issuer, String audience, VerificationKeyResolver keys) {
        tokens = new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .build();
    }

    /**
     * An authorizer that fetches the issuer's keys.
     *
     * @param keys where the issuer publishes them, as its {@code jwks_uri} says
     */
    public static TokenAuthorizer of(String issuer, String audience, String keys) {
        return new TokenAuthorizer(issuer, audience, new HttpsJwksVerificationKeyResolver(new HttpsJwks(keys)));
    }

    @Override
    public Optional<ObjectNode> authorize(Map<String, String> headers) {
        String header = headers.getOrDefault("authorization", "");
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            return Optional.of(handedOver(
                    tokens.processToClaims(header.substring(SCHEME.length()).strip())));
        } catch (InvalidJwtException forged) {
            return Optional.empty();
        }
    }

    private static ObjectNode handedOver(JwtClaims claims) {
        ObjectNode authorizer = JsonNodeFactory.instance.objectNode();
        ObjectNode jwt = authorizer.putObject("jwt");
        ObjectNode texts = jwt.putObject("claims");
        claims.getClaimsMap().forEach((name, value) -> texts.put(name, text(value)));
        jwt.putNull("scopes");
        return authorizer;
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"))
                : String.valueOf(value);
    }
}

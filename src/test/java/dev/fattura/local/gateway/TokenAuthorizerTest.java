package dev.fattura.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens that are really signed, and those that are forged, too old, or meant for another. */
class TokenAuthorizerTest {

    private static final String ISSUER = "https://login.example.com/v2.0";
    private static final String AUDIENCE = "api://fattura";

    private static RsaJsonWebKey own;
    private static RsaJsonWebKey foreign;
    private static TokenAuthorizer authorizer;

    @BeforeAll
    static void makeKeys() throws JoseException {
        own = key();
        foreign = key();
        authorizer = new TokenAuthorizer(ISSUER, AUDIENCE, new JwksVerificationKeyResolver(List.of(own)));
    }

    @Test
    void claims_areHandedOverAsTexts_whenTheTokenIsGenuine() throws JoseException {
        JsonNode claims = sent("Bearer " + token(own, UnaryOperator.identity()))
                .orElseThrow()
                .at("/jwt/claims");

        assertThat(claims.path("sub").textValue()).isEqualTo("subject-1");
        assertThat(claims.path("roles").textValue()).isEqualTo("[projectManager auditor]");
        assertThat(claims.path("iss").textValue()).isEqualTo(ISSUER);
        assertThat(claims.path("exp").textValue()).matches("[0-9]+");
    }

    @Test
    void token_ofAnotherKey_isRefused() throws JoseException {
        assertThat(sent("Bearer " + token(foreign, UnaryOperator.identity()))).isEmpty();
    }

    @Test
    void token_thatWasChanged_isRefused() throws JoseException {
        String[] parts = token(own, UnaryOperator.identity()).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String more = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("auditor", "accountant").getBytes(StandardCharsets.UTF_8));

        assertThat(sent("Bearer " + parts[0] + "." + more + "." + parts[2])).isEmpty();
        assertThat(sent("Bearer " + parts[0] + "." + parts[1] + ".")).isEmpty();
    }

    @Test
    void token_thatIsTooOld_isRefused() throws JoseException {
        assertThat(sent("Bearer "
                        + token(own, claims -> {
                            claims.setExpirationTime(
                                    NumericDate.fromSeconds(NumericDate.now().getValue() - 60));
                            return claims;
                        })))
                .isEmpty();
        assertThat(sent("Bearer "
                        + token(own, claims -> {
                            claims.unsetClaim("exp");
                            return claims;
                        })))
                .isEmpty();
    }

    @Test
    void token_forAnotherAudience_orOfAnotherIssuer_isRefused() throws JoseException {
        assertThat(sent("Bearer "
                        + token(own, claims -> {
                            claims.setAudience("api://another");
                            return claims;
                        })))
                .isEmpty();
        assertThat(sent("Bearer "
                        + token(own, claims -> {
                            claims.setIssuer("https://login.example.com/v2.0/");
                            return claims;
                        })))
                .isEmpty();
    }

    /** With the public key as a shared secret, or with no signature at all. */
    @Test
    void token_ofAWeakerAlgorithm_isRefused() throws JoseException {
        JsonWebSignature shared = new JsonWebSignature();
        shared.setPayload(claims().toJson());
        shared.setKeyIdHeaderValue(own.getKeyId());
        shared.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        shared.setKey(new HmacKey(own.getPublicKey().getEncoded()));
        assertThat(sent("Bearer " + shared.getCompactSerialization())).isEmpty();

        String head = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        String body = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims().toJson().getBytes(StandardCharsets.UTF_8));
        assertThat(sent("Bearer " + head + "." + body + ".")).isEmpty();
    }

    @Test
    void requestWithoutAToken_isRefused_whateverItSaysOfItself() throws JoseException {
        assertThat(sent("")).isEmpty();
        assertThat(sent("Bearer")).isEmpty();
        assertThat(sent("Bearer x.y.z")).isEmpty();
        assertThat(sent("Basic " + token(own, UnaryOperator.identity()))).isEmpty();
        assertThat(authorizer.authorize(Map.of("x-local-caller", "administrator")))
                .isEmpty();
    }

    private static Optional<? extends JsonNode> sent(String authorization) {
        return authorizer.authorize(Map.of("authorization", authorization));
    }

    private static String token(RsaJsonWebKey key, UnaryOperator<JwtClaims> change) throws JoseException {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(change.apply(claims()).toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return token.getCompactSerialization();
    }

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject("subject-1");
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setStringListClaim("roles", List.of("projectManager", "auditor"));
        return claims;
    }

    private static RsaJsonWebKey key() throws JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("key-1");
        return key;
    }
}

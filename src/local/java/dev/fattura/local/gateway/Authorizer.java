package dev.fattura.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** What stands before every route, as the JWT authorizer of the template does in the cloud. */
@FunctionalInterface
public interface Authorizer {

    /**
     * What a function is told of the caller, every claim as a text.
     *
     * @param headers of the request, by their names in lower case
     * @return empty if the request must not reach a function
     */
    Optional<ObjectNode> authorize(Map<String, String> headers);

    /** Believes what the request says of itself, for a machine without an identity provider. */
    static Authorizer believing() {
        return LocalCaller::authorizer;
    }
}

package dev.fattura.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the claims of the token say that the API has verified (docs/security.md). No name and no address of a person is read.
 *
 * @param subject the id that the identity provider gave, {@code sub}
 * @param roles of those that there are; other words of the token are nothing here
 * @param companies whose records there are for the caller; empty for those of all companies
 */
public record Caller(String subject, Set<Role> roles, Optional<Set<String>> companies) {

    /** Stands for all companies, which is no id of a company. */
    static final String ALL_COMPANIES = "*";

    /** App roles of Entra ID, and groups of Cognito. */
    private static final Set<String> ROLE_CLAIMS = Set.of("roles", "cognito:groups");

    /**
     * Written by the identity provider itself. An attribute that a person may change, like {@code custom:companies} of Cognito, is not
     * read.
     */
    private static final String COMPANIES_CLAIM = "companies";

    /** A role or group that is a company: {@code company.USMF}. */
    private static final String COMPANY_PREFIX = "company.";

    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /** @throws Refused if no token stands behind the request: then it came past the API, or over a route without an authorizer */
    static Caller of(Invocation invocation) {
        Invocation.RequestContext context = invocation.requestContext();
        return of(context == null ? null : context.authorizer());
    }

    private static Caller of(@Nullable JsonNode authorizer) {
        JsonNode claims = authorizer == null ? null : authorizer.path("jwt").path("claims");
        String subject = claims == null ? null : claims.path("sub").textValue();
        if (claims == null || subject == null || !SUBJECT.matcher(subject).matches()) {
            throw new Refused(RefusalCode.UNAUTHENTICATED, "The request names no caller.");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<String> companies = new TreeSet<>(Claims.values(claims.path(COMPANIES_CLAIM)));
        for (String claim : ROLE_CLAIMS) {
            for (String value : Claims.values(claims.path(claim))) {
                Coded.find(Role.class, value).ifPresent(roles::add);
                if (value.startsWith(COMPANY_PREFIX)) {
                    companies.add(value.substring(COMPANY_PREFIX.length()));
                }
            }
        }
        return new Caller(
                subject, roles, companies.contains(ALL_COMPANIES) ? Optional.empty() : Optional.of(companies));
    }

    boolean hasAny(Set<Role> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }
}

package dev.fattura.runtime;

import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may call what: for each route of the template the roles of which a caller needs one. It goes by the route and not by the
 * function, because a function may answer a question at one route and change something at another.
 *
 * <p>A route that is missing here is the administrator's alone; a test fails then.
 */
public final class Access {

    private static final Set<Role> OFFICE = EnumSet.of(Role.PROJECT_MANAGER);
    private static final Set<Role> FINANCE = EnumSet.of(Role.ACCOUNTANT);
    private static final Set<Role> OPERATIONS = EnumSet.of(Role.ADMINISTRATOR);
    private static final Set<Role> BOTH_SIDES_READ = EnumSet.of(Role.PROJECT_MANAGER, Role.ACCOUNTANT, Role.AUDITOR);
    private static final Set<Role> FINANCE_READ = EnumSet.of(Role.ACCOUNTANT, Role.AUDITOR);
    private static final Set<Role> OPERATIONS_READ = EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR);

    private static final Map<String, Set<Role>> ROLES = new HashMap<>();

    static {
        allow(
                OFFICE,
                "PUT /contracts/{contract}",
                "PUT /projects/{project}",
                "POST /approvals",
                "POST /approvals/{transaction}/cancel",
                "POST /contracts/{contract}/backlog/mark",
                "POST /contracts/{contract}/backlog/reevaluate",
                "POST /contracts/{contract}/backlog/reset",
                "PUT /contracts/{contract}/retainers/{retainer}",
                "POST /contracts/{contract}/retainers",
                "POST /contracts/{contract}/retainers/{retainer}/refund",
                "POST /invoices",
                "PATCH /invoices/{invoice}",
                "DELETE /invoices/{invoice}",
                "POST /invoices/{invoice}/lines",
                "PATCH /invoices/{invoice}/lines/{detail}",
                "DELETE /invoices/{invoice}/lines/{detail}",
                "POST /invoices/{invoice}/refresh",
                "POST /invoices/confirm",
                "POST /invoices/{invoice}/confirm",
                "POST /invoices/{invoice}/revise");
        allow(
                FINANCE,
                "PUT /companies/{company}",
                "PUT /companies/{company}/exchange-rates/{currency}/{date}",
                "PUT /companies/{company}/fiscal-periods/{period}",
                "PUT /companies/{company}/sales-tax",
                "POST /staging/import",
                "POST /journals/{journal}/reset",
                "DELETE /journals/{journal}/lines/{actual}",
                "POST /journals/{journal}/post",
                "PATCH /proposals/{proposal}",
                "PATCH /proposals/{proposal}/lines/{actual}",
                "DELETE /proposals/{proposal}/lines",
                "POST /proposals/{proposal}/post",
                "POST /proposals",
                "PUT /proposals/{proposal}",
                "DELETE /proposals/{proposal}");
        allow(
                BOTH_SIDES_READ,
                "GET /contracts/{contract}",
                "GET /contracts/{contract}/backlog",
                "GET /contracts/{contract}/retainers",
                "GET /confirmations/{confirmation}",
                "GET /invoices/{invoice}",
                "GET /invoices/{invoice}/preview",
                "GET /invoices/{invoice}/progress",
                "GET /invoices/{invoice}/lineage",
                "GET /invoices/{invoice}/reconciliation",
                "GET /actuals",
                "GET /actuals/{actual}",
                "GET /proposals/{proposal}",
                "GET /proposals/{proposal}/print",
                "GET /proposals/{proposal}/readiness",
                "GET /readiness");
        allow(
                FINANCE_READ,
                "GET /companies/{company}",
                "GET /journals/{journal}",
                "GET /staging",
                "GET /reconciliation",
                "GET /accrued-revenue");
        allow(
                OPERATIONS,
                "POST /maps/{map}/pause",
                "POST /maps/{map}/resume",
                "POST /maps/{map}/run",
                "POST /sync-errors/{error}/retry",
                "POST /sync-errors/retry");
        allow(OPERATIONS_READ, "GET /maps", "GET /maps/{map}", "GET /sync-errors", "GET /sync-errors/{error}");
    }

    private Access() {}

    private static void allow(Set<Role> roles, String... routes) {
        for (String route : routes) {
            ROLES.put(route, roles);
        }
    }

    /** The whole table: by route, as {@code POST /invoices}, the roles of which a caller needs one. */
    public static Map<String, Set<Role>> table() {
        return Map.copyOf(ROLES);
    }

    /** Whether a route is about all companies at once, so that a caller of some must not use it. */
    public static boolean concernsAllCompanies(Set<Role> roles) {
        return roles.contains(Role.ADMINISTRATOR);
    }

    /**
     * The caller of a request, who may make it.
     *
     * @throws Refused if there is none, or if none of his roles allows the route
     */
    static Caller admit(Invocation invocation) {
        Caller caller = Caller.of(invocation);
        Set<Role> roles = ROLES.getOrDefault(new Request(invocation).route(), OPERATIONS);
        if (!caller.hasAny(roles)) {
            throw new Refused(RefusalCode.ROLE_MISSING, "The caller needs the role " + named(roles) + ".");
        }
        if (concernsAllCompanies(roles) && caller.companies().isPresent()) {
            throw new Refused(
                    RefusalCode.ROLE_MISSING, "This is about all companies at once, and the caller has some of them.");
        }
        return caller;
    }

    private static String named(Set<Role> roles) {
        return roles.stream().map(Role::code).sorted().collect(Collectors.joining(" or "));
    }
}

package dev.fattura.local.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fattura.local.FunctionError;
import dev.fattura.local.Functions;
import dev.fattura.local.template.Template;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * The HTTP side of the local cloud. It listens on the loopback address only: there is no authentication here, and the
 * books of the sample are nobody's business on the network.
 */
public final class Gateway implements AutoCloseable {
    static final int LARGEST_BODY = 10 * 1024 * 1024;
    private static final Logger LOG = Logger.getLogger(Gateway.class);
    private static final int THREADS = 32;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RouteTable routes;
    private final Functions functions;
    private final Administration administration;
    private final Authorizer authorizer;
    private final Clock clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private Gateway(
            List<Template.Route> routes,
            Functions functions,
            Administration administration,
            Authorizer authorizer,
            Clock clock,
            HttpServer server) {
        this.routes = new RouteTable(routes);
        this.functions = functions;
        this.administration = administration;
        this.authorizer = authorizer;
        this.clock = clock;
        this.server = server;
    }

    /** Starts on {@code port}; 0 is any free one. */
    public static Gateway start(
            int port,
            List<Template.Route> routes,
            Functions functions,
            Administration administration,
            Authorizer authorizer,
            Clock clock)
            throws IOException {
        HttpServer server = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Gateway gateway = new Gateway(routes, functions, administration, authorizer, clock, server);
        server.createContext("/", gateway::handle);
        server.setExecutor(gateway.threads);
        server.start();
        return gateway;
    }

    private static HttpServer listen(InetSocketAddress address) throws IOException {
        try {
            return HttpServer.create(address, 0);
        } catch (BindException taken) {
            throw new IllegalStateException(
                    "Port " + address.getPort()
                            + " is taken by another program: stop it, or choose another with -Dlocal.port=0.",
                    taken);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Thread.currentThread().setContextClassLoader(Gateway.class.getClassLoader());
            send(exchange, answer(exchange));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "%s %s", exchange.getRequestMethod(), exchange.getRequestURI());
            send(exchange, Reply.message(500, "Internal Server Error"));
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getRawPath();
        if (path.startsWith(Administration.PREFIX)) {
            return administration.answer(exchange.getRequestMethod(), path);
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return Reply.message(413, "Request Entity Too Large");
        }
        Optional<RouteTable.Match> match = routes.find(exchange.getRequestMethod(), path);
        return match.isPresent() ? invoke(match.get(), request(exchange, path), body) : Reply.message(404, "Not Found");
    }

    private Reply invoke(RouteTable.Match match, Request request, byte[] body) throws IOException {
        Optional<ObjectNode> caller = authorizer.authorize(GatewayEvent.joined(request.headers()));
        if (caller.isEmpty()) {
            return Reply.message(401, "Unauthorized");
        }
        byte[] event = JSON.writeValueAsBytes(GatewayEvent.of(request, body, match, caller.get()));
        try {
            return Reply.ofFunction(functions.invoke(match.route().function(), event));
        } catch (FunctionError error) {
            LOG.errorf(error.getCause(), "%s failed", match.route().function());
            return Reply.message(500, "Internal Server Error");
        }
    }

    private Request request(HttpExchange exchange, String path) {
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                UUID.randomUUID().toString(),
                clock.instant(),
                exchange.getRequestMethod(),
                path,
                query == null ? "" : query,
                exchange.getProtocol(),
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                Map.copyOf(exchange.getRequestHeaders()));
    }

    /** A response without a body has the length -1 in the JDK's server, and one to HEAD must not have any. */
    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        boolean hasBody =
                reply.body().length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), hasBody ? reply.body().length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(reply.body());
        }
    }
}

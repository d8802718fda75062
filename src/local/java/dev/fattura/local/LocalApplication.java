package dev.fattura.local;

import dev.fattura.local.bench.Benchmark;
import dev.fattura.local.story.Story;
import dev.fattura.local.template.TemplateReader;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The application of the local cloud: tells the sample, then lets the schedules tick until it is stopped. */
@IfBuildProfile("local")
@ApplicationScoped
public class LocalApplication implements QuarkusApplication {
    private final Scheduler scheduler;

    @Inject
    public LocalApplication(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public int run(String... arguments) throws Exception {
        Options options = Options.parse(arguments);
        URI endpoint = URI.create(System.getProperty(LocalMain.ENDPOINT));
        try (LocalCloud cloud =
                LocalCloud.start(TemplateReader.read(options.template()), endpoint, options, Clock.systemUTC())) {
            if (options.bench() > 0) {
                new Benchmark(cloud.address(), endpoint, terminal()).run(options.bench(), options.crowd());
                return 0;
            }
            int status = options.withSample() || options.sampleOnly() ? tellSample(cloud) : 0;
            if (!options.sampleOnly()) {
                cloud.startSchedules(scheduler, options.every());
                System.out.println(banner(cloud, endpoint, options));
                Quarkus.waitForExit();
            }
            return status;
        }
    }

    /** Tables are drawn in characters that a bare locale does not know; terminals do. */
    private static PrintStream terminal() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    private static int tellSample(LocalCloud cloud) throws InterruptedException {
        return new Story(cloud.address(), terminal()).tell() ? 0 : 1;
    }

    private static String banner(LocalCloud cloud, URI endpoint, Options options) {
        return """

                The local cloud is up.
                  HTTP API   %1$s   (routes of infra/template.yaml)
                  Caller     %4$s
                  Streams    %1$s/_local/streams
                  Failures   %1$s/_local/failures
                  Schedules  POST %1$s/_local/schedules/{function}
                  DynamoDB   %2$s   (tables %3$s)
                Stop it with Ctrl-C.
                """
                .formatted(cloud.address(), endpoint, String.join(", ", cloud.tableNames()), options.caller());
    }
}

package dev.fattura.coldstart;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process that is started for an event, which waits for it already, as in Lambda, and perhaps gets some more. */
final class ColdProcess {

    private ColdProcess() {}

    /**
     * What was seen of it.
     *
     * @param nanos from the start of the process to its first answer
     * @param later from each later event to its answer, in nanoseconds
     * @param residentKilobytes of memory at its most
     */
    record Seen(long nanos, List<Long> later, long residentKilobytes, List<String> answers) {}

    static Seen run(List<String> command, Map<String, String> environment, List<String> events, File log)
            throws IOException, InterruptedException {
        try (RuntimeApi api = new RuntimeApi()) {
            api.hand(events.get(0));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
            builder.environment().putAll(environment);
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
            builder.environment().put("QUARKUS_FUNQY_EXPORT", "confirm-invoice");
            long start = System.nanoTime();
            Process process = builder.start();
            RuntimeApi.Answer first = api.answer();
            List<String> answers = new ArrayList<>(List.of(first.text()));
            List<Long> later = new ArrayList<>();
            for (String event : events.subList(1, events.size())) {
                long sent = System.nanoTime();
                api.hand(event);
                RuntimeApi.Answer answer = api.answer();
                answers.add(answer.text());
                later.add(answer.nanos() - sent);
            }
            long resident = resident(process.pid());
            process.destroy();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return new Seen(first.nanos() - start, later, resident, answers);
        }
    }

    /** The most that was resident at once, in KB, as Linux tells it. */
    private static long resident(long process) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"), StandardCharsets.UTF_8)) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("No VmHWM in the status of the process");
    }
}

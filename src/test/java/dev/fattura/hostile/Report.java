package dev.fattura.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells about a broken promise. */
final class Report {

    private static final int LONGEST = 3000;

    private Report() {}

    static String of(List<Mutation> done, Delivery delivery, List<String> broken, Throwable logged) {
        StringBuilder report = new StringBuilder();
        broken.forEach(promise -> report.append("\n  ").append(promise));
        report.append("\n  function: ").append(delivery.attack().valid().function());
        report.append("\n  from: ").append(delivery.attack().valid().origin());
        report.append("\n  damage: ").append(done.stream().map(Mutation::words).toList());
        report.append("\n  event: ").append(cut(new String(delivery.attack().bytes(), StandardCharsets.UTF_8)));
        report.append("\n  answer: ").append(cut(String.valueOf(delivery.answer())));
        if (delivery.thrown() != null) {
            report.append("\n  thrown: ").append(stack(delivery.thrown()));
        }
        if (logged != null) {
            report.append("\n  logged: ").append(stack(logged));
        }
        return report.toString();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "... (" + text.length() + " characters)";
    }

    private static String stack(Throwable thrown) {
        StringBuilder stack = new StringBuilder(cut(thrown.toString()));
        StackTraceElement[] trace = thrown.getStackTrace();
        for (int index = 0; index < Math.min(12, trace.length); index++) {
            stack.append("\n    at ").append(trace[index]);
        }
        return stack.toString();
    }
}

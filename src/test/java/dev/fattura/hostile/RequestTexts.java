package dev.fattura.hostile;

import java.util.List;
import java.util.stream.Stream;

/** What hostile requests say in their path, their query and their headers. */
final class RequestTexts {

    static final List<String> SEGMENTS = texts(
            "..|.|%00|a/b|%2e%2e%2f|\u00e9||INV-1 OR 1=1|${jndi:x}|#|HEADER|INV-1#LINE|null|0|-1|1-1-1-1-1|9999-12-31|0000-00-00|2026-02",
            "\u0000", "\ud800", " ", "USMF\n", "x".repeat(61), "x".repeat(10_000));
    static final List<String> QUERIES = texts(
            "|0|-1|201|999|1e3|\u0663|..|null|open|resolved|detail|summary|USMF|2026-01-01|2026-12-31|1900-01-01|9999-12-31|true",
            " ",
            "\u0000",
            "\ud800",
            "9".repeat(30),
            "x".repeat(10_000));
    static final List<String> PARAMETERS =
            texts("cursor|limit|status|map|company|invoice|approval|from|to|layout|period|nonsense");
    static final List<String> TAGS = texts(
            "*||\"|\"\"|W/\"1\"|\"-1\"|\"0\"|1|\"1\",\"2\"|\"\u0661\"|\"x\"|\"1\"\"1\"",
            " ",
            "\ud800",
            "\"1\"\r\n",
            '"' + "9".repeat(18) + '"',
            '"' + "9".repeat(19) + '"',
            "x".repeat(10_000));
    static final List<String> KEYS = texts(
            "|a b|\u043a|a,b|#|HEADER|..|RECEIPT#1",
            " ",
            "\u0000",
            "\u007f",
            "\ud800",
            "a\nb",
            "x".repeat(255),
            "x".repeat(256),
            "x".repeat(10_240));
    static final List<String> METHODS = texts("GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS|TRACE||get|G\u0130T");

    private RequestTexts() {}

    private static List<String> texts(String barred, String... more) {
        return Stream.concat(Stream.of(barred.split("\\|", -1)), Stream.of(more))
                .toList();
    }
}

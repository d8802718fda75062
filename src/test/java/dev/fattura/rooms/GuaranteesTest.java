package dev.fattura.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of guarantees names only what is there: tests by class and method, and rules of the auditor. */
class GuaranteesTest {

    private static final Path PAGE = Path.of("docs/guarantees.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path RULES = TESTS.resolve("dev/fattura/audit/Rules.java");
    private static final Pattern NAME =
            Pattern.compile("`(rule: [a-z-]+|[A-Z][A-Za-z]*(?:Test|IT|Contract)(?:\\.[A-Za-z_]+)?)`");

    @Test
    void everyName_isThere() throws IOException {
        Map<String, String> sources = sources();
        String rules = Files.readString(RULES);
        List<String> missing = names().stream()
                .filter(name -> name.startsWith("rule: ")
                        ? !rules.contains("\"" + name.substring("rule: ".length()) + "\"")
                        : !isThere(name.split("\\.", 2), sources))
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRowOfATable_namesWhatHoldsIt() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| # ") && !line.startsWith("| window "))
                .toList();
        assertThat(rows).hasSizeGreaterThan(20).allMatch(row -> NAME.matcher(row)
                .find());
    }

    private static boolean isThere(String[] name, Map<String, String> sources) {
        String source = sources.get(name[0]);
        return source != null && (name.length == 1 || source.contains("void " + name[1] + "("));
    }

    private static List<String> names() throws IOException {
        Matcher matcher = NAME.matcher(Files.readString(PAGE));
        List<String> names = new ArrayList<>();
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        assertThat(names).hasSizeGreaterThan(50);
        return names;
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}

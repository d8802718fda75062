package dev.fattura.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page on security names only what is there: tests by class and method, or the beginning of one; sources; files; other pages. */
class SecurityPageTest {

    private static final Path PAGE = Path.of("docs", "security.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "fattura");

    /** {@code Class}, {@code Class.method} or {@code Class.beginning_…}. */
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]*(?:Test|IT))(?:\\.([A-Za-z]\\w*)(…?))?`");

    private static final Pattern SOURCE = Pattern.compile("`([a-z]+/[A-Z]\\w*)`");
    private static final Pattern FILE = Pattern.compile("`((?:docs|infra)/[\\w./-]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)[^)]*\\)");

    @Test
    void everyTest_isThere() throws IOException {
        Map<String, String> sources = testSources();
        List<String> missing = TEST.matcher(page())
                .results()
                .filter(name -> !isThere(name, sources.get(name.group(1))))
                .map(name -> name.group())
                .toList();

        assertThat(TEST.matcher(page()).results()).hasSizeGreaterThan(30);
        assertThat(missing).isEmpty();
    }

    @Test
    void everySourceFileAndPage_isThere() throws IOException {
        assertThat(found(SOURCE)).isNotEmpty().allMatch(name -> Files.exists(SOURCES.resolve(name + ".java")));
        assertThat(found(FILE)).isNotEmpty().allMatch(name -> Files.exists(Path.of(name)));
        assertThat(found(LINK)).allMatch(name -> Files.exists(PAGE.resolveSibling(name)));
    }

    @Test
    void everyAnswer_namesWhatHoldsIt() throws IOException {
        List<String> answers = page().lines()
                .dropWhile(line -> !line.startsWith("## OWASP"))
                .filter(line -> line.matches("\\| (?!risk |question |pillar ).*"))
                .toList();

        assertThat(answers)
                .hasSizeGreaterThan(20)
                .allMatch(row -> row.endsWith("| above |")
                        || TEST.matcher(row).find()
                        || FILE.matcher(row).find());
    }

    private static boolean isThere(MatchResult name, @Nullable String source) {
        if (source == null || name.group(2) == null) {
            return source != null;
        }
        String method = "…".equals(name.group(3)) ? name.group(2) : name.group(2) + "(";
        return source.contains("void " + method) || source.contains("Stream<DynamicTest> " + method);
    }

    private static List<String> found(Pattern name) throws IOException {
        return name.matcher(page()).results().map(result -> result.group(1)).toList();
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static Map<String, String> testSources() throws IOException {
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

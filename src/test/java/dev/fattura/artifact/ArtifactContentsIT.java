package dev.fattura.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * What is deployed, and nothing else: each library in it is one that somebody has decided on and written into {@code artifact/libraries.txt},
 * so that one that comes along with another is noticed. Where there is a native executable, it is what the executable was made of.
 */
class ArtifactContentsIT {

    private static final Path BUILD = Path.of(System.getProperty("fattura.build", "target"));
    private static final Path ROOMS = Path.of("src/main/java/dev/fattura");
    private static final Path LISTED = Path.of("src/test/resources/artifact/libraries.txt");
    private static final Pattern VERSION = Pattern.compile("-\\d[^/]*\\.jar$");
    private static final Pattern ROOM = Pattern.compile("dev/fattura/([a-z]+)/.*");

    /** Bytes, of the native zip: what a cold start has to load first. */
    private static final long LARGEST_ZIP = 18_000_000;

    @Test
    void libraries_areTheListedOnes() throws IOException {
        assertThat(libraries())
                .as("libraries of the artifact; one that is new needs a reason, and a line in %s", LISTED)
                .containsExactlyElementsOf(Files.readAllLines(LISTED));
    }

    @Test
    void classes_areThoseOfTheRooms_andNoneOfTheLocalCloudOrTheTests() throws IOException {
        Set<String> rooms;
        try (Stream<Path> folders = Files.list(ROOMS)) {
            rooms = folders.filter(Files::isDirectory)
                    .map(room -> room.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> inside = entries(DeployedFunction.isNative() ? runner() : BUILD.resolve("function.zip")).stream()
                .map(ROOM::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(inside).isEqualTo(rooms);
    }

    @Test
    void nativeZip_holdsTheExecutableAlone_andIsSmall() throws IOException {
        assumeThat(DeployedFunction.isNative()).isTrue();
        Path zip = BUILD.resolve("function.zip");
        assertThat(entries(zip)).containsExactly("bootstrap");
        assertThat(Files.size(zip)).isLessThanOrEqualTo(LARGEST_ZIP);
    }

    private static List<String> libraries() throws IOException {
        Stream<String> jars;
        if (DeployedFunction.isNative()) {
            File[] files = source().resolve("lib").toFile().listFiles();
            jars = Stream.of(files == null ? new File[0] : files).map(File::getName);
        } else {
            jars = entries(BUILD.resolve("function.zip")).stream()
                    .filter(entry -> entry.startsWith("lib/") && entry.endsWith(".jar"))
                    .map(entry -> entry.substring("lib/".length()));
        }
        return jars.map(jar -> VERSION.matcher(jar).replaceFirst("")).sorted().toList();
    }

    /** What the builder of the native image was given. */
    private static Path source() throws IOException {
        try (Stream<Path> folders = Files.list(BUILD)) {
            return folders.filter(folder -> folder.getFileName().toString().endsWith("-native-image-source-jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path runner() throws IOException {
        try (Stream<Path> files = Files.list(source())) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> entries(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }
}

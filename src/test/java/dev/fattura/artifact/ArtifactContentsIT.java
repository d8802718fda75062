package dev.fattura.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    /** Annotations that the builder of the native image reads, and what starts the development mode. */
    private static final List<String> BUILD_ALONE =
            List.of("io.quarkus.quarkus-ide-launcher", "org.graalvm.sdk.nativeimage", "org.graalvm.sdk.word");

    private static final Pattern VERSION = Pattern.compile("-\\d[^/]*\\.jar$");
    private static final Pattern ROOM = Pattern.compile("dev/fattura/([a-z]+)/.*");

    /** Bytes, of the native zip: what a cold start has to load first. */
    private static final long LARGEST_ZIP = 18_000_000;

    /** The C library of Amazon Linux 2023, which is provided.al2023, is 2.34; an executable that needs a newer one does not start there. */
    private static final int GLIBC_OF_LAMBDA = 34;

    /** An entry of a table of names in an executable: between zeros. */
    private static final Pattern GLIBC = Pattern.compile("(?<=\0)GLIBC_2\\.(\\d+)(?:\\.\\d+)?(?=\0)");

    @Test
    void libraries_areTheListedOnes() throws IOException {
        assertThat(libraries())
                .as("libraries of the artifact; one that is new needs a reason, and a line in %s", LISTED)
                .containsExactlyElementsOf(Files.readAllLines(LISTED));
    }

    /** What is released as the bill of materials names each of them, and beyond them only what the build alone needs. */
    @Test
    void billOfMaterials_hasEveryLibrary() throws IOException {
        List<String> named = new ArrayList<>();
        new ObjectMapper()
                .readTree(BUILD.resolve("bom.json").toFile())
                .path("components")
                .forEach(component -> named.add(component.path("group").asText() + "."
                        + component.path("name").asText()));
        List<String> expected = new ArrayList<>(Files.readAllLines(LISTED));
        expected.addAll(BUILD_ALONE);

        assertThat(named).containsExactlyInAnyOrderElementsOf(expected);
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

    /** Linked on a newer system, as a developer's may be, it does for tests; what is released is linked in the container of pom.xml. */
    @Test
    void nativeExecutable_needsNoNewerSystem_thanLambdaHas() throws IOException {
        assumeThat(DeployedFunction.isNative()).isTrue();
        List<Integer> needed = neededGlibc();
        assertThat(needed).isNotEmpty();
        if (!Boolean.getBoolean("quarkus.native.container-build")) {
            assumeThat(needed)
                    .as("glibc 2.x that this executable needs: do not deploy it, build it in the container")
                    .allMatch(minor -> minor <= GLIBC_OF_LAMBDA);
        }
        assertThat(needed).allMatch(minor -> minor <= GLIBC_OF_LAMBDA);
    }

    /** Each version 2.x of the C library that the executable names, as {@code readelf --version-info} shows them. */
    private static List<Integer> neededGlibc() throws IOException {
        try (ZipFile zip = new ZipFile(BUILD.resolve("function.zip").toFile());
                InputStream executable = zip.getInputStream(zip.getEntry("bootstrap"))) {
            return GLIBC.matcher(new String(executable.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .results()
                    .map(version -> Integer.valueOf(version.group(1)))
                    .toList();
        }
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

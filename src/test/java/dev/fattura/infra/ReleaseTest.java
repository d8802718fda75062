package dev.fattura.infra;

import static dev.fattura.infra.Template.at;
import static dev.fattura.infra.Template.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is built and released elsewhere: by actions that cannot be exchanged unseen, for the system of Lambda, with a template of its own. */
class ReleaseTest {

    private static final Path WORKFLOWS = Path.of(".github", "workflows");
    private static final Pattern PINNED = Pattern.compile("uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
    private static final Pattern PLUGIN = Pattern.compile("mvnw[^|]* (\\S+:\\S+)");

    // ---- workflows

    @Test
    void actions_areNamedByTheCommitOfARelease() throws IOException {
        assertThat(lines().filter(line -> line.contains("uses:")))
                .hasSizeGreaterThan(10)
                .allMatch(line -> PINNED.matcher(line).find());
    }

    @Test
    void plugins_thatThePomDoesNotName_areCalledInOneVersion() throws IOException {
        assertThat(lines().map(PLUGIN::matcher)
                        .filter(matcher -> matcher.find())
                        .map(matcher -> matcher.group(1)))
                .isNotEmpty()
                .allMatch(plugin -> plugin.matches("[\\w.-]+:[\\w.-]+:[0-9.]+:\\S+"));
    }

    /** What signs and publishes a release may write; nothing else may. */
    @Test
    void jobs_mayOnlyRead_butTheOneThatReleases() throws IOException {
        assertThat(lines().map(String::strip).filter(line -> line.endsWith(": write")))
                .containsExactlyInAnyOrder("contents: write", "id-token: write", "attestations: write");
    }

    @Test
    void programs_thatAreNoAction_areRunInOneVersion() throws IOException {
        assertThat(lines().filter(line -> line.contains("go run ")))
                .isNotEmpty()
                .allMatch(line -> line.matches(".* go run \\S+@v\\d+\\.\\d+\\.\\d+ .*"));
    }

    /** An executable that is linked on the runner's system names a newer C library than provided.al2023 has. */
    @Test
    void nativeBuilds_areLinkedInTheContainer_whoseImageThePomPins() throws IOException {
        assertThat(lines().filter(line -> line.contains("-Dnative")))
                .hasSize(2)
                .allMatch(line -> line.contains(" -Dquarkus.native.container-build=true "));
        assertThat(Files.readString(Path.of("pom.xml")))
                .containsPattern(
                        "<quarkus.native.builder-image>quay.io/quarkus/ubi9-quarkus-mandrel-builder-image:\\d+(\\.\\d+){3}-Final-java\\d+<");
    }

    /** DynamoDB Local has no library for Linux on arm64. */
    @Test
    void jobsOnArm_checkOnlyWhatNeedsNoDatabase() throws IOException {
        assertThat(lines().filter(line -> line.contains("architecture: arm64")))
                .hasSize(2)
                .allMatch(line -> line.matches(".*(checks: |-Dit\\.test=)ArtifactContentsIT[ }].*"));
    }

    // ---- the released template

    @ParameterizedTest
    @ValueSource(strings = {"arm64", "x86_64"})
    void releasedTemplate_deploysTheZipBesideIt_onItsProcessor_andIsElseTheSame(
            String architecture, @TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("released.yaml");
        Process script = shell(architecture, file);
        assertThat(script.waitFor()).isZero();

        Template released = Template.read(file);
        assertThat(at(released.root(), "Globals", "Function", "CodeUri"))
                .isEqualTo("fattura-1.2.3-" + architecture + ".zip");
        assertThat(list(at(released.root(), "Parameters", "Architecture", "AllowedValues")))
                .containsExactly(architecture);
        assertThat(at(released.root(), "Parameters", "Architecture", "Default")).isEqualTo(architecture);
        assertThat(list(at(released.root(), "Parameters", "CodeRuntime", "AllowedValues")))
                .containsExactly("provided.al2023");
        List<String> added = new ArrayList<>(Files.readAllLines(file));
        added.removeAll(Files.readAllLines(Path.of("infra", "template.yaml")));
        assertThat(added).hasSizeBetween(3, 4);
    }

    private static Process shell(String architecture, Path file) {
        try {
            return new ProcessBuilder("sh", "infra/released-template.sh", "1.2.3", architecture)
                    .redirectOutput(file.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException noShell) {
            assumeTrue(false, "There is no sh: " + noShell.getMessage());
            throw new AssertionError(noShell);
        }
    }

    private static Stream<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
            }
        }
        assertThat(lines).isNotEmpty();
        return lines.stream();
    }
}

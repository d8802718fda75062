package dev.fattura.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The run command of the README, as a stranger gives it: builds the local cloud and tells the two sample invoices on DynamoDB Local
 * with its real streams. It exits with 0 only if every control total and every balance held.
 */
class RunCommandIT {

    private static final long MINUTES = 10;

    @Test
    void sample_travelsTheWholeWay_andEveryCheckHolds() throws IOException, InterruptedException {
        Path output = Files.createTempFile("story", ".txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                        "-B",
                        "-q",
                        "-Plocal",
                        "-Dsample.only=true",
                        "-Dlocal.port=0"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        String story = Files.readString(output);

        assertThat(ended).as("ended within %d minutes: %s", MINUTES, story).isTrue();
        assertThat(process.exitValue()).as(story).isZero();
        assertThat(story)
                .as("the ledger entries of the customer invoice of Coho Winery")
                .containsPattern("130100.*customerBalance.*1,?000\\.00.*1,?250\\.00");
        assertThat(story.lines()).as("what the README shows").containsAll(shownByTheReadme());
        Files.delete(output);
    }

    /** The lines of the README's block below its run command; an ellipsis stands for what it leaves out. */
    private static List<String> shownByTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String block = readme.substring(readme.indexOf("```text\n") + "```text\n".length());
        return block.substring(0, block.indexOf("```"))
                .lines()
                .filter(line -> !line.strip().equals("…"))
                .toList();
    }
}

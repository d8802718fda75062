package dev.fattura.infra;

import static dev.fattura.infra.Template.at;
import static dev.fattura.infra.Template.list;
import static dev.fattura.infra.Template.object;
import static dev.fattura.infra.Template.text;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What whoever deploys reads and writes: the settings of each stage, and the page that explains them. SAM hands on a name that the
 * template does not know, and CloudFormation refuses it only when a person deploys.
 */
class DeploymentSettingsTest {

    private static final Template TEMPLATE = Template.read(Path.of("infra", "template.yaml"));
    private static final Path SETTINGS = Path.of("infra", "samconfig.toml");
    private static final Path PAGE = Path.of("infra", "README.md");

    private static final Pattern STAGE = Pattern.compile("(?m)^\\[([a-z]+)\\.deploy\\.parameters]$");
    private static final Pattern OVERRIDES = Pattern.compile("(?m)^parameter_overrides = \"(.*)\"$");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z]+)`");

    @Test
    void overrides_nameParametersOfTheTemplate_andValuesThatTheyTake() throws IOException {
        assertThat(overrides()).containsOnlyKeys("dev", "test", "prod");
        overrides()
                .forEach((stage, overrides) -> assertThat(overrides).as(stage).allSatisfy((name, value) -> {
                    assertThat(parameters()).containsKey(name);
                    List<Object> allowed = list(at(parameters().get(name), "AllowedValues"));
                    if (!allowed.isEmpty()) {
                        assertThat(allowed).extracting(Object::toString).contains(value);
                    }
                }));
    }

    @Test
    void overrides_sayTheirStage_andEverythingThatHasNoDefault() throws IOException {
        List<String> needed = parameters().entrySet().stream()
                .filter(parameter -> at(parameter.getValue(), "Default") == null)
                .map(Map.Entry::getKey)
                .toList();

        assertThat(needed).isNotEmpty();
        overrides().forEach((stage, overrides) -> assertThat(overrides)
                .containsEntry("Stage", stage)
                .containsKeys(needed.toArray(String[]::new)));
    }

    /** What was measured is what runs: the memory of the template, of which docs/benchmarks.md says why. */
    @Test
    void memory_isThatOfTheTemplate_inEveryStage() throws IOException {
        assertThat(overrides().values()).isNotEmpty().allSatisfy(overrides -> assertThat(overrides)
                .doesNotContainKey("MemoryMegabytes"));
    }

    @Test
    void page_explainsEveryParameter_andNoOther() throws IOException {
        String section =
                Files.readString(PAGE).split("(?m)^## Parameters$", -1)[1].split("(?m)^## ", -1)[0];
        TreeSet<String> explained = section.lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> NAME.matcher(line.split("\\|", -1)[1]).results())
                .map(result -> result.group(1))
                .collect(toCollection(TreeSet::new));

        assertThat(explained).isEqualTo(new TreeSet<>(parameters().keySet()));
    }

    @Test
    void page_countsWhatTheTemplateHas() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(page)
                .contains(TEMPLATE.functions().size() + " functions out of one artifact")
                .contains("There are "
                        + TEMPLATE.resources("AWS::CloudWatch::Alarm").size() + " alarms");
    }

    private static Map<String, Object> parameters() {
        return object(at(TEMPLATE.root(), "Parameters"));
    }

    /** By stage, what it sets. */
    private static Map<String, Map<String, String>> overrides() throws IOException {
        String settings = Files.readString(SETTINGS);
        List<MatchResult> stages = STAGE.matcher(settings).results().toList();
        Map<String, Map<String, String>> overrides = new TreeMap<>();
        for (MatchResult stage : stages) {
            Matcher line = OVERRIDES.matcher(settings);
            assertThat(line.find(stage.end())).as(stage.group(1)).isTrue();
            Map<String, String> values = new LinkedHashMap<>();
            for (String override : line.group(1).split(" ", -1)) {
                values.put(override.substring(0, override.indexOf('=')), override.substring(override.indexOf('=') + 1));
            }
            overrides.put(text(stage.group(1)), values);
        }
        return overrides;
    }
}

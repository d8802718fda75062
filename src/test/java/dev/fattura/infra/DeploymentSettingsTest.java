package dev.fattura.infra;

import static dev.fattura.infra.Template.at;
import static dev.fattura.infra.Template.list;
import static dev.fattura.infra.Template.object;
import static dev.fattura.infra.Template.text;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fattura.watch.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final Pattern COST = Pattern.compile("\\**\\d+\\.\\d\\d\\**");
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

    /** What is paid for without use: an alarm by its metrics, a metric of Fattura by its name; causes come on top. */
    @Test
    void page_countsTheMetricsThatArePaidFor() throws IOException {
        Collection<Map<String, Object>> alarms =
                TEMPLATE.resources("AWS::CloudWatch::Alarm").values();
        long watched = alarms.stream()
                .mapToLong(alarm -> Math.max(
                        1,
                        list(at(alarm, "Properties", "Metrics")).stream()
                                .filter(metric -> at(metric, "MetricStat") != null)
                                .count()))
                .sum();
        Set<String> filtered = TEMPLATE.resources("AWS::Logs::MetricFilter").values().stream()
                .flatMap(filter -> list(at(filter, "Properties", "MetricTransformations")).stream())
                .map(made -> text(at(made, "MetricName")))
                .collect(toCollection(TreeSet::new));
        int told = Metric.values().length + filtered.size();

        assertThat(Files.readString(PAGE))
                .contains(String.format(
                        Locale.ROOT,
                        "| %d alarms on %d metrics, 0.10 each | %.2f |",
                        alarms.size(),
                        watched,
                        watched * 0.10))
                .contains(String.format(
                        Locale.ROOT,
                        "| %d metrics of Fattura, 0.30 each (%d and some causes) | %.2f |",
                        told + 5,
                        told,
                        (told + 5) * 0.30));
    }

    /** Each total of the costs is the sum of the rows above it, up to the total before; which is one of them. */
    @Test
    void page_addsUpWhatItCosts() throws IOException {
        for (int size = 2; size <= 4; size++) {
            int cents = 0;
            int totals = 0;
            for (String line : Files.readAllLines(PAGE)) {
                String[] cells = line.split("\\|", -1);
                if (cells.length != 6 || !COST.matcher(cells[size].strip()).matches()) {
                    continue;
                }
                int cost = Integer.parseInt(cells[size].replaceAll("\\D", ""));
                if (cells[1].contains("**")) {
                    assertThat(cost).as(line).isEqualTo(cents);
                    totals++;
                } else {
                    cents += cost;
                }
            }
            assertThat(totals).isEqualTo(2);
        }
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

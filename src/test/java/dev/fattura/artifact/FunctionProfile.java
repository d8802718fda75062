package dev.fattura.artifact;

import dev.fattura.support.CloudTables;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** Starts the application as one function, as {@code QUARKUS_FUNQY_EXPORT} does in the cloud, over tables of its own. */
abstract class FunctionProfile implements QuarkusTestProfile {

    private final String function;

    FunctionProfile(String function) {
        this.function = function;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.funqy.export", function);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(CloudTables.class));
    }
}

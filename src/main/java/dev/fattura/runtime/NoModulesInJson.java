package dev.fattura.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Leaves modules out of the JSON library that Quarkus registers for every application: an event and an answer have texts, numbers and
 * trees alone, and their members are named. The module for Joda-Time would bring that library into the native executable, 300 KB of its
 * zip, and a start was two milliseconds longer.
 *
 * <p>It takes their ids before they come: a module whose id is there is not registered again.
 */
@Singleton
public final class NoModulesInJson implements ObjectMapperCustomizer {

    static final List<String> UNUSED = List.of(
            "jackson-datatype-joda",
            "jackson-datatype-jsr310",
            "jackson-module-parameter-names",
            "com.fasterxml.jackson.datatype.jdk8.Jdk8Module");

    @Override
    public void customize(ObjectMapper mapper) {
        UNUSED.forEach(id -> mapper.registerModule(new SimpleModule(id)));
    }
}

package dev.fattura.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.joda.JodaModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoModulesInJsonTest {

    /** Another id in a later version would let its module in again. */
    @Test
    void ids_areThoseOfTheModules() {
        List<Module> modules =
                List.of(new JodaModule(), new JavaTimeModule(), new ParameterNamesModule(), new Jdk8Module());

        assertThat(modules)
                .map(module -> String.valueOf(module.getTypeId()))
                .containsExactlyElementsOf(NoModulesInJson.UNUSED);
    }

    @Test
    void moduleThatComesLater_isNotRegistered() throws JsonProcessingException {
        assertThat(new ObjectMapper().registerModule(new JavaTimeModule()).writeValueAsString(LocalDate.EPOCH))
                .isEqualTo("[1970,1,1]");
        ObjectMapper mapper = new ObjectMapper();
        new NoModulesInJson().customize(mapper);
        mapper.registerModule(new JavaTimeModule());

        assertThatThrownBy(() -> mapper.writeValueAsString(LocalDate.EPOCH))
                .isInstanceOf(InvalidDefinitionException.class);
    }
}

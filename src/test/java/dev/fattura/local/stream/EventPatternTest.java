package dev.fattura.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {
    private static final String EVENT =
            """
            {"eventName":"INSERT","dynamodb":{"NewImage":{"kind":{"S":"invoice"},"status":{"S":"confirmed"},
             "skipSync":{"BOOL":false},"lines":{"N":"3"},"tags":{"SS":["a","b"]}}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | {'eventName':['INSERT']}",
                "true  | {'eventName':['MODIFY','INSERT']}",
                "false | {'eventName':['MODIFY']}",
                "true  | {'dynamodb':{'NewImage':{'kind':{'S':['invoice']},'status':{'S':['confirmed']}}}}",
                "false | {'dynamodb':{'NewImage':{'kind':{'S':['invoice']},'status':{'S':['draft']}}}}",
                "true  | {'dynamodb':{'NewImage':{'skipSync':{'BOOL':[false]}}}}",
                "false | {'dynamodb':{'NewImage':{'skipSync':{'BOOL':[true]}}}}",
                "false | {'dynamodb':{'NewImage':{'skipSync':{'BOOL':['false']}}}}",
                "true  | {'dynamodb':{'NewImage':{'tags':{'SS':['b']}}}}",
                "true  | {'dynamodb':{'NewImage':{'status':{'S':[{'prefix':'conf'}]}}}}",
                "false | {'dynamodb':{'NewImage':{'status':{'S':[{'prefix':'post'}]}}}}",
                "true  | {'dynamodb':{'NewImage':{'status':{'S':[{'anything-but':'draft'}]}}}}",
                "true  | {'dynamodb':{'NewImage':{'status':{'S':[{'anything-but':['draft','posted']}]}}}}",
                "false | {'dynamodb':{'NewImage':{'status':{'S':[{'anything-but':['confirmed']}]}}}}",
                "false | {'dynamodb':{'NewImage':{'absent':{'S':[{'anything-but':'x'}]}}}}",
                "true  | {'dynamodb':{'NewImage':{'absent':{'S':[{'exists':false}]}}}}",
                "true  | {'dynamodb':{'NewImage':{'status':{'S':[{'exists':true}]}}}}",
                "false | {'dynamodb':{'OldImage':{'status':{'S':[{'exists':true}]}}}}"
            })
    void pattern_matchesAsInLambda_whenEveryMemberDoes(boolean expected, String pattern)
            throws JsonProcessingException {
        EventPattern parsed = EventPattern.parse(pattern.replace('\'', '"'));

        assertThat(parsed.matches(new ObjectMapper().readTree(EVENT))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":\"b\"}", "{\"a\":[]}", "{\"a\":[{\"numeric\":[\">\",1]}]}", "{}"})
    void pattern_isRefused_whenItIsNotOfTheKnownForm(String pattern) {
        assertThatThrownBy(() -> EventPattern.parse(pattern)).isInstanceOf(IllegalArgumentException.class);
    }
}

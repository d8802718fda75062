package dev.fattura.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.local.template.Template;
import dev.fattura.local.template.TemplateReader;
import dev.fattura.support.Events;
import dev.fattura.support.Invocations;
import dev.fattura.support.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recorded stream events are what the functions really write for the recorded requests. They are kept as files because the built
 * artifact is called with them as Lambda would call it; {@code -Dfattura.events.record=true} writes them anew.
 */
class RecordedStreamsTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final List<String> BEFORE_THE_STREAMS = List.of(
            "record-company",
            "record-exchange-rate",
            "record-project",
            "record-contract",
            "approve-transactions",
            "draft-invoice",
            "edit-invoice",
            "confirm-invoice");

    static List<Template.StreamMapping> mappings() throws IOException {
        return TemplateReader.read(Path.of("infra/template.yaml")).streamMappings();
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void recordedEvent_isWhatTheFunctionsWrite(Template.StreamMapping mapping) throws IOException {
        JsonNode written = event(mapping, story().passing(mapping));
        Path file = Path.of("src/test/resources/events/stream/" + mapping.function() + ".json");
        if (Boolean.getBoolean("fattura.events.record")) {
            Files.writeString(file, JSON.writeValueAsString(written) + "\n", StandardCharsets.UTF_8);
        }
        assertThat(Invocations.json(Events.recorded("stream/" + mapping.function())))
                .as("%s, written anew by -Dfattura.events.record=true", file)
                .isEqualTo(written);
    }

    /** The story of the recorded requests, up to the posted invoice. */
    private static World story() {
        World world = new World();
        BEFORE_THE_STREAMS.forEach(request -> said(world, request));
        world.deliver(World.Course.IN_ORDER);
        world.schedule("import-staging");
        world.schedule("post-journals");
        world.schedule("import-staging");
        world.schedule("post-proposals");
        return world;
    }

    private static void said(World world, String request) {
        JsonNode event = Invocations.json(Events.recorded("http/" + request));
        String[] headers = event.path("headers").properties().stream()
                .flatMap(header -> List.of(header.getKey(), header.getValue().asText()).stream())
                .toArray(String[]::new);
        World.Answer answer = world.call(
                event.at("/requestContext/http/method").asText(),
                event.path("rawPath").asText(),
                event.path("body").asText(null),
                headers);
        assertThat(answer.status()).as(request + ": " + answer.body()).isLessThan(300);
    }

    private static JsonNode event(Template.StreamMapping mapping, List<ObjectNode> records) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode array = event.putArray("Records");
        for (ObjectNode record : records) {
            int number = array.size();
            ObjectNode item = array.addObject();
            String id = mapping.function() + number;
            item.put(
                    "eventID",
                    UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                            .toString()
                            .replace("-", ""));
            item.put("eventName", record.get("eventName").asText());
            item.put("eventVersion", "1.1").put("eventSource", "aws:dynamodb").put("awsRegion", "eu-central-1");
            ObjectNode change = item.putObject("dynamodb").put("ApproximateCreationDateTime", 1769902201);
            change.set("Keys", record.at("/dynamodb/Keys"));
            change.set("NewImage", record.at("/dynamodb/NewImage"));
            change.put("SequenceNumber", "44215845000000000174504390%02d".formatted(91 + number))
                    .put("SizeBytes", 512)
                    .put("StreamViewType", "NEW_AND_OLD_IMAGES");
            String table = mapping.table().equals("OfficeTable") ? "fattura-office-prod" : "fattura-finance-prod";
            item.put(
                    "eventSourceARN",
                    "arn:aws:dynamodb:eu-central-1:123456789012:table/" + table + "/stream/2026-01-01T00:00:00.000");
        }
        return Invocations.json(event.toString());
    }
}

package dev.fattura.maps;

import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Refused;
import dev.fattura.maps.TableMap.FieldMapping;
import dev.fattura.maps.TableMap.Transform;
import dev.fattura.runtime.Body;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the file of a table map, as strictly as a request: what is misspelt is refused and not ignored. */
final class MapFile {

    private static final int MOST_MAPPINGS = 200;
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,5}){3}");

    private MapFile() {}

    /** @throws BadTableMap if it is no well-formed table map, or that of another crossing */
    static TableMap read(Crossing crossing, String text) {
        try {
            return read(crossing, Body.parse(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Refused refused) {
            String where = refused.pointer() == null || refused.pointer().isEmpty() ? "the file" : refused.pointer();
            throw malformed(crossing, where, refused.detail());
        }
    }

    private static TableMap read(Crossing crossing, Body file) {
        if (file.coded("map", Crossing.class) != crossing) {
            throw malformed(crossing, "map", "it is the map of another crossing");
        }
        String version = file.text("version");
        if (!VERSION.matcher(version).matches()) {
            throw malformed(crossing, "version", "it must be four numbers like 1.0.0.20");
        }
        TableMap map = new TableMap(
                crossing,
                file.text("name"),
                version,
                file.coded("direction", TableMap.Direction.class),
                file.text("source"),
                file.text("target"),
                file.optionalText("filter").orElse(null),
                file.objects("fieldMappings", MOST_MAPPINGS).stream()
                        .map(MapFile::mapping)
                        .toList());
        file.end();
        return map;
    }

    private static FieldMapping mapping(Body body) {
        FieldMapping mapping = new FieldMapping(
                body.optionalText("source").orElse(null),
                body.text("target"),
                body.has("transform") ? body.coded("transform", Transform.class) : Transform.NONE,
                body.optionalObject("valueMap").map(MapFile::pairs).orElse(Map.of()),
                body.optionalText("default").orElse(null));
        body.end();
        return mapping;
    }

    private static Map<String, String> pairs(Body body) {
        Map<String, String> pairs = new LinkedHashMap<>();
        body.names().forEach(name -> pairs.put(name, body.text(name)));
        return pairs;
    }

    private static BadTableMap malformed(Crossing crossing, String where, String what) {
        return new BadTableMap(
                crossing, List.of(new BadTableMap.Problem(where, MapProblem.FILE_MALFORMED, withoutPeriod(what))));
    }

    private static String withoutPeriod(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}

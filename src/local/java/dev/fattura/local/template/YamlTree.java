package dev.fattura.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A node of the template with the short forms of CloudFormation ({@code !Ref}, {@code !Sub}, {@code !GetAtt}) turned into their
 * long forms, and with parameters replaced by their defaults where a text is asked for. Functions it does not know stay as
 * they are: the local cloud reads only what it acts on.
 */
final class YamlTree {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9:]+)\\}");
    private final Map<String, String> parameters;
    private final @Nullable Object value;

    private YamlTree(@Nullable Object value, Map<String, String> parameters) {
        this.value = value;
        this.parameters = parameters;
    }

    static YamlTree parse(String yaml, Map<String, String> pseudoParameters) {
        Object root = new Yaml(new ShortForms()).load(yaml);
        Map<String, String> parameters = new java.util.HashMap<>(pseudoParameters);
        new YamlTree(root, Map.of()).child("Parameters").children().forEach((name, parameter) -> parameter
                .child("Default")
                .text()
                .ifPresent(text -> parameters.putIfAbsent(name, text)));
        return new YamlTree(root, parameters);
    }

    YamlTree child(String name) {
        return new YamlTree(value instanceof Map<?, ?> map ? map.get(name) : null, parameters);
    }

    YamlTree path(String... names) {
        YamlTree tree = this;
        for (String name : names) {
            tree = tree.child(name);
        }
        return tree;
    }

    Map<String, YamlTree> children() {
        Map<String, YamlTree> children = new java.util.LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, child) -> children.put(String.valueOf(name), new YamlTree(child, parameters)));
        }
        return children;
    }

    List<YamlTree> elements() {
        return value instanceof List<?> list
                ? list.stream()
                        .map(element -> new YamlTree(element, parameters))
                        .toList()
                : List.of();
    }

    boolean isPresent() {
        return value != null;
    }

    /** The text of a scalar, of a reference to a parameter, or of a substitution. */
    Optional<String> text() {
        if (value instanceof Map<?, ?> map) {
            if (map.get("Ref") instanceof String name) {
                return Optional.ofNullable(parameters.get(name));
            }
            return map.get("Fn::Sub") instanceof String pattern ? Optional.of(substitute(pattern)) : Optional.empty();
        }
        return value == null || value instanceof List ? Optional.empty() : Optional.of(substitute(value.toString()));
    }

    String required(String name, String where) {
        return child(name)
                .text()
                .orElseThrow(() -> new IllegalArgumentException("The template lacks a plain " + name + " in " + where));
    }

    /** The logical id that a {@code !Ref} or a {@code !GetAtt} points to. */
    Optional<String> reference() {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        if (map.get("Ref") instanceof String name) {
            return Optional.of(name);
        }
        Object attribute = map.get("Fn::GetAtt");
        if (attribute instanceof List<?> parts && !parts.isEmpty()) {
            return Optional.of(String.valueOf(parts.get(0)));
        }
        return attribute instanceof String text ? Optional.of(beforeDot(text)) : Optional.empty();
    }

    private static String beforeDot(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? text : text.substring(0, dot);
    }

    private String substitute(String pattern) {
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(match -> Matcher.quoteReplacement(parameters.getOrDefault(match.group(1), match.group())));
    }

    /** Reads {@code !Name x} as {@code {"Fn::Name": x}}, and {@code !Ref x} as {@code {"Ref": x}}. */
    private static final class ShortForms extends SafeConstructor {
        ShortForms() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    String tag = node.getTag().getValue().substring(1);
                    return Map.of(tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag, content(node));
                }
            });
        }

        private Object content(Node node) {
            if (node instanceof SequenceNode sequence) {
                return constructSequence(sequence);
            }
            return node instanceof MappingNode mapping ? constructMapping(mapping) : constructScalar((ScalarNode) node);
        }
    }
}

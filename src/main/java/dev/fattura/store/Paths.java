package dev.fattura.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Maps within maps as one map from the path of each value to the value, and back. */
final class Paths {

    private static final char SEPARATOR = '/';
    private static final char INDEX = '#';
    private static final String EMPTY_MAP = "{}";
    private static final String EMPTY_LIST = "[]";

    private Paths() {}

    static Map<String, Object> flat(Map<String, Object> nested) {
        Map<String, Object> flat = new TreeMap<>();
        nested.forEach((name, value) -> put(flat, escaped(name), value));
        return flat;
    }

    private static void put(Map<String, Object> flat, String path, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> put(flat, path + SEPARATOR + escaped((String) name), inner));
            if (map.isEmpty()) {
                flat.put(path + SEPARATOR + EMPTY_MAP, true);
            }
        } else if (value instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                put(flat, path + SEPARATOR + INDEX + index, list.get(index));
            }
            if (list.isEmpty()) {
                flat.put(path + SEPARATOR + EMPTY_LIST, true);
            }
        } else {
            flat.put(path, value);
        }
    }

    /** In the order of their paths, elements of a list come in their own order only up to ten; so they are put where their number says. */
    static Map<String, Object> nested(Map<String, Object> flat) {
        Node root = new Node();
        flat.forEach((path, value) -> root.put(path.split("/", -1), 0, value));
        return root.map();
    }

    /** What is below a path. */
    private static final class Node {

        private final Map<String, Object> inner = new TreeMap<>();

        private void put(String[] path, int index, Object value) {
            if (index == path.length - 1) {
                inner.put(path[index], value);
            } else {
                ((Node) inner.computeIfAbsent(path[index], name -> new Node())).put(path, index + 1, value);
            }
        }

        private Map<String, Object> map() {
            Map<String, Object> map = new TreeMap<>();
            inner.forEach((name, value) -> map.put(unescaped(name), value(value)));
            return map;
        }

        private List<Object> list() {
            List<Object> list = new ArrayList<>();
            for (int index = 0; index < inner.size(); index++) {
                list.add(value(Objects.requireNonNull(inner.get(Character.toString(INDEX) + index))));
            }
            return list;
        }

        private static Object value(Object value) {
            if (!(value instanceof Node node)) {
                return value;
            }
            String first = node.inner.keySet().iterator().next();
            return switch (first) {
                case EMPTY_MAP -> new TreeMap<String, Object>();
                case EMPTY_LIST -> new ArrayList<>();
                default -> first.charAt(0) == INDEX ? node.list() : node.map();
            };
        }
    }

    /** A name may be a person's: of a financial dimension. */
    private static String escaped(String name) {
        String plain = name.replace("~", "~0").replace("/", "~1");
        return plain.isEmpty() || "#{[".indexOf(plain.charAt(0)) >= 0 ? "~2" + plain : plain;
    }

    private static String unescaped(String name) {
        String plain = name.startsWith("~2") ? name.substring(2) : name;
        return plain.replace("~1", "/").replace("~0", "~");
    }
}

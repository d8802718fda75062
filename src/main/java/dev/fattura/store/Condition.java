package dev.fattura.store;

/** What must hold of an item for a write of a transaction to happen. */
public record Condition(Kind kind, long expectedVersion) {

    /** The conditions there are; each is one DynamoDB expression. */
    public enum Kind {
        /** No condition: only for writes that are harmless when repeated. */
        NONE,
        /** Nothing has that key yet. */
        ABSENT,
        /** The item is there, with that version. */
        VERSION,
        /** Something has that key. */
        PRESENT
    }

    public static final Condition NONE = new Condition(Kind.NONE, 0);
    public static final Condition ABSENT = new Condition(Kind.ABSENT, 0);
    public static final Condition PRESENT = new Condition(Kind.PRESENT, 0);

    public static Condition version(long expected) {
        return new Condition(Kind.VERSION, expected);
    }
}

package dev.fattura.ledger;

import java.util.UUID;

/**
 * Ids of facts that are made together and kept together on one sheet. Such an id says where its fact is: its last four digits are the
 * line of the sheet, the two before them the part that the fact plays, and all before them what caused it. So whoever knows an id knows
 * the sheet, without asking anything; and an id that another system gave says in the same way where its fact is: alone.
 *
 * <p>They are UUIDs of version 8, which RFC 9562 leaves to whoever makes them; every other derived id is of version 3.
 */
public final class Placed {

    /** As many lines as a sheet can have; so few that what is made of them fits into an item, whatever their texts. */
    public static final int MOST_LINES = 100;

    private static final int VERSION = 8;
    private static final int VERSION_AT = 14;
    private static final int LENGTH = 36;
    private static final int LINE_BITS = 16;
    private static final long LINE = (1L << LINE_BITS) - 1;
    private static final int PART_BITS = 8;
    private static final long PART = (1L << PART_BITS) - 1;

    private Placed() {}

    /** What the ids of one cause have in common: line 0 of part 0. */
    public static UUID base(String role, String... causes) {
        UUID hash = Identifiers.derived(role, causes);
        long most = (hash.getMostSignificantBits() & ~0xF000L) | ((long) VERSION << 12);
        return baseOf(new UUID(most, hash.getLeastSignificantBits()));
    }

    /** The id of a fact. @throws IllegalArgumentException if there is no such part or line */
    public static UUID at(UUID base, int part, int line) {
        if (part < 0 || part > PART || line < 0 || line > LINE) {
            throw new IllegalArgumentException("No part " + part + " or line " + line + " of a sheet");
        }
        long place = ((long) part << LINE_BITS) | line;
        return new UUID(base.getMostSignificantBits(), baseOf(base).getLeastSignificantBits() | place);
    }

    /** Whether the id says where its fact is. */
    public static boolean is(UUID id) {
        return id.version() == VERSION;
    }

    /** The same of an id as it is written; every key of the store is asked, so no pattern is matched and nothing allocated. */
    public static boolean is(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int index = 0; index < LENGTH; index++) {
            char digit = text.charAt(index);
            boolean fits =
                    switch (index) {
                        case 8, 13, 18, 23 -> digit == '-';
                        case VERSION_AT -> digit == '0' + VERSION;
                        default -> (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    public static UUID baseOf(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() & ~(PART << LINE_BITS | LINE));
    }

    /** The same for all ids on one sheet. */
    public static UUID sheetOf(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() & ~LINE);
    }

    /** The id on that line of a sheet. */
    public static UUID onSheet(UUID sheet, int line) {
        return new UUID(sheet.getMostSignificantBits(), sheetOf(sheet).getLeastSignificantBits() | (line & LINE));
    }

    public static int lineOf(UUID id) {
        return (int) (id.getLeastSignificantBits() & LINE);
    }
}

package dev.fattura.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Coded;
import dev.fattura.ledger.Identifiers;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Percent;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import dev.fattura.money.Rate;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An object of a request's JSON. Every read names a member, checks it, and refuses with its JSON pointer; what was not read by
 * {@link #end} is unknown and refused, so that a misspelt member is not silently ignored.
 */
public final class Body {

    private static final int LONGEST_TEXT = 200;

    /** Plain decimals only: an exponent could make a number of a billion digits out of a short text. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,13}(\\.[0-9]{1,12})?");

    private final ObjectNode json;
    private final String pointer;
    private final Set<String> read = new HashSet<>();

    private Body(ObjectNode json, String pointer) {
        this.json = json;
        this.pointer = pointer;
        if (names().stream().anyMatch(name -> name.codePoints().anyMatch(Body::isHalf))) {
            throw new Refused(RefusalCode.MEMBER_INVALID, "The name of a member has half a character.", pointer);
        }
    }

    /** The object that the text is; an empty text is an empty object. */
    public static Body parse(byte[] text) {
        try {
            JsonNode json = text.length == 0 ? Json.object() : Json.read(text);
            if (json instanceof ObjectNode object) {
                return new Body(object, "");
            }
            throw new Refused(RefusalCode.BODY_MALFORMED, "The body is not a JSON object.", "");
        } catch (JsonProcessingException malformed) {
            throw new Refused(RefusalCode.BODY_MALFORMED, "The body is not JSON: " + reason(malformed), "");
        } catch (IOException malformed) {
            throw new Refused(RefusalCode.BODY_MALFORMED, "The body is not JSON in UTF-8.", "");
        } catch (NumberFormatException beyond) {
            // Of an exponent beyond ten digits the parser says this instead.
            throw new Refused(RefusalCode.BODY_MALFORMED, "The body has a number beyond all bounds.", "");
        }
    }

    private static String reason(JsonProcessingException malformed) {
        var location = malformed.getLocation();
        return location == null
                ? "unreadable."
                : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }

    /** The JSON pointer of a member, for a refusal about it. */
    public String pointer(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Whether the member is there; one that is null is taken as missing. */
    public boolean has(String name) {
        read.add(name);
        return json.hasNonNull(name);
    }

    /** An optional text; empty texts are taken as missing. */
    public Optional<String> optionalText(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        String text = text(name, LONGEST_TEXT);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    public String text(String name) {
        String text = text(name, LONGEST_TEXT);
        if (text.isBlank()) {
            throw invalid(name, "must not be empty");
        }
        return text;
    }

    /** An id that a person gave: letters, digits, dot, underscore, hyphen. */
    public String id(String name) {
        String id = text(name);
        if (!Identifiers.isGiven(id)) {
            throw invalid(name, "must be 1 to 60 letters, digits, dots, underscores or hyphens");
        }
        return id;
    }

    public UUID uuid(String name) {
        return parseUuid(text(name)).orElseThrow(() -> invalid(name, "must be a UUID"));
    }

    /** A short form is no UUID here, since two texts would name the same. */
    private static Optional<UUID> parseUuid(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equals(text.toLowerCase(Locale.ROOT)) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    public LocalDate date(String name) {
        return parseDate(text(name)).orElseThrow(() -> invalid(name, "must be a date like 2026-01-31"));
    }

    /** A date between the years 1900 and 9999, which both sides can hold. */
    static Optional<LocalDate> parseDate(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= 1900 && date.getYear() <= 9999 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    public CurrencyCode currency(String name) {
        return CurrencyCode.parse(text(name))
                .orElseThrow(() -> invalid(name, "must be an ISO 4217 currency code like GBP"));
    }

    public <E extends Enum<E> & Coded> E coded(String name, Class<E> type) {
        String code = text(name);
        return Coded.find(type, code).orElseThrow(() -> unknownValue(name, code, List.of(type.getEnumConstants())));
    }

    /** As {@link #coded(String, Class)}, of some of the constants only. */
    public <E extends Enum<E> & Coded> E coded(String name, List<E> allowed) {
        String code = text(name);
        return allowed.stream()
                .filter(constant -> constant.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unknownValue(name, code, allowed));
    }

    /** A list of different words, each the code of one of the constants; it may be empty. */
    public <E extends Enum<E> & Coded> List<E> codedList(String name, List<E> allowed) {
        List<E> found = new ArrayList<>();
        for (String code : texts(name, allowed.size())) {
            E constant = allowed.stream()
                    .filter(candidate -> candidate.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> unknownValue(name, code, allowed));
            if (found.contains(constant)) {
                throw invalid(name, "must name each once");
            }
            found.add(constant);
        }
        return found;
    }

    /** A list of different UUIDs, at least one and at most so many. */
    public List<UUID> uuids(String name, int most) {
        List<UUID> found = new ArrayList<>();
        for (String text : texts(name, most)) {
            UUID uuid = parseUuid(text).orElseThrow(() -> invalid(name, "must be a list of UUIDs"));
            if (found.contains(uuid)) {
                throw invalid(name, "must name each once");
            }
            found.add(uuid);
        }
        if (found.isEmpty()) {
            throw invalid(name, "must be a list of at least one UUID");
        }
        return found;
    }

    /** A whole number of a range. */
    public int number(String name, int least, int most) {
        JsonNode value = require(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw invalid(name, "must be a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    public boolean flag(String name) {
        JsonNode value = require(name);
        if (!value.isBoolean()) {
            throw invalid(name, "must be true or false");
        }
        return value.booleanValue();
    }

    /** Money of either sign, exact to the currency's minor unit. */
    public Money money(String name) {
        Body money = object(name);
        CurrencyCode currency = money.currency("currency");
        BigDecimal amount = money.decimal("amount", currency.decimals());
        if (amount.abs().compareTo(BigDecimal.valueOf(Money.LIMIT_MAJOR)) > 0) {
            throw money.invalid("amount", "must not be beyond " + Money.LIMIT_MAJOR);
        }
        money.end();
        return Money.of(amount, currency);
    }

    /** A price of zero or more, with at most four decimals. */
    public Price price(String name) {
        Body price = object(name);
        CurrencyCode currency = price.currency("currency");
        BigDecimal amount = price.decimal("amount", Price.DECIMALS);
        if (amount.signum() < 0) {
            throw new Refused(RefusalCode.NEGATIVE_VALUE, "A price is not negative.", price.pointer("amount"));
        }
        if (amount.compareTo(BigDecimal.valueOf(Money.LIMIT_MAJOR)) > 0) {
            throw price.invalid("amount", "must not be beyond " + Money.LIMIT_MAJOR);
        }
        price.end();
        return new Price(amount, currency);
    }

    /** A quantity above zero, with at most two decimals. */
    public Quantity quantity(String name) {
        BigDecimal value = decimal(name, Quantity.DECIMALS);
        if (value.signum() <= 0) {
            throw new Refused(RefusalCode.NEGATIVE_VALUE, "A quantity is above zero.", pointer(name));
        }
        if (value.compareTo(BigDecimal.valueOf(Money.LIMIT_MAJOR)) > 0) {
            throw invalid(name, "must not be beyond " + Money.LIMIT_MAJOR);
        }
        return new Quantity(value);
    }

    /** A new total quantity of zero or more, with at most two decimals: zero takes back all of it. */
    public Quantity quantityFromZero(String name) {
        BigDecimal value = decimal(name, Quantity.DECIMALS);
        return value.signum() == 0 ? new Quantity(value) : quantity(name);
    }

    /** An exchange rate above zero, with at most ten decimals. */
    public Rate rate(String name) {
        BigDecimal value = decimal(name, Rate.DECIMALS);
        if (value.signum() <= 0) {
            throw new Refused(RefusalCode.NEGATIVE_VALUE, "An exchange rate is above zero.", pointer(name));
        }
        return new Rate(value);
    }

    /** A percentage from 0 to 100, with at most four decimals. */
    public Percent percent(String name) {
        BigDecimal value = decimal(name, Percent.DECIMALS);
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw invalid(name, "must be a percentage from 0 to 100");
        }
        return new Percent(value);
    }

    /** A member that may be missing or null, read by one of the methods here: {@code body.optional("rate", body::rate)}. */
    public <T> Optional<T> optional(String name, Function<String, T> reader) {
        return has(name) ? Optional.of(reader.apply(name)) : Optional.empty();
    }

    public Body object(String name) {
        if (require(name) instanceof ObjectNode object) {
            return new Body(object, pointer(name));
        }
        throw invalid(name, "must be an object");
    }

    public Optional<Body> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** The objects of a list that has at least one and at most so many. */
    public List<Body> objects(String name, int most) {
        JsonNode list = require(name);
        if (!list.isArray() || list.isEmpty()) {
            throw invalid(name, "must be a list of at least one object");
        }
        if (list.size() > most) {
            throw new Refused(
                    RefusalCode.BODY_TOO_LARGE,
                    "At most " + most + " entries, not " + list.size() + ".",
                    pointer(name));
        }
        List<Body> objects = new ArrayList<>(list.size());
        for (int index = 0; index < list.size(); index++) {
            if (!(list.get(index) instanceof ObjectNode object)) {
                throw new Refused(
                        RefusalCode.MEMBER_INVALID,
                        "Entry " + index + " of " + quoted(name) + " must be an object.",
                        pointer(name) + "/" + index);
            }
            objects.add(new Body(object, pointer(name) + "/" + index));
        }
        return objects;
    }

    /** The ids of a list of at most so many, each once; it may be empty. */
    public List<String> ids(String name, int most) {
        JsonNode list = require(name);
        if (!list.isArray() || list.size() > most) {
            throw invalid(name, "must be a list of at most " + most + " ids");
        }
        List<String> ids = new ArrayList<>(list.size());
        for (JsonNode entry : list) {
            if (!entry.isTextual() || !Identifiers.isGiven(entry.textValue()) || ids.contains(entry.textValue())) {
                throw invalid(
                        name,
                        "must be a list of different ids: 1 to 60 letters, digits, dots, underscores or hyphens each");
            }
            ids.add(entry.textValue());
        }
        return ids;
    }

    /** The names of the members, for objects whose names are data. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Refuses the members that nobody read. */
    public void end() {
        names().stream().filter(name -> !read.contains(name)).findFirst().ifPresent(name -> {
            throw new Refused(
                    RefusalCode.MEMBER_UNKNOWN, "There is no member " + quoted(name) + " here.", pointer(name));
        });
    }

    /** A refusal of the member: "{name} must ...". */
    public Refused invalid(String name, String must) {
        return new Refused(RefusalCode.MEMBER_INVALID, quoted(name) + " " + must + ".", pointer(name));
    }

    private BigDecimal decimal(String name, int decimals) {
        String text = text(name);
        if (!DECIMAL.matcher(text).matches()) {
            throw invalid(name, "must be a plain decimal number in a string, like \"1000.00\"");
        }
        BigDecimal value = new BigDecimal(text);
        if (value.stripTrailingZeros().scale() > decimals) {
            throw new Refused(
                    RefusalCode.TOO_MANY_DECIMALS,
                    quoted(name) + " has more than " + decimals + " decimals.",
                    pointer(name));
        }
        return value;
    }

    private String text(String name, int longest) {
        JsonNode value = require(name);
        if (!value.isTextual()) {
            throw invalid(name, "must be a string");
        }
        String text = value.textValue();
        if (text.length() > longest) {
            throw invalid(name, "must not be longer than " + longest + " characters");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid(name, "must not contain control characters");
        }
        if (text.codePoints().anyMatch(Body::isHalf)) {
            throw invalid(name, "must not contain half a character");
        }
        return text;
    }

    private List<String> texts(String name, int most) {
        JsonNode list = require(name);
        if (!list.isArray()) {
            throw invalid(name, "must be a list of strings");
        }
        if (list.size() > most) {
            throw new Refused(
                    RefusalCode.BODY_TOO_LARGE,
                    "At most " + most + " entries, not " + list.size() + ".",
                    pointer(name));
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list) {
            if (!value.isTextual() || value.textValue().codePoints().anyMatch(Body::isHalf)) {
                throw invalid(name, "must be a list of strings");
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    private JsonNode require(String name) {
        if (!has(name)) {
            throw new Refused(RefusalCode.MEMBER_MISSING, quoted(name) + " is missing.", pointer(name));
        }
        return json.get(name);
    }

    private <E extends Enum<E> & Coded> Refused unknownValue(String name, String code, List<E> allowed) {
        String values = allowed.stream().map(Coded::code).collect(Collectors.joining(", "));
        return new Refused(
                RefusalCode.UNKNOWN_VALUE,
                quoted(name) + " is " + quoted(code) + " and must be one of " + values + ".",
                pointer(name));
    }

    /** A surrogate without its other half: no UTF-8 can say it, so it would not come back from the store as it was. */
    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** What came from outside, short enough for an answer. */
    private static String quoted(String text) {
        boolean cutsACharacter = text.length() > 60 && Character.isHighSurrogate(text.charAt(59));
        return '"' + (text.length() > 60 ? text.substring(0, cutsACharacter ? 59 : 60) + "…" : text) + '"';
    }
}

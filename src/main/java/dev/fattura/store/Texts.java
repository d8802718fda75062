package dev.fattura.store;

import dev.fattura.ledger.Actual;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Values of more than one part as one short text, since each attribute name is paid for in every item. */
final class Texts {

    private static final int ID_DIGITS = 32;

    private Texts() {}

    /** Minor units and currency: {@code 100000 GBP}. */
    static String of(Money money) {
        return money.minor() + " " + money.currency();
    }

    static Money money(String text) {
        int space = text.indexOf(' ');
        return new Money(Long.parseLong(text.substring(0, space)), new CurrencyCode(text.substring(space + 1)));
    }

    /** Four decimals and currency: {@code 250.0000 GBP}. */
    static String of(Price price) {
        return price.value().toPlainString() + " " + price.currency();
    }

    static Price price(String text) {
        int space = text.indexOf(' ');
        return Price.of(text.substring(0, space), new CurrencyCode(text.substring(space + 1)));
    }

    /** Ids one after the other, 32 hexadecimal digits each. */
    static String of(List<Actual.Id> ids) {
        StringBuilder text = new StringBuilder(ids.size() * ID_DIGITS);
        ids.forEach(id -> text.append(id.toString().replace("-", "")));
        return text.toString();
    }

    static List<Actual.Id> ids(String text) {
        List<Actual.Id> ids = new ArrayList<>(text.length() / ID_DIGITS);
        for (int start = 0; start < text.length(); start += ID_DIGITS) {
            long most = Long.parseUnsignedLong(text, start, start + ID_DIGITS / 2, 16);
            long least = Long.parseUnsignedLong(text, start + ID_DIGITS / 2, start + ID_DIGITS, 16);
            ids.add(new Actual.Id(new UUID(most, least)));
        }
        return ids;
    }

    static Actual.Id actual(String text) {
        return new Actual.Id(UUID.fromString(text));
    }
}

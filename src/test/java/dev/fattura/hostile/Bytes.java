package dev.fattura.hostile;

import dev.fattura.support.Dice;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Bytes that went wrong on their way. */
final class Bytes {

    private static final int MOST = 4;

    private Bytes() {}

    static byte[] flipped(byte[] bytes, Dice dice) {
        byte[] changed = bytes.clone();
        for (int times = bytes.length == 0 ? 0 : 1 + dice.below(MOST); times > 0; times--) {
            changed[dice.below(changed.length)] ^= (byte) (1 << dice.below(8));
        }
        return changed;
    }

    static byte[] cut(byte[] bytes, Dice dice) {
        int from = bytes.length == 0 ? 0 : dice.below(bytes.length);
        int to = dice.oneIn(2) ? bytes.length : Math.min(bytes.length, from + 1 + dice.below(10));
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        left.write(bytes, 0, from);
        left.write(bytes, to, bytes.length - to);
        return left.toByteArray();
    }

    static byte[] inserted(byte[] bytes, Dice dice) {
        int at = dice.below(bytes.length + 1);
        byte[] more = new byte[1 + dice.below(MOST)];
        for (int index = 0; index < more.length; index++) {
            more[index] = (byte) dice.below(256);
        }
        byte[] changed = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, changed, at, more.length);
        System.arraycopy(bytes, at, changed, at + more.length, bytes.length - at);
        return changed;
    }
}

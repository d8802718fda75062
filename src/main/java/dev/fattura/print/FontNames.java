package dev.fattura.print;

import com.lowagie.text.pdf.RandomAccessFileOrArray;
import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Lets the native executable read the names in a font without the character set that they are in, which would bring all 170 others with
 * it, a tenth of the executable. The names of the fonts in use have only letters that are the same in both. Used by the native image
 * builder alone.
 */
@TargetClass(className = "com.lowagie.text.pdf.TrueTypeFont")
final class FontNames {

    @Alias
    @SuppressWarnings("NullAway.Init") // The field of the class that is substituted.
    RandomAccessFileOrArray rf;

    private FontNames() {}

    @Substitute
    String readStandardString(int length) throws IOException {
        byte[] name = new byte[length];
        rf.readFully(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}

package dev.fattura.print;

import com.lowagie.text.pdf.RandomAccessFileOrArray;
import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** As {@link FontNames}, for the names of a font's tables, which have four letters of ASCII each. Used by the native image builder alone. */
@TargetClass(className = "com.lowagie.text.pdf.TrueTypeFontSubSet")
final class FontTables {

    @Alias
    @SuppressWarnings("NullAway.Init") // The field of the class that is substituted.
    RandomAccessFileOrArray rf;

    private FontTables() {}

    @Substitute
    String readStandardString(int length) throws IOException {
        byte[] name = new byte[length];
        rf.readFully(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}

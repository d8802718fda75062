package dev.fattura.print;

import com.lowagie.text.pdf.BaseFont;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.Map;

/**
 * Tells the native executable that the PDF library's optional part for scripts with ligatures is not there, as it finds out by itself on
 * a Java virtual machine; the native image builder would ask for its classes. Used by the native image builder alone.
 */
@TargetClass(className = "com.lowagie.text.pdf.FopGlyphProcessor")
final class NoGlyphSubstitution {

    private NoGlyphSubstitution() {}

    @Substitute
    public static boolean isFopSupported() {
        return false;
    }

    @Substitute
    public static byte[] convertToBytesWithGlyphs(
            BaseFont font, String text, String fileName, Map<Integer, int[]> longTag, String language) {
        return new byte[0];
    }
}

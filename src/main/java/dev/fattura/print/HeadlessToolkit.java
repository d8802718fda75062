package dev.fattura.print;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * Keeps the native executable from looking for the shared libraries of AWT: the PDF library uses {@code java.awt.Color} as a value and
 * draws nothing, but loading that class asks for them, and a Lambda function has none. Used by the native image builder alone.
 */
@TargetClass(className = "java.awt.Toolkit")
final class HeadlessToolkit {

    private HeadlessToolkit() {}

    @Substitute
    static void loadLibraries() {
        // Nothing is drawn, so nothing is needed.
    }
}

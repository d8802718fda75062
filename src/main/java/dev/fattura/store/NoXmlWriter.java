package dev.fattura.store;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * As {@link NoXmlReader}, for the writer. Used by the native image builder alone.
 */
@Substitute
@TargetClass(className = "com.sun.xml.internal.stream.XMLOutputFactoryImpl")
final class NoXmlWriter {

    @Substitute
    NoXmlWriter() {}
}

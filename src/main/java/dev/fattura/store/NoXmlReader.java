package dev.fattura.store;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * Leaves the reader of XML out of the native executable. The extension for AWS declares it for those services that speak XML; DynamoDB
 * speaks JSON. Used by the native image builder alone.
 */
@Substitute
@TargetClass(className = "com.sun.xml.internal.stream.XMLInputFactoryImpl")
final class NoXmlReader {

    @Substitute
    NoXmlReader() {}
}

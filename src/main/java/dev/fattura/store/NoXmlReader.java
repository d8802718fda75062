package dev.fattura.store;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import javax.xml.stream.XMLStreamReader;

/**
 * Leaves the reader of XML out of the native executable, a tenth of its code. The extension for AWS declares it for those services that
 * speak XML; DynamoDB speaks JSON. Used by the native image builder alone.
 */
@TargetClass(className = "com.sun.xml.internal.stream.XMLInputFactoryImpl")
final class NoXmlReader {

    private NoXmlReader() {}

    @Substitute
    @SuppressWarnings("DoNotCallSuggester") // The signature is that of the JDK.
    XMLStreamReader getXMLStreamReaderImpl(XmlSource source) {
        throw new UnsupportedOperationException("The native executable reads no XML");
    }
}

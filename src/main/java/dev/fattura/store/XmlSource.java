package dev.fattura.store;

import com.oracle.svm.core.annotate.TargetClass;

/** Stands for the class of the JDK of which {@link NoXmlReader} has to speak and may not. Used by the native image builder alone. */
@TargetClass(className = "com.sun.org.apache.xerces.internal.xni.parser.XMLInputSource")
final class XmlSource {

    private XmlSource() {}
}

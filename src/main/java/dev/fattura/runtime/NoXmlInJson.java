package dev.fattura.runtime;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;

/**
 * Tells the JSON library of the native executable that nothing is bound to the classes of XML and SQL: it would bring the XML parsers
 * of the JDK with it, a tenth of the executable, and no event or answer has such a member. Used by the native image builder alone.
 */
@TargetClass(className = "com.fasterxml.jackson.databind.ext.OptionalHandlerFactory")
final class NoXmlInJson {

    private NoXmlInJson() {}

    @Substitute
    public @Nullable JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription bean) {
        return null;
    }

    @Substitute
    public @Nullable JsonDeserializer<?> findDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription bean) {
        return null;
    }

    @Substitute
    public boolean hasDeserializerFor(Class<?> type) {
        return false;
    }
}

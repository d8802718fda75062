package dev.fattura.runtime;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.runtime.configuration.NameIterator;

/**
 * Spares each start of the native executable the search for misspelt settings, which compares every name of the environment with every
 * setting that there is, an eighth of what a start took, only to warn of them. The build and every start on the JVM still search. Used by
 * the native image builder alone.
 */
@TargetClass(className = "io.quarkus.runtime.generated.Config")
final class KnownConfiguration {

    private KnownConfiguration() {}

    @Substitute
    static boolean isMapped(NameIterator name) {
        return true;
    }
}

package dev.fattura.maps;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Reads the table maps when it is loaded: when a function on the JVM starts, and when a native executable is built, which then has them as
 * they are and need not read them at each start. A bad one stops the start of the one and the build of the other.
 */
public final class MapsWiring {

    private static final Logger LOG = Logger.getLogger(MapsWiring.class);
    private static final TableMaps MAPS = TableMaps.load();

    @Produces
    @Singleton
    TableMaps tableMaps() {
        return MAPS;
    }

    /** A map that cannot be used stops the start, also of a function that does not carry anything. */
    void onStart(@Observes StartupEvent started, TableMaps maps) {
        LOG.debugf("Table maps are read: %s", maps);
    }
}

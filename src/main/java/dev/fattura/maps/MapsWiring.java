package dev.fattura.maps;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Reads the table maps when a function starts: a bad one stops the start. */
public final class MapsWiring {

    private static final Logger LOG = Logger.getLogger(MapsWiring.class);

    @Produces
    @Singleton
    TableMaps tableMaps() {
        return TableMaps.load();
    }

    /** A map that cannot be used stops the start, also of a function that does not carry anything. */
    void onStart(@Observes StartupEvent started, TableMaps maps) {
        LOG.debugf("Table maps are read: %s", maps);
    }
}

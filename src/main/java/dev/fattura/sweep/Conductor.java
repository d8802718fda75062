package dev.fattura.sweep;

import dev.fattura.maps.SyncErrors;
import dev.fattura.maps.TableMaps;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.watch.Metrics;
import java.time.Clock;

/** The crossings, and those who call them again: the sweep, the control of the maps, the retry of sync errors. */
record Conductor(Sweep sweep, CatchUp catchUp, RetrySyncErrors retries) {

    static Conductor of(Office office, Finance finance, TableMaps maps, Clock clock, Metrics metrics) {
        SyncErrors errors = new SyncErrors(finance.table(), clock, metrics);
        Crossings crossings = new Crossings(office.table(), finance.table(), maps, errors, clock);
        CatchUp catchUp = new CatchUp(office.table(), finance.table(), crossings, clock);
        RetrySyncErrors retries = new RetrySyncErrors(finance.table(), crossings, catchUp, errors, clock);
        return new Conductor(new Sweep(office.table(), finance.table(), crossings, retries), catchUp, retries);
    }
}

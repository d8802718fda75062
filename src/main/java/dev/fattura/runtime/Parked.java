package dev.fattura.runtime;

import dev.fattura.ledger.Refused;
import dev.fattura.ledger.WaitingReason;
import dev.fattura.ledger.Work;
import dev.fattura.store.StoreBusy;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import java.util.List;
import org.jboss.logging.Logger;

/** Work that failed: its entry in the queue says so, the others go on, and the next run tries it again. */
public final class Parked {

    private static final Logger LOG = Logger.getLogger(Parked.class);

    private Parked() {}

    /**
     * Writes onto the entry what kind of problem it was; what exactly went wrong is in the log. That the store was busy is not written: it
     * passes, and a run that comes late with it would hide what another has found out since, as that a journal is in error.
     *
     * @param what failed: {@code Its posting failed}
     */
    public static Work of(Table table, Work work, String what, RuntimeException failure) {
        Work parked = work.waiting(WaitingReason.FAILED.code(), what + ": " + problem(failure) + ".");
        return failure instanceof StoreBusy ? parked : put(table, work, parked);
    }

    /** Writes onto the entry why the work is refused for now. */
    public static Work of(Table table, Work work, Refused refused) {
        return put(table, work, work.waiting(refused.code().code(), refused.detail()));
    }

    /** Writes the entry as it is to be, where it says anything else; a store that is busy with it holds up nothing. */
    public static Work put(Table table, Work work, Work parked) {
        if (!parked.equals(work)) {
            try {
                table.putAll(List.of(WorkItem.encode(parked)));
            } catch (StoreBusy busy) {
                LOG.warnf(busy, "The entry of %s could not be written", work.id());
            }
        }
        return parked;
    }

    private static String problem(RuntimeException failure) {
        if (failure instanceof StoreBusy) {
            return "the store was busy";
        }
        return failure instanceof IllegalStateException
                ? "what is stored contradicts a rule that it has to meet"
                : "an unexpected " + failure.getClass().getSimpleName();
    }
}

package dev.fattura.support;

import dev.fattura.audit.Auditor;
import dev.fattura.audit.Moment;
import java.util.ArrayList;
import java.util.List;

/** Holds a world to the rules of the auditor; each world is waiting for that from its making on. */
public final class WorldAudit {

    private static final ThreadLocal<List<WorldAudit>> WAITING = ThreadLocal.withInitial(ArrayList::new);

    private final World world;

    WorldAudit(World world) {
        this.world = world;
        WAITING.get().add(this);
    }

    /** All that wait in this thread; they wait no longer. */
    static List<WorldAudit> takeWaiting() {
        List<WorldAudit> waiting = List.copyOf(WAITING.get());
        WAITING.remove();
        return waiting;
    }

    /** Holds it to the rules of that moment now. */
    public void require(Moment moment) {
        Auditor.require(world.office().contents(), world.finance().contents(), moment);
    }

    /** Holds it to all rules: as it is, and once everything that can go on has gone on. */
    public void requireAll() {
        require(Moment.ANY);
        world.settle();
        require(Moment.SETTLED);
    }

    /**
     * Keeps it from being audited at the end of the test.
     *
     * @param reason why: the test has damaged the tables, or audits them itself
     */
    public void waive(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Say why");
        }
        WAITING.get().remove(this);
    }
}

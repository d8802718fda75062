package dev.fattura.interleaving;

import dev.fattura.audit.Auditor;
import dev.fattura.audit.Moment;
import dev.fattura.simulation.FinalState;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.support.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What comes of courses once everything has gone on as far as it can; each end is audited. */
final class Ends {

    /** Of two who ask for the same it does not matter whose request did it, nor what is noted of who came too late. */
    private static final Pattern WHOSE = Pattern.compile("confirmedBy=[^,]*");

    private static final String NOTED = "kind=bulkConfirmationEntry";

    /** A draft that got no line leaves its number behind. */
    private static final Pattern ABANDONED = Pattern.compile("lines=0,.*status=deleted,.*version=1}");

    private final World world;
    private final boolean join;
    private final Map<Map<String, Map<Key, Item>>, List<String>> known = new HashMap<>();

    Ends(World world, boolean join) {
        this.world = world;
        this.join = join;
    }

    /**
     * What came of a course.
     *
     * @param done whether each act was done, and not refused; empty for two who ask for the same
     * @param left what there is in the end
     */
    record End(List<Boolean> done, List<String> left) {

        String unlike(End other) {
            List<String> more = new ArrayList<>(left);
            more.removeAll(other.left());
            List<String> less = new ArrayList<>(other.left());
            less.removeAll(left);
            return "\n  done " + done + ", not " + other.done() + "\n  has " + String.join("\n      ", more)
                    + "\n  not " + String.join("\n      ", less);
        }
    }

    /** The end of the course that the world has just taken. */
    End of(Interleavings.Course course) {
        List<Boolean> done =
                course.answers().stream().map(answer -> answer.startsWith("2")).toList();
        if (join && !done.contains(true)) {
            throw new AssertionError(course + " did what both wanted for neither");
        }
        return new End(join ? List.of() : done, known.computeIfAbsent(world.contents(), any -> settled()));
    }

    private List<String> settled() {
        world.call("POST", "/maps/invoices/resume", null);
        world.settle();
        Map<Key, Item> office = world.office().contents();
        Map<Key, Item> finance = world.finance().contents();
        Auditor.require(office, finance, Moment.SETTLED);
        return FinalState.of(office, finance).stream()
                .filter(item -> !ABANDONED.matcher(item).find())
                .filter(item -> !join || !item.contains(NOTED))
                .map(item -> join ? WHOSE.matcher(item).replaceAll("confirmedBy=#") : item)
                .toList();
    }
}

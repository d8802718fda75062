package dev.fattura.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Deed;

/** A deed as the answers show it. */
public final class DeedJson {

    private DeedJson() {}

    public static ObjectNode of(Deed deed) {
        return Json.object()
                .put("record", deed.record())
                .put("id", deed.id())
                .put("version", deed.version())
                .put("status", deed.status())
                .put("by", deed.by());
    }
}

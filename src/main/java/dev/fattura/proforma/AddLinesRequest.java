package dev.fattura.proforma;

import java.util.List;

/** What is to be added to a draft with {@code POST /invoices/{invoice}/lines}: chosen lines of the backlog, and lines entered by hand. */
public record AddLinesRequest(List<DraftRequest.GivenLine> lines, List<EnteredLine> entered) {

    public AddLinesRequest {
        lines = List.copyOf(lines);
        entered = List.copyOf(entered);
    }
}

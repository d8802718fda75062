package dev.fattura.proforma;

import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.InvoiceLineDetail;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Retainer;
import dev.fattura.store.ClaimItem;
import dev.fattura.store.Condition;
import dev.fattura.store.ContractLineItem;
import dev.fattura.store.InvoiceLineDetailItem;
import dev.fattura.store.RetainerItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The retainers that a request makes on a draft: each is recorded, ready, and on the draft in one transaction (domain.md 1.10). */
final class AgreedRetainers {

    private final Table office;
    private final Invoice draft;
    private final Contract contract;
    private final List<ContractLine> lines;

    AgreedRetainers(Table office, Invoice draft, Contract contract) {
        this.office = office;
        this.draft = draft;
        this.contract = contract;
        this.lines = ContractLineItem.of(office, contract.id());
    }

    /** @throws Refused at the first that does not fit the contract, is there twice, or is recorded already */
    List<Retainer> retainers(List<AddLinesRequest.AgreedRetainer> agreed) {
        Set<Retainer.Id> seen = new HashSet<>();
        List<Retainer> retainers = new ArrayList<>();
        for (AddLinesRequest.AgreedRetainer asked : agreed) {
            String pointer = "/retainers/" + retainers.size();
            if (!seen.add(asked.retainer())) {
                throw new Refused(RefusalCode.DUPLICATE_LINE, "This retainer is there twice.", pointer + "/retainer");
            }
            retainers.add(RetainerRules.first(asked.request(draft), contract, lines, pointer));
        }
        requireNew(retainers);
        return retainers;
    }

    InvoiceLineDetail detail(Retainer retainer) {
        ContractLine line = lines.stream()
                .filter(candidate -> candidate.id().equals(retainer.line()))
                .findFirst()
                .orElseThrow();
        return RetainerLineDecider.ofRetainer(draft.id(), contract, line, retainer);
    }

    /** It never stands in the backlog before it is taken off the draft. */
    List<Write> writes(Retainer retainer, InvoiceLineDetail detail) {
        return List.of(
                RetainerItem.create(retainer),
                ClaimItem.claim(detail.billable(), draft.id()),
                Write.put(InvoiceLineDetailItem.encode(draft, detail), Condition.NONE));
    }

    private void requireNew(List<Retainer> retainers) {
        List<Retainer.Id> ids = retainers.stream().map(Retainer::id).toList();
        for (Retainer recorded : RetainerItem.findAll(office, contract.id(), ids)) {
            throw new Refused(
                    RefusalCode.ALREADY_RECORDED,
                    "Retainer " + recorded.id() + " is recorded already.",
                    "/retainers/" + ids.indexOf(recorded.id()) + "/retainer");
        }
    }
}

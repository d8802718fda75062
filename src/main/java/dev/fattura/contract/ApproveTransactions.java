package dev.fattura.contract;

import dev.fattura.ledger.Approval;
import dev.fattura.ledger.Command;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes actuals of a batch of approved transactions, puts the unbilled sales among them into the billing backlog and seals the
 * batch (domain.md 2.14). A transaction becomes actuals once, whatever batch it is in.
 */
public final class ApproveTransactions {

    private final Table office;

    public ApproveTransactions(Table office) {
        this.office = office;
    }

    /**
     * The approval, sealed; a repeat gives the same. Nearly every batch is approved in one transaction of the table, so as a whole or not
     * at all; of one that does not fit, what is approved is sealed and crosses, also where the rest is refused or never comes.
     *
     * @throws Refused if a transaction contradicts what it refers to, is there twice, was approved with other content, or cancelled, or
     *     is another company's; nothing is approved then, unless a rival approves it otherwise between two transactions of the table
     */
    public Approval approve(List<ApprovedTransaction> transactions, Command command) {
        requireDifferent(transactions);
        References references = LoadReferences.of(office, transactions);
        PlaceTransactions.PlacedPlans placed = new PlaceTransactions(office, transactions, references).place();
        ApprovalSeal seal = new ApprovalSeal(office, command, placed.plans());
        seal.log();
        new ApproveTogether(office, command.by(), seal).approve(placed);
        return seal.whole();
    }

    private static void requireDifferent(List<ApprovedTransaction> transactions) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < transactions.size(); index++) {
            if (!seen.add(transactions.get(index).id())) {
                throw new Refused(
                        RefusalCode.DUPLICATE_LINE,
                        "Transaction " + transactions.get(index).id() + " is there twice.",
                        pointer(index) + "/transaction");
            }
        }
    }

    static String pointer(int index) {
        return "/transactions/" + index;
    }
}

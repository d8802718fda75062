package dev.fattura.contract;

import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.CustomerSplit;
import dev.fattura.ledger.Limit;
import dev.fattura.ledger.Placed;
import dev.fattura.store.Table;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions of a request are approved together: those of one contract line and one month, as many as fit in a transaction of the
 * table. Their actuals share sheets, in the order of the request, so the same request always has the same places.
 */
final class ApprovalGroups {

    private ApprovalGroups() {}

    /** What transactions of a group have in common. */
    private record Common(Contract.Id contract, ContractLine.Id line, YearMonth month) {}

    /** The groups, each as the indexes of its transactions. */
    static List<List<Integer>> of(List<ApprovedTransaction> transactions, References references) {
        Map<Common, List<Integer>> byCommon = new LinkedHashMap<>();
        for (int index = 0; index < transactions.size(); index++) {
            ApprovedTransaction transaction = transactions.get(index);
            Common common = new Common(transaction.contract(), transaction.line(), YearMonth.from(transaction.date()));
            byCommon.computeIfAbsent(common, any -> new ArrayList<>()).add(index);
        }
        List<List<Integer>> groups = new ArrayList<>();
        byCommon.forEach((common, indexes) -> {
            boolean lowered = indexes.stream()
                    .anyMatch(index -> transactions.get(index).treatment().billableQuantity() != null);
            int most = most(
                    references.contract(common.contract()),
                    references.line(common.contract(), common.line()),
                    lowered ? 2 : 1);
            groups.addAll(parts(indexes, most));
        });
        return groups;
    }

    /** As few parts as there can be, as even as they can be. */
    private static List<List<Integer>> parts(List<Integer> indexes, int most) {
        int parts = (indexes.size() + most - 1) / most;
        List<List<Integer>> even = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            even.add(List.copyOf(indexes.subList(indexes.size() * part / parts, indexes.size() * (part + 1) / parts)));
        }
        return even;
    }

    /** The place of each transaction, by its index, if it is approved with its group. */
    static Map<Integer, ApprovedPlace> places(List<ApprovedTransaction> transactions, List<List<Integer>> groups) {
        Map<Integer, ApprovedPlace> places = new LinkedHashMap<>();
        for (List<Integer> group : groups) {
            List<String> ids =
                    group.stream().map(index -> transactions.get(index).id()).toList();
            for (int line = 0; line < group.size(); line++) {
                places.put(group.get(line), ApprovedPlace.of(ids, line));
            }
        }
        return places;
    }

    /** Each transaction has a write of its own; each customer's part has two sheets; and there are the cost and the limits. */
    private static int most(@Nullable Contract contract, @Nullable ContractLine line, int partsOfACustomer) {
        if (contract == null || line == null) {
            return 1;
        }
        List<String> customers = CustomerSplit.of(contract, line).customers();
        long limits = customers.stream()
                .flatMap(customer -> Limit.unused(contract, line, customer).stream())
                .distinct()
                .count();
        long others = 1 + 2L * partsOfACustomer * customers.size() + limits;
        return (int) Math.max(1, Math.min(Placed.MOST_LINES, Table.COMMIT_LIMIT - others));
    }
}

package dev.fattura.contract;

import dev.fattura.ledger.ApprovedPlace;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.CustomerSplit;
import dev.fattura.ledger.Placed;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which transactions of a request share sheets: those of one contract line and one month, as many as fit on a sheet and, with all that
 * they become, into a transaction of the table. On a sheet they are in the order of the request, so the same request always has the same
 * places.
 */
final class ApprovalGroups {

    /** A transaction of DynamoDB has 4 MB at most, and an actual with the longest of all texts 2 KB of its own. */
    private static final int MOST_ACTUALS = 1_500;

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
        byCommon.forEach((common, indexes) -> groups.addAll(parts(indexes, most(common, references))));
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

    /** Plans in their order, in parts that fit into a transaction of the table with all that they become. */
    static List<List<ApprovalPlan>> together(List<ApprovalPlan> plans) {
        List<List<ApprovalPlan>> parts = new ArrayList<>();
        int actuals = MOST_ACTUALS;
        for (ApprovalPlan plan : plans) {
            actuals += plan.actuals().size();
            if (actuals > MOST_ACTUALS) {
                parts.add(new ArrayList<>());
                actuals = plan.actuals().size();
            }
            parts.get(parts.size() - 1).add(plan);
        }
        return parts;
    }

    /** Each becomes a cost, and for each customer what he is charged and what he is not. */
    private static int most(Common common, References references) {
        Contract contract = references.contract(common.contract());
        ContractLine line = references.line(common.contract(), common.line());
        if (contract == null || line == null) {
            return Placed.MOST_LINES;
        }
        int actuals = 1 + 2 * CustomerSplit.of(contract, line).customers().size();
        return Math.min(Placed.MOST_LINES, MOST_ACTUALS / actuals);
    }
}

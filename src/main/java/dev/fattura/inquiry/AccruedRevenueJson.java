package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.runtime.Json;
import java.util.List;

/** The reconciliation of accrued revenue as its answer shows it. */
final class AccruedRevenueJson {

    private AccruedRevenueJson() {}

    static ObjectNode of(AccruedRevenue found) {
        Period period = found.period();
        ObjectNode json = Json.object()
                .put("company", period.company().id().value())
                .put("from", period.from().toString())
                .put("to", period.to().toString())
                .put("clean", found.clean())
                .put("summary", summary(found));
        json.set("contracts", Json.array(List.copyOf(found.contracts()), AccruedRevenueJson::contract));
        json.put("imbalanceCount", found.imbalanced());
        json.set("imbalances", Json.array(found.imbalances(), AccruedRevenueJson::imbalance));
        return json;
    }

    private static String summary(AccruedRevenue found) {
        String company = "Company " + found.period().company().id();
        long contracts = found.contracts().stream()
                .filter(contract -> !contract.imbalance().isZero())
                .count();
        if (found.clean()) {
            return company + ": whatever is accrued is for unbilled sales that are still to be invoiced.";
        }
        return company + ": accrued revenue is out of balance on "
                + counted(contracts, "contract") + "; "
                + counted(found.imbalanced(), "invoice posting")
                + " reversed more or less than was accrued.";
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static ObjectNode contract(ContractAccrual contract) {
        ObjectNode json = Json.object().put("contract", contract.contract().value());
        json.set("accrued", contract.accrued().json());
        json.set("takenBack", contract.takenBack().json());
        json.set("reversed", contract.reversed().json());
        json.set("open", contract.open().json());
        json.set("backlog", contract.backlog().json());
        json.set("onInvoices", contract.onInvoices().json());
        json.set("toTakeBack", contract.toTakeBack().json());
        json.set("reversedOutside", contract.reversedOutside().json());
        json.set("accruedOutside", contract.accruedOutside().json());
        json.set("imbalance", contract.imbalance().json());
        return json;
    }

    private static ObjectNode imbalance(AccrualImbalance found) {
        ObjectNode json = Json.object()
                .put("contract", found.contract().value())
                .put("invoice", found.invoice().value())
                .put("unbilledSales", found.unbilledSales().toString());
        if (found.accrualVoucher() != null) {
            json.put("accrualVoucher", found.accrualVoucher());
        }
        json.set("accrued", found.accrued().json());
        json.put("billedSales", found.billedSales().toString()).put("invoiceVoucher", found.invoiceVoucher());
        json.set("reversed", found.reversed().json());
        json.set("imbalance", found.imbalance().json());
        return json;
    }
}

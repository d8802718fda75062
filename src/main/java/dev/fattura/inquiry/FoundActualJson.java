package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.AdjustmentStatus;
import dev.fattura.runtime.ActualJson;
import dev.fattura.runtime.Json;

/** An actual with its statuses, and with its accounting detail, if finance has written it back. */
final class FoundActualJson {

    private FoundActualJson() {}

    static ObjectNode of(ActualsInquiry.Found found) {
        ObjectNode json = ActualJson.of(found.actual());
        ActualStatus status = found.status();
        if (status.billing() != null) {
            json.put("billingStatus", status.billing().code());
        }
        if (status.adjustment() != AdjustmentStatus.NORMAL) {
            json.put("adjustmentStatus", status.adjustment().code());
        }
        if (found.accounting() != null) {
            json.set("accounting", accounting(found.accounting()));
        }
        return json;
    }

    private static ObjectNode accounting(AccountingDetail detail) {
        ObjectNode json = Json.object();
        json.set("amount", Json.money(detail.accountingAmount()));
        json.put("exchangeRate", detail.exchangeRate().toString()).put("voucher", detail.voucher());
        json.set("salesTax", Json.money(detail.salesTax()));
        return json;
    }
}

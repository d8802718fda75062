package dev.fattura.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Retainer;
import dev.fattura.runtime.Json;

/** Retainers as their answer shows them. */
final class RetainerJson {

    private RetainerJson() {}

    static ObjectNode of(Contract.Id contract, Listing<RetainerAccount> accounts) {
        ObjectNode json = Json.object().put("contract", contract.value());
        json.set("retainers", Json.array(accounts.entries(), RetainerJson::account));
        return accounts.addNext(json);
    }

    private static ObjectNode account(RetainerAccount account) {
        Retainer retainer = account.retainer();
        ObjectNode json = Json.object()
                .put("retainer", retainer.id().value())
                .put("line", retainer.line().value())
                .put("customer", retainer.customer())
                .put("description", retainer.description())
                .put("date", retainer.date().toString())
                .put("status", account.status().code());
        if (account.invoice() != null) {
            json.put("invoice", account.invoice().value());
        }
        json.set("amount", Json.money(retainer.amount()));
        json.set("available", Json.money(account.available()));
        json.set("used", Json.money(account.used()));
        json.set("refunded", Json.money(account.refunded()));
        json.set("balance", Json.money(account.balance()));
        if (account.refundStatus() != null) {
            json.put("refundStatus", account.refundStatus().code());
        }
        return json;
    }
}

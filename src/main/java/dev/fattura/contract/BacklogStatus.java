package dev.fattura.contract;

import dev.fattura.ledger.Coded;

/** Whether a milestone or product-based line may be invoiced (domain.md 1.9). */
enum BacklogStatus implements Coded {
    NOT_READY("notReady"),
    READY_TO_INVOICE("readyToInvoice");

    private final String code;

    BacklogStatus(String code) {
        this.code = code;
    }

    static BacklogStatus of(boolean ready) {
        return ready ? READY_TO_INVOICE : NOT_READY;
    }

    @Override
    public String code() {
        return code;
    }
}

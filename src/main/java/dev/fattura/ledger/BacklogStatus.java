package dev.fattura.ledger;

/** Whether what waits in the billing backlog may be invoiced (domain.md 1.9, 1.13): only what is ready goes on a draft. */
public enum BacklogStatus implements Coded {
    NOT_READY("notReady"),
    READY_TO_INVOICE("readyToInvoice");

    private final String code;

    BacklogStatus(String code) {
        this.code = code;
    }

    public static BacklogStatus of(boolean ready) {
        return ready ? READY_TO_INVOICE : NOT_READY;
    }

    @Override
    public String code() {
        return code;
    }
}

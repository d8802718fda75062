package dev.fattura.store;

/** The store throttles, conflicts or is away for longer than is sensible to wait; asking again later is safe. */
public final class StoreBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreBusy(String message, Throwable cause) {
        super(message, cause);
    }
}
